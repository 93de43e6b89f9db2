package org.layerloom.codec.png;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.layerloom.codec.FileSet;
import org.layerloom.codec.ModeName;
import org.layerloom.codec.Origin;
import org.layerloom.codec.png.PngWriter.Channels;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;

/// Writes a document as PNG files: `merged.png`, `layers/NN-name.png` for each layer, trimmed to its visible pixels,
/// and
/// `manifest.json`, which says where each lies and how it is blended.
public final class PngSet {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int MAX_NAME = 40;
    /// PNG has no empty pictures: a layer without pixels is written as a transparent one.
    private static final Raster NOTHING = Raster.filled(1, 1, 0);

    private final FileSet files;
    private final int digits;
    private int written;

    private PngSet(FileSet files, int layers) {
        this.files = files;
        this.digits = Math.max(2, Integer.toString(layers).length());
    }

    /// Writes the whole set.
    public static void write(Document document, FileSet files) throws IOException {
        PngSet set = new PngSet(files, Math.toIntExact(document.allLayers().count()));
        set.write("merged.png", Compositor.flatten(document), Origin.text(document));
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("width", document.width());
        manifest.put("height", document.height());
        Optional<Recipe> origin = Origin.of(document);
        manifest.put("prompt", origin.map(Recipe::prompt).orElse(document.prompt()));
        manifest.put("seed", origin.map(Recipe::seed).orElse(null));
        manifest.put("model", origin.map(Recipe::model).orElse(null));
        set.layers(document.layers(), manifest.putArray("layers"));
        try (OutputStream out = files.create("manifest.json")) {
            out.write(JSON.writeValueAsBytes(manifest));
        }
    }

    private void layers(List<Layer> layers, ArrayNode into) throws IOException {
        for (Layer layer : layers) {
            ObjectNode entry = into.addObject().put("name", layer.name());
            switch (layer) {
                case PixelLayer pixels -> pixels(pixels, entry);
                case GroupLayer group -> {
                    place(entry, group.bounds());
                    properties(group, entry);
                    layers(group.children(), entry.putArray("layers"));
                }
            }
        }
    }

    private void pixels(PixelLayer layer, ObjectNode entry) throws IOException {
        Rect visible = layer.raster().alphaBounds();
        Raster trimmed = visible.isEmpty() ? NOTHING : layer.raster().crop(visible);
        String file = "layers/" + fileName(layer.name());
        write(file, trimmed, Origin.text(layer));
        entry.put("file", file);
        int x = layer.props().x() + visible.x();
        int y = layer.props().y() + visible.y();
        place(entry, new Rect(x, y, trimmed.width(), trimmed.height()));
        properties(layer, entry);
    }

    private static void place(ObjectNode entry, Rect place) {
        entry.put("x", place.x()).put("y", place.y());
        entry.put("width", place.width()).put("height", place.height());
    }

    private static void properties(Layer layer, ObjectNode entry) {
        entry.put("opacity", layer.props().opacity());
        entry.put("blendMode", ModeName.of(layer.props().blendMode()));
        entry.put("visible", layer.props().visible());
    }

    /// A name that every file system takes: `01-red-kite.png`; the number makes it unique.
    private String fileName(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(MAX_NAME, plain.length())).replaceAll("-$", "");
        written++;
        String number = String.format(Locale.ROOT, "%0" + digits + "d", written);
        return number + "-" + (cut.isEmpty() ? "layer" : cut) + ".png";
    }

    private void write(String name, Raster raster, Map<String, String> text) throws IOException {
        try (OutputStream out = new BufferedOutputStream(files.create(name))) {
            PngWriter.write(raster, Channels.RGBA, text, out);
        }
    }
}
