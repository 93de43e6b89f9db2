package org.layerloom.codec.png;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.layerloom.codec.Baking;
import org.layerloom.codec.FileSet;
import org.layerloom.codec.Listing;
import org.layerloom.codec.Origin;
import org.layerloom.codec.Trimmed;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Writes a document as PNG files: `merged.png`, `layers/NN-name.png` for each layer, trimmed to its visible
/// pixels, and `manifest.json`, which says where each lies and how it is blended. Masks and clipping are in the pixels,
/// fill is in the opacity.
public final class PngSet {
    private static final int MAX_NAME = 40;
    /// PNG has no empty pictures: a layer without pixels is written as a transparent one.
    private static final Raster NOTHING = Raster.filled(1, 1, 0);

    private static final Rect ONE_PIXEL = new Rect(0, 0, 1, 1);

    private final int digits;
    private final List<PngBatch.Picture> pictures = new ArrayList<>();

    private PngSet(long layers) {
        this.digits = Math.max(2, Long.toString(layers).length());
    }

    /// Writes the whole set.
    public static void write(Document document, FileSet files) throws IOException {
        PngSet set = new PngSet(document.allLayers().count());
        ObjectNode manifest = Listing.head(document);
        set.layers(Baking.of(document).layers(), manifest.putArray("layers"));
        set.pictures.add(new PngBatch.Picture("merged.png", Compositor.flatten(document), Origin.text(document)));
        PngBatch.write(set.pictures, png -> write(png.picture().name(), png.bytes(), files));
        write("manifest.json", Listing.text(manifest).getBytes(StandardCharsets.UTF_8), files);
    }

    private static void write(String name, byte[] content, FileSet files) throws IOException {
        try (OutputStream out = files.create(name)) {
            out.write(content);
        }
    }

    private void layers(List<Layer> layers, ArrayNode into) {
        for (Layer layer : layers) {
            ObjectNode entry = into.addObject().put("name", layer.name());
            switch (layer) {
                case RasterLayer pixels -> pixels(pixels, entry);
                case GroupLayer group -> {
                    Listing.place(entry, group.bounds(), group);
                    layers(group.children(), entry.putArray("layers"));
                }
            }
        }
    }

    private void pixels(RasterLayer layer, ObjectNode entry) {
        Trimmed trimmed = Trimmed.of(layer);
        boolean empty = trimmed.raster().isEmpty();
        String file = "layers/" + fileName(layer.name());
        pictures.add(new PngBatch.Picture(file, empty ? NOTHING : trimmed.raster(), Origin.text(layer)));
        entry.put("file", file);
        Listing.place(entry, empty ? ONE_PIXEL : trimmed.place(), layer);
    }

    /// A name that every file system takes: `01-red-kite.png`; the number makes it unique.
    private String fileName(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut = plain.substring(0, Math.min(MAX_NAME, plain.length())).replaceAll("-$", "");
        String number = String.format(Locale.ROOT, "%0" + digits + "d", pictures.size() + 1);
        return number + "-" + (cut.isEmpty() ? "layer" : cut) + ".png";
    }
}
