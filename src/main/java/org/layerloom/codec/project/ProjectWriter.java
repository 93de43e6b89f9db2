package org.layerloom.codec.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.layerloom.codec.Carried;
import org.layerloom.codec.Listing;
import org.layerloom.codec.Origin;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PngBatch.Picture;
import org.layerloom.codec.png.PngCache;
import org.layerloom.codec.png.PngWriter.Channels;
import org.layerloom.codec.zip.ZipWriter;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.RasterLayer;

/// Writes a document as a project file (`.loom`): a ZIP of `document.json`, the pixels of each layer as
/// `layers/ID.png`, masks and placed pictures beside them, and the flattened picture, `merged.png`. docs/formats.md
/// has every field. Equal documents give equal files. Keeps the packed pictures from one file to the next.
public final class ProjectWriter {
    /// Version of the format that is written; readers refuse later ones.
    public static final int VERSION = 2;
    /// Raised by what older readers may pass over.
    static final int MINOR = 0;

    static final String FORMAT = "layerloom";
    private final PngCache pictures;

    /// @param pictures what is packed already; one thread at a time
    public ProjectWriter(PngCache pictures) {
        this.pictures = pictures;
    }

    /// Writes a whole file; the stream stays open.
    public static void write(Document document, OutputStream out) throws IOException {
        new ProjectWriter(new PngCache()).write(document, Carried.NOTHING, WriteProgress.UNHEARD, out);
    }

    /// Writes a whole file; the stream stays open.
    ///
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    public void write(Document document, Carried carried, WriteProgress progress, OutputStream out) throws IOException {
        List<Picture> all = pictures(document);
        progress.at(0);
        // Flattening takes about as long as packing as many pixels.
        long flat = document.canvas().area();
        long whole = 2 * flat + all.stream().mapToLong(ProjectWriter::pixels).sum();
        all.add(new Picture(Names.MERGED, Compositor.flatten(document), Origin.text(document)));
        AtomicLong done = new AtomicLong();
        Consumer<Picture> heard = picture -> progress.at((double) done.addAndGet(pixels(picture)) / whole);
        progress.at((double) done.addAndGet(flat) / whole);
        write(document, all, heard, carried, out);
    }

    private static long pixels(Picture picture) {
        return (long) picture.raster().width() * picture.raster().height();
    }

    /// Writes a file without the flattened picture, which takes the most time where little changed: the one to
    /// recover from after a crash.
    public void writeDraft(Document document, Carried carried, OutputStream out) throws IOException {
        write(document, pictures(document), picture -> {}, carried, out);
    }

    private void write(
            Document document, List<Picture> all, Consumer<Picture> packed, Carried carried, OutputStream out)
            throws IOException {
        ZipWriter zip = new ZipWriter(out);
        ObjectNode json = DocumentJson.of(document);
        Names.restore(carried.fields(), json);
        zip.packed(Names.DOCUMENT, Listing.text(json).getBytes(StandardCharsets.UTF_8));
        pictures.write(all, packed, zip::stored); // PNG is packed already
        for (Map.Entry<String, byte[]> entry : new TreeMap<>(carried.entries()).entrySet()) {
            zip.packed(entry.getKey(), entry.getValue());
        }
        zip.finish();
    }

    private static List<Picture> pictures(Document document) {
        List<Picture> pictures = new ArrayList<>();
        for (Layer layer : document.allLayers().toList()) {
            int id = layer.id().value();
            if (layer instanceof RasterLayer pixels) {
                pictures.add(new Picture(Names.layer(id), pixels.raster(), Origin.text(layer)));
            }
            if (layer instanceof PlacedLayer placed) {
                pictures.add(new Picture(Names.source(id), placed.source(), Map.of()));
            }
            layer.props()
                    .mask()
                    .ifPresent(
                            mask -> pictures.add(new Picture(Names.mask(id), mask.raster(), Channels.MASK, Map.of())));
        }
        pictures.removeIf(picture -> picture.raster().isEmpty()); // which PNG cannot hold
        return pictures;
    }
}
