package org.layerloom.codec.ora;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.layerloom.codec.Baking;
import org.layerloom.codec.Origin;
import org.layerloom.codec.StoredBytes;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.png.PngBatch;
import org.layerloom.codec.png.PngBatch.Picture;
import org.layerloom.codec.zip.ZipWriter;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;

/// Writes a document as OpenRaster (`.ora`, version 0.0.6 of openraster.org): a ZIP of `stack.xml`, a PNG for each
/// layer, the flattened picture and a small one. Masks and clipping are in the pixels, fill is in the opacity.
/// Equal documents give equal files.
public final class OraWriter {
    static final String MIME_TYPE = "image/openraster";
    private static final int THUMBNAIL = 256;

    private OraWriter() {}

    /// Writes a whole file; the stream stays open.
    ///
    /// @param metadata whether prompts, seeds and models go with it
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    public static void write(Document document, boolean metadata, WriteProgress progress, OutputStream out)
            throws IOException {
        progress.at(0);
        StackWriter stack = new StackWriter(metadata);
        String xml = stack.xml(Baking.of(document));
        // Flattening takes about as long as packing as many pixels.
        long flat = document.canvas().area();
        List<Picture> pictures = stack.pictures();
        long whole = 2 * flat + pictures.stream().mapToLong(Picture::pixels).sum();
        AtomicLong done = new AtomicLong();

        ZipWriter zip = new ZipWriter(out);
        byte[] type = MIME_TYPE.getBytes(StandardCharsets.US_ASCII);
        zip.stored("mimetype", type, StoredBytes.crc(type));
        zip.packed("stack.xml", xml.getBytes(StandardCharsets.UTF_8));
        pictures.add(new Picture(
                "mergedimage.png", Compositor.flatten(document), metadata ? Origin.text(document) : Map.of()));
        progress.at((double) done.addAndGet(flat) / whole);
        pictures.add(new Picture(
                "Thumbnails/thumbnail.png", Compositor.thumbnail(document, THUMBNAIL, THUMBNAIL), Map.of()));
        PngBatch.write(
                pictures,
                PackedPictures.NONE,
                pixels -> progress.at(Math.min(1, (double) done.addAndGet(pixels) / whole)),
                png -> zip.stored(png.picture().name(), png.bytes(), png.crc()));
        zip.finish();
    }
}
