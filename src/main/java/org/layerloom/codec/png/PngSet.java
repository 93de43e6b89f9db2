package org.layerloom.codec.png;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.layerloom.codec.Baking;
import org.layerloom.codec.FileNames;
import org.layerloom.codec.FileSet;
import org.layerloom.codec.Listing;
import org.layerloom.codec.NamePattern;
import org.layerloom.codec.NamePattern.Filling;
import org.layerloom.codec.Origin;
import org.layerloom.codec.Trimmed;
import org.layerloom.codec.WriteProgress;
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
    /// PNG has no empty pictures: a layer without pixels is written as a transparent one.
    private static final Raster NOTHING = Raster.filled(1, 1, 0);

    private static final Rect ONE_PIXEL = new Rect(0, 0, 1, 1);

    private final int digits;
    private final NamePattern pattern;
    private final Filling filling;
    private final FileNames names = new FileNames();
    private final List<PngBatch.Picture> pictures = new ArrayList<>();

    private PngSet(long layers, NamePattern pattern, Filling filling) {
        this.pattern = pattern;
        this.filling = filling;
        this.digits = Math.max(2, Long.toString(layers).length());
    }

    /// Writes the whole set under its usual names.
    public static void write(Document document, FileSet files) throws IOException {
        write(document, NamePattern.LAYER, Filling.NOTHING, WriteProgress.UNHEARD, files);
    }

    /// Writes the whole set.
    ///
    /// @param pattern of the layers' files
    /// @param filling what the pattern is to know of the document
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    public static void write(
            Document document, NamePattern pattern, Filling filling, WriteProgress progress, FileSet files)
            throws IOException {
        PngSet set = new PngSet(document.allLayers().count(), pattern, filling);
        ObjectNode manifest = Listing.head(document);
        set.layers(Baking.of(document).layers(), manifest.putArray("layers"));
        set.pictures.add(new PngBatch.Picture("merged.png", Compositor.flatten(document), Origin.text(document)));
        long whole = set.pictures.stream().mapToLong(PngBatch.Picture::pixels).sum();
        AtomicLong done = new AtomicLong();
        PngBatch.write(
                set.pictures,
                PackedPictures.NONE,
                pixels -> progress.at((double) done.addAndGet(pixels) / whole),
                png -> write(png.picture().name(), png.bytes(), files));
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
        String file = "layers/" + fileName(layer.name(), trimmed.place()) + ".png";
        pictures.add(new PngBatch.Picture(file, empty ? NOTHING : trimmed.raster(), Origin.text(layer)));
        entry.put("file", file);
        Listing.place(entry, empty ? ONE_PIXEL : trimmed.place(), layer);
    }

    private String fileName(String name, Rect place) {
        String index = String.format(Locale.ROOT, "%0" + digits + "d", pictures.size() + 1);
        return names.unique(pattern.fill(filling.with(name, index, place.width(), place.height())));
    }
}
