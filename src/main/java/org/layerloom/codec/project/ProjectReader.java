package org.layerloom.codec.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerloom.codec.ModeName;
import org.layerloom.codec.Opened;
import org.layerloom.codec.png.PngReader;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

/// Reads a project file (`.loom`). Fields that are not known are passed over. A layer whose picture is damaged or
/// missing gets a striped one of its size, and a note; everything else opens.
public final class ProjectReader {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ID = 1 << 30;
    private static final int FARTHEST = 1 << 24;
    /// Most pixels that the layers of a project may have together.
    private static final long MAX_PIXELS = 1L << 30;

    /// Most pixels of all pictures that stand for lost ones: their sizes are only claims.
    private static final long MAX_STRIPES = 1L << 24;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZipArchive archive;
    private final List<String> notes = new ArrayList<>();
    private final Set<LayerId> ids = new HashSet<>();
    private long pixelsLeft = MAX_PIXELS;
    private long stripesLeft = MAX_STRIPES;

    private ProjectReader(ZipArchive archive) {
        this.archive = archive;
    }

    /// Reads a whole file; the stream stays open.
    ///
    /// @throws IOException in one sentence, when the file is no project, of a later version, or beyond rescue
    public static Opened read(InputStream in) throws IOException {
        ProjectReader reader = new ProjectReader(ZipArchive.read(in));
        return new Opened(reader.document(), reader.notes);
    }

    private Document document() throws IOException {
        Fields root = new Fields(json(), "");
        if (!ProjectWriter.FORMAT.equals(root.json().path("format").asText())) {
            throw new IOException("this is not a project file: its document.json has no format \"layerloom\"");
        }
        int version = root.number("version", 1, Integer.MAX_VALUE);
        if (version > ProjectWriter.VERSION) {
            throw new IOException("the project was saved by a later version of the program (format " + version
                    + "): this one reads format " + ProjectWriter.VERSION);
        }
        int width = root.number("width", 1, Document.MAX_SIDE);
        int height = root.number("height", 1, Document.MAX_SIDE);
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < root.list("regions").size(); i++) {
            regions.add(region(root.item("regions", i)));
        }
        List<Layer> layers = layers(root, 0);
        int nextId = root.number("nextId", 1, MAX_ID + 1);
        return new Document(
                        width, height, root.text("prompt"), List.of(), List.of(), List.of(), Optional.empty(), nextId)
                .withRegions(regions)
                .withLayers(layers);
    }

    private JsonNode json() throws IOException {
        try (InputStream in = archive.open(ProjectWriter.DOCUMENT)) {
            return JSON.readTree(in);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "the project's document.json cannot be understood at line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()),
                    e);
        }
    }

    private static Region region(Fields json) throws IOException {
        LayerId layer = new LayerId(json.number("layer", 1, MAX_ID));
        Rect box = place(json, 1);
        return new Region(layer, box, json.text("prompt"), json.number("tag", 0, LayerProps.TAGS - 1));
    }

    /// @param least the smallest side that is allowed
    private static Rect place(Fields json, int least) throws IOException {
        return new Rect(
                json.number("x", -FARTHEST, FARTHEST),
                json.number("y", -FARTHEST, FARTHEST),
                json.number("width", least, FARTHEST),
                json.number("height", least, FARTHEST));
    }

    private List<Layer> layers(Fields parent, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("the project has groups nested more than " + MAX_DEPTH + " deep");
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < parent.list("layers").size(); i++) {
            Fields json = parent.item("layers", i);
            LayerProps props = props(json);
            if (json.has("layers")) {
                layers.add(new GroupLayer(props, layers(json, depth + 1), json.flag("open")));
            } else if (props.blendMode() == BlendMode.PASS_THROUGH) {
                throw json.wrong("blendMode", "passThrough, which is for groups only");
            } else {
                layers.add(new PixelLayer(props, raster(json, props)));
            }
        }
        return layers;
    }

    private LayerProps props(Fields json) throws IOException {
        LayerId id = new LayerId(json.number("id", 1, MAX_ID));
        if (!ids.add(id)) {
            throw json.wrong("id", id.value() + ", which another layer has too");
        }
        Rect place = place(json, 0);
        String mode = json.text("blendMode");
        Optional<BlendMode> known = ModeName.mode(mode);
        String name = json.text("name");
        if (known.isEmpty()) {
            notes.add("layer \"" + name + "\" has the unknown blend mode " + mode + " and is shown as normal");
        }
        return new LayerProps(
                id,
                name,
                place.x(),
                place.y(),
                Blending.NORMAL.withMode(known.orElse(BlendMode.NORMAL)).withOpacity(json.number("opacity", 0, 255)),
                json.flag("visible"),
                Locks.NONE,
                json.number("tag", 0, LayerProps.TAGS - 1),
                Optional.empty(),
                json.has("recipe") ? Optional.of(recipe(json.object("recipe"))) : Optional.empty());
    }

    private static Recipe recipe(Fields json) throws IOException {
        return new Recipe(json.text("prompt"), json.number("seed"), json.text("model"));
    }

    private Raster raster(Fields json, LayerProps props) throws IOException {
        if (!json.has("file")) {
            return Raster.empty();
        }
        Rect place = place(json, 0);
        Raster raster = picture(json.text("file"), props.name(), place);
        pixelsLeft -= (long) raster.width() * raster.height();
        return raster;
    }

    private Raster picture(String file, String layer, Rect place) {
        try (InputStream in = archive.open(file)) {
            Raster raster = PngReader.read(in, pixelsLeft).raster();
            if (raster.width() == place.width() && raster.height() == place.height()) {
                return raster;
            }
            notes.add("the picture of layer \"" + layer + "\" is " + raster.width() + " x " + raster.height()
                    + " px and not, as stated, " + place.width() + " x " + place.height());
            return raster;
        } catch (IOException e) {
            notes.add("the picture of layer \"" + layer + "\" is lost, stripes stand for it: " + e.getMessage());
            Raster stripes = Stripes.of(place.width(), place.height(), stripesLeft);
            stripesLeft -= (long) stripes.width() * stripes.height();
            return stripes;
        }
    }
}
