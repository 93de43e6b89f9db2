package org.layerloom.codec.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.layerloom.codec.Listing;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Guide;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.document.Transform;

/// A document as the JSON of a project; `ProjectReader` and `LayerReader` are its other half.
final class DocumentJson {
    private DocumentJson() {}

    static ObjectNode of(Document document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", ProjectWriter.FORMAT);
        json.put("version", ProjectWriter.VERSION).put("minor", ProjectWriter.MINOR);
        json.put("width", document.width()).put("height", document.height());
        json.put("prompt", document.prompt()).put("nextId", document.nextId());
        json.put("pixelsPerInch", document.paper().pixelsPerInch());
        document.paper().iccProfile().ifPresent(profile -> json.put("profile", Names.PROFILE));
        ForeignJson.write(document.foreign(), Optional.empty(), Names.foreign(0), json);
        ArrayNode guides = json.putArray("guides");
        for (Guide guide : document.guides()) {
            guides.addObject().put("vertical", guide.vertical()).put("position", guide.position());
        }
        ArrayNode regions = json.putArray("regions");
        document.regions().forEach(region -> region(region, regions.addObject()));
        layers(document.layers(), json.putArray("layers"));
        return json;
    }

    private static void region(Region region, ObjectNode json) {
        json.put("layer", region.layer().value());
        place(region.box(), json);
        json.put("prompt", region.prompt()).put("tag", region.tag());
        if (region.link().text() != null) {
            json.put("phrase", region.link().text());
        }
    }

    private static void layers(List<Layer> layers, ArrayNode into) {
        for (Layer layer : layers) {
            ObjectNode json = into.addObject();
            json.put("id", layer.id().value()).put("name", layer.name());
            // A group has no place of its own, but its position is part of the model.
            place(
                    layer instanceof RasterLayer
                            ? layer.bounds()
                            : new Rect(layer.props().x(), layer.props().y(), 0, 0),
                    json);
            props(layer.props(), layer, json);
            if (layer instanceof RasterLayer pixels && !pixels.raster().isEmpty()) {
                json.put("file", Names.layer(layer.id().value()));
            }
            switch (layer) {
                case PixelLayer pixels -> {}
                case TextLayer text -> text(text.text(), json.putObject("text"));
                case FillLayer fill -> fill(fill.fill(), json.putObject("fill"));
                case PlacedLayer placed -> placed(placed, json.putObject("placed"));
                case GroupLayer group -> {
                    json.put("open", group.open());
                    layers(group.children(), json.putArray("layers"));
                }
            }
        }
    }

    private static void place(Rect place, ObjectNode json) {
        json.put("x", place.x()).put("y", place.y());
        json.put("width", place.width()).put("height", place.height());
    }

    private static void props(LayerProps props, Layer layer, ObjectNode json) {
        Listing.blending(json, layer);
        json.put("fillOpacity", props.blending().fill());
        json.put("clip", props.blending().clip());
        json.put("clippedAsGroup", props.blending().clippedAsGroup());
        json.put("tag", props.tag());
        Locks locks = props.locks();
        json.putObject("locks")
                .put("transparency", locks.transparency())
                .put("pixels", locks.pixels())
                .put("position", locks.position());
        props.mask().ifPresent(mask -> mask(mask, props.id().value(), json.putObject("mask")));
        props.recipe().ifPresent(recipe -> recipe(recipe, json.putObject("recipe")));
        ForeignJson.write(
                props.foreign(), Optional.of(layer), Names.foreign(props.id().value()), json);
    }

    private static void mask(Mask mask, int layer, ObjectNode json) {
        place(mask.bounds(), json);
        json.put("outside", mask.outside()).put("density", mask.density()).put("enabled", mask.enabled());
        if (!mask.raster().isEmpty()) {
            json.put("file", Names.mask(layer));
        }
    }

    private static void recipe(Recipe recipe, ObjectNode json) {
        json.put("prompt", recipe.prompt()).put("seed", recipe.seed()).put("model", recipe.model());
    }

    private static void text(Text text, ObjectNode json) {
        json.put("content", text.content()).put("family", text.family()).put("size", text.size());
        json.put("bold", text.bold()).put("italic", text.italic()).put("colour", Colour.text(text.argb()));
        json.put("align", align(text.align())).put("leading", text.leading());
        json.put("x", text.x()).put("y", text.y());
    }

    static String align(Text.Align align) {
        return switch (align) {
            case LEFT -> "left";
            case CENTER -> "center";
            case RIGHT -> "right";
        };
    }

    private static void fill(Fill fill, ObjectNode json) {
        switch (fill) {
            case Fill.Solid(int argb) -> json.put("kind", "solid").put("colour", Colour.text(argb));
            case Fill.Gradient gradient -> {
                json.put("kind", gradient.radial() ? "radial" : "linear");
                json.put("x0", gradient.x0()).put("y0", gradient.y0());
                json.put("x1", gradient.x1()).put("y1", gradient.y1());
                ArrayNode stops = json.putArray("stops");
                gradient.stops()
                        .forEach(
                                stop -> stops.addObject().put("at", stop.at()).put("colour", Colour.text(stop.argb())));
            }
        }
    }

    private static void placed(PlacedLayer placed, ObjectNode json) {
        if (!placed.source().isEmpty()) {
            json.put("file", Names.source(placed.id().value()));
        }
        Transform map = placed.transform();
        ArrayNode transform = json.putArray("transform");
        transform.add(map.xx()).add(map.xy()).add(map.dx());
        transform.add(map.yx()).add(map.yy()).add(map.dy());
    }
}
