package org.layerloom.codec.project;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.layerloom.codec.ModeName;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.Foreign;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.document.Transform;
import org.layerloom.words.Words;

/// Reads the layers of a project. What version 1 did not have yet has its usual value where it lacks.
final class LayerReader {
    private static final Words WORDS = Words.of(LayerReader.class);
    private static final int MAX_DEPTH = 100;
    /// Beyond this no number of a transform or a text means anything on a page.
    private static final double FARTHEST = ProjectReader.FARTHEST;

    private static final Map<String, Text.Align> ALIGNS = Arrays.stream(Text.Align.values())
            .collect(Collectors.toUnmodifiableMap(DocumentJson::align, Function.identity()));

    private final Pictures pictures;
    private final List<String> notes;
    private final Set<LayerId> ids = new HashSet<>();

    LayerReader(Pictures pictures, List<String> notes) {
        this.pictures = pictures;
        this.notes = notes;
    }

    List<Layer> layers(Fields parent) throws IOException {
        return layers(parent, 0);
    }

    private List<Layer> layers(Fields parent, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException(WORDS.text("deep", MAX_DEPTH));
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < parent.list("layers").size(); i++) {
            Fields json = parent.item("layers", i);
            LayerProps props = props(json);
            if (json.has("layers")) {
                List<Layer> children = layers(json, depth + 1);
                Foreign foreign = pictures.foreign(json, props.name(), Optional.empty());
                layers.add(new GroupLayer(props.withForeign(foreign), children, json.flag("open")));
            } else if (props.blendMode() == BlendMode.PASS_THROUGH) {
                throw json.wrong("blendMode", WORDS.text("is.passThrough"));
            } else {
                layers.add(layer(json, props));
            }
        }
        return layers;
    }

    private Layer layer(Fields json, LayerProps bare) throws IOException {
        boolean whole = !json.has("file") || pictures.has(json.text("file"));
        Raster raster = json.has("file")
                ? pictures.layer(json.text("file"), bare.name(), ProjectReader.place(json, 0))
                : Raster.empty();
        Optional<Foreign.Pixels> pixels =
                whole ? Optional.of(new Foreign.Pixels(raster, bare.x(), bare.y())) : Optional.empty();
        LayerProps props = bare.withForeign(pictures.foreign(json, bare.name(), pixels));
        if (json.has("text")) {
            return new TextLayer(props, text(json.object("text")), raster);
        }
        if (json.has("fill")) {
            return new FillLayer(props, fill(json.object("fill")), raster);
        }
        return json.has("placed") ? placed(json.object("placed"), props, raster) : new PixelLayer(props, raster);
    }

    private LayerProps props(Fields json) throws IOException {
        LayerId id = new LayerId(json.number("id", 1, ProjectReader.MAX_ID));
        if (!ids.add(id)) {
            throw json.wrong("id", WORDS.text("is.taken", id.value()));
        }
        Rect place = ProjectReader.place(json, 0);
        return new LayerProps(
                id,
                json.text("name"),
                place.x(),
                place.y(),
                blending(json),
                json.flag("visible"),
                json.has("locks") ? locks(json.object("locks")) : Locks.NONE,
                json.number("tag", 0, LayerProps.TAGS - 1),
                json.has("mask") ? mask(json.object("mask"), json.text("name")) : Optional.empty(),
                json.has("recipe") ? Optional.of(recipe(json.object("recipe"))) : Optional.empty(),
                Foreign.NOTHING);
    }

    private Blending blending(Fields json) throws IOException {
        String mode = json.text("blendMode");
        Optional<BlendMode> known = ModeName.mode(mode);
        if (known.isEmpty()) {
            notes.add(WORDS.text("mode.unknown", json.text("name"), mode));
        }
        return new Blending(
                known.orElse(BlendMode.NORMAL),
                json.number("opacity", 0, 255),
                json.has("fillOpacity") ? json.number("fillOpacity", 0, 255) : 255,
                json.has("clip") && json.flag("clip"),
                !json.has("clippedAsGroup") || json.flag("clippedAsGroup"));
    }

    private static Locks locks(Fields json) throws IOException {
        return new Locks(json.flag("transparency"), json.flag("pixels"), json.flag("position"));
    }

    /// Empty, with a note, where the mask's picture is lost: the layer then shows whole.
    private Optional<Mask> mask(Fields json, String layer) throws IOException {
        Rect place = ProjectReader.place(json, 0);
        int outside = json.number("outside", 0, 255);
        if (outside != 0 && outside != 255) {
            throw json.wrong("outside", WORDS.text("is.noOutside", outside));
        }
        int density = json.number("density", 0, 255);
        boolean enabled = json.flag("enabled");
        try {
            Raster raster = json.has("file") ? pictures.mask(json.text("file")) : Raster.empty();
            return Optional.of(new Mask(raster, place.x(), place.y(), outside, density, enabled));
        } catch (IOException e) {
            notes.add(WORDS.text("mask.lost", layer, e.getMessage()));
            return Optional.empty();
        }
    }

    private static Recipe recipe(Fields json) throws IOException {
        return new Recipe(json.text("prompt"), json.number("seed"), json.text("model"));
    }

    private static Text text(Fields json) throws IOException {
        String content = json.text("content");
        if (content.length() > Text.MAX_LENGTH) {
            throw json.wrong("content", WORDS.text("is.long", content.length(), Text.MAX_LENGTH));
        }
        return new Text(
                content,
                json.text("family"),
                json.decimal("size", 1, Text.MAX_SIZE),
                json.flag("bold"),
                json.flag("italic"),
                Colour.read(json, "colour"),
                json.choice("align", ALIGNS),
                json.decimal("leading", 0.1, 10),
                far(json, "x"),
                far(json, "y"));
    }

    private static double far(Fields json, String field) throws IOException {
        return json.decimal(field, -FARTHEST, FARTHEST);
    }

    private static Fill fill(Fields json) throws IOException {
        return switch (json.text("kind")) {
            case "solid" -> new Fill.Solid(Colour.read(json, "colour"));
            case "linear" -> gradient(json, false);
            case "radial" -> gradient(json, true);
            default -> throw json.wrong("kind", WORDS.text("is.noFill"));
        };
    }

    private static Fill gradient(Fields json, boolean radial) throws IOException {
        List<Fill.Stop> stops = new ArrayList<>();
        for (int i = 0; i < json.list("stops").size(); i++) {
            Fields stop = json.item("stops", i);
            stops.add(new Fill.Stop(stop.decimal("at", 0, 1), Colour.read(stop, "colour")));
        }
        try {
            return new Fill.Gradient(radial, far(json, "x0"), far(json, "y0"), far(json, "x1"), far(json, "y1"), stops);
        } catch (IllegalArgumentException e) {
            throw json.wrong("stops", WORDS.text("is.noGradient"));
        }
    }

    /// The layer as mere pixels, with a note, where its source is lost.
    private Layer placed(Fields json, LayerProps props, Raster raster) throws IOException {
        double[] map = new double[6];
        for (int i = 0; i < map.length; i++) {
            map[i] = json.decimal("transform", i, -FARTHEST, FARTHEST);
        }
        Transform transform = new Transform(map[0], map[1], map[2], map[3], map[4], map[5]);
        try {
            Raster source = json.has("file") ? pictures.read(json.text("file")) : Raster.empty();
            return new PlacedLayer(props, source, transform, raster);
        } catch (IOException e) {
            notes.add(WORDS.text("source.lost", props.name(), e.getMessage()));
            return new PixelLayer(props, raster);
        }
    }
}
