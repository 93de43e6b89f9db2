package org.layerloom.codec.psd;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;

/// Writes a document as a Photoshop file: RGB, 8 bit, layers in straight colours trimmed to what shows, groups,
/// blend modes, opacity, hidden layers, pixels outside the canvas, and the flattened picture. Equal documents give
/// equal files.
///
/// The layout follows Adobe's file format specification, and where it is silent what psd-tools, ag-psd, GIMP, Krita
/// and ImageMagick read; docs/formats.md has the measurements.
public final class PsdWriter {
    private static final Words WORDS = Words.of(PsdWriter.class);

    /// Longest side of a page or layer, px; beyond it lies the PSB format.
    public static final int MAX_SIDE = 30_000;

    private static final int MAX_RECORDS = Short.MAX_VALUE;
    private static final long MAX_BYTES = Integer.MAX_VALUE;

    private PsdWriter() {}

    /// Writes a whole file; the stream stays open.
    ///
    /// @throws IOException when a PSD file cannot hold the document, in one sentence, or when `out` fails
    public static void write(Document document, OutputStream out) throws IOException {
        List<LayerRecord> records = new ArrayList<>();
        LayerRecord.addAll(document.layers(), new DividerIds(document.newId()), records);
        if (records.size() > MAX_RECORDS) {
            throw new IOException(WORDS.text("records.many", records.size(), MAX_RECORDS));
        }
        Raster merged = Compositor.flatten(document);
        boolean alpha = !records.isEmpty() && !MergedPicture.isOpaque(merged);
        List<PackedPlane> planes = MergedPicture.planes(merged, alpha);
        PsdOutput head = head(document, merged, alpha);
        PsdOutput layers = layers(records, alpha);
        long dataBytes = records.stream().mapToLong(LayerRecord::dataBytes).sum();
        long infoBytes = records.isEmpty() ? 0 : Math.ceilDiv(layers.size() + dataBytes, 4) * 4;
        long mergedBytes = planes.stream().mapToLong(PackedPlane::size).sum();
        if (head.size() + infoBytes + mergedBytes + 64 > MAX_BYTES) {
            throw new IOException(WORDS.text("too.large", (infoBytes + mergedBytes) / 1_000_000));
        }
        DataOutputStream data = new DataOutputStream(out);
        data.write(head.toBytes());
        data.writeInt((int) infoBytes + 8);
        data.writeInt((int) infoBytes);
        if (!records.isEmpty()) {
            data.write(layers.toBytes());
            for (LayerRecord record : records) {
                record.writeData(data);
            }
            data.write(new byte[(int) (infoBytes - layers.size() - dataBytes)]);
        }
        data.writeInt(0); // no global mask
        MergedPicture.write(planes, data);
        data.flush();
    }

    private static PsdOutput head(Document document, Raster merged, boolean alpha) throws IOException {
        PsdOutput head = new PsdOutput();
        head.key("8BPS");
        head.int16(1);
        head.raw(new byte[6]);
        head.int16(alpha ? 4 : 3);
        head.int32(document.height());
        head.int32(document.width());
        head.int16(8);
        head.int16(3); // RGB
        head.int32(0); // no palette
        head.sized(ImageResources.of(document, merged, alpha), 1);
        return head;
    }

    /// The count, negative where the merged picture's fourth channel is its alpha, and the records without their
    /// pixels.
    private static PsdOutput layers(List<LayerRecord> records, boolean alpha) throws IOException {
        PsdOutput layers = new PsdOutput();
        layers.int16(alpha ? -records.size() : records.size());
        for (LayerRecord record : records) {
            record.write(layers);
        }
        return layers;
    }
}
