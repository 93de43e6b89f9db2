package org.layerloom.codec.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.layerloom.codec.Listing;
import org.layerloom.codec.Origin;
import org.layerloom.codec.png.PngBatch;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

/// Writes a document as a project file (`.loom`): a ZIP of `document.json`, the pixels of each layer as
/// `layers/ID.png`, and the flattened picture, `merged.png`. docs/formats.md has every field. Equal documents give
/// equal files.
public final class ProjectWriter {
    /// Version of the format that is written; readers refuse later ones.
    public static final int VERSION = 1;

    static final String FORMAT = "layerloom";
    static final String DOCUMENT = "document.json";
    /// The earliest time that ZIP can hold: the same document is the same bytes whenever it is saved.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZipOutputStream zip;

    private ProjectWriter(ZipOutputStream zip) {
        this.zip = zip;
    }

    /// Writes a whole file; the stream stays open.
    public static void write(Document document, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        ProjectWriter writer = new ProjectWriter(zip);
        writer.begin(DOCUMENT, Deflater.DEFAULT_COMPRESSION);
        zip.write(Listing.text(json(document)).getBytes(StandardCharsets.UTF_8));
        List<PngBatch.Picture> pictures = new ArrayList<>();
        for (Layer layer : document.allLayers().toList()) {
            if (layer instanceof RasterLayer pixels && !pixels.raster().isEmpty()) {
                pictures.add(new PngBatch.Picture(fileName(pixels), pixels.raster(), Origin.text(layer)));
            }
        }
        pictures.add(new PngBatch.Picture("merged.png", Compositor.flatten(document), Origin.text(document)));
        PngBatch.write(pictures, writer::picture);
        zip.finish();
        zip.flush();
    }

    private void picture(String name, byte[] png) throws IOException {
        begin(name, Deflater.NO_COMPRESSION); // PNG is packed already
        zip.write(png);
    }

    private void begin(String name, int level) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.setLevel(level);
        zip.putNextEntry(entry);
    }

    private static String fileName(RasterLayer layer) {
        return "layers/" + layer.id().value() + ".png";
    }

    private static ObjectNode json(Document document) {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", FORMAT).put("version", VERSION);
        json.put("width", document.width()).put("height", document.height());
        json.put("prompt", document.prompt()).put("nextId", document.nextId());
        ArrayNode regions = json.putArray("regions");
        document.regions().forEach(region -> region(region, regions.addObject()));
        layers(document.layers(), json.putArray("layers"));
        return json;
    }

    private static void region(Region region, ObjectNode json) {
        json.put("layer", region.layer().value());
        place(region.box(), json);
        json.put("prompt", region.prompt()).put("tag", region.tag());
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
            Listing.blending(json, layer);
            json.put("tag", layer.props().tag());
            layer.props().recipe().ifPresent(recipe -> recipe(recipe, json.putObject("recipe")));
            switch (layer) {
                case RasterLayer pixels -> {
                    if (!pixels.raster().isEmpty()) {
                        json.put("file", fileName(pixels));
                    }
                }
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

    private static void recipe(Recipe recipe, ObjectNode json) {
        json.put("prompt", recipe.prompt()).put("seed", recipe.seed()).put("model", recipe.model());
    }
}
