package org.layerloom.codec.project;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.layerloom.codec.Carried;
import org.layerloom.codec.Origin;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.png.PngBatch;
import org.layerloom.codec.png.PngBatch.Picture;
import org.layerloom.codec.zip.ZipWriter;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;

/// Writes a document as a project file (`.loom`): a ZIP of `document.json`, the pixels of each layer as
/// `layers/ID.png`, masks and placed pictures beside them, and the flattened picture, `merged.png`. docs/formats.md
/// has every field. Equal documents give equal files. Pictures that lie packed in an older file are copied from there.
public final class ProjectWriter {
    /// Version of the format that is written; readers refuse later ones.
    public static final int VERSION = 2;
    /// Raised by what older readers may pass over.
    static final int MINOR = 1;

    static final String FORMAT = "layerloom";

    private ProjectWriter() {}

    /// Writes a whole file; the stream stays open.
    public static void write(Document document, OutputStream out) throws IOException {
        write(document, Carried.NOTHING, PackedPictures.NONE, WriteProgress.UNHEARD, out);
    }

    /// Writes a whole file; the stream stays open.
    ///
    /// @param known pictures that need not be packed again
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    public static Written write(
            Document document, Carried carried, PackedPictures known, WriteProgress progress, OutputStream out)
            throws IOException {
        ProjectParts parts = ProjectParts.of(document, carried);
        progress.at(0);
        // Flattening takes about as long as packing as many pixels.
        long flat = document.canvas().area();
        AtomicLong done = new AtomicLong(flat);
        long whole =
                2 * flat + parts.pictures().stream().mapToLong(Picture::pixels).sum();
        Raster merged = Compositor.flatten(document);
        progress.at((double) flat / whole);
        List<Picture> pictures = new ArrayList<>(parts.pictures());
        pictures.add(new Picture(Names.MERGED, merged, Origin.text(document)));

        ZipWriter zip = new ZipWriter(out);
        zip.packed(Names.DOCUMENT, parts.json());
        if (Preview.isWorthwhile(merged)) {
            Picture preview = new Picture(Names.PREVIEW, Preview.of(merged), Map.of());
            PngBatch.write(List.of(preview), png -> zip.stored(Names.PREVIEW, png.bytes(), png.crc()));
        }
        List<Written.Place> places = new ArrayList<>();
        AtomicLong packed = new AtomicLong();
        PngBatch.write(
                pictures,
                known,
                pixels -> progress.at((double) Math.min(whole, done.addAndGet(pixels)) / whole),
                png -> {
                    long start = zip.stored(png.picture().name(), png.bytes(), png.crc());
                    places.add(new Written.Place(png.picture(), start, png.bytes().length, png.crc()));
                    packed.addAndGet(png.fresh() ? 1 : 0);
                });
        for (Map.Entry<String, Bytes> other : parts.others().entrySet()) {
            zip.packed(other.getKey(), other.getValue().toArray());
        }
        zip.finish();
        return new Written(List.copyOf(places), packed.get());
    }
}
