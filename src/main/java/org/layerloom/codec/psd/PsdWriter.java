package org.layerloom.codec.psd;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.layerloom.codec.Baking;
import org.layerloom.codec.WriteProgress;
import org.layerloom.document.Document;
import org.layerloom.words.Words;

/// Writes a document as a Photoshop file: RGB, 8 bit, layers in straight colours trimmed to what shows, groups,
/// masks, blend modes, opacity, pixels outside the canvas, and the flattened picture; as PSB, Photoshop's format for
/// large documents, where a PSD file does not hold it. Equal documents give equal files.
///
/// The layout follows Adobe's file format specification, and where it is silent what psd-tools, ag-psd, GIMP, Krita
/// and ImageMagick read; docs/formats.md has the measurements.
public final class PsdWriter {
    private static final Words WORDS = Words.of(PsdWriter.class);

    /// Longest side of a page or layer in a PSD file, px; beyond it lies the PSB format.
    public static final int MAX_SIDE = 30_000;

    private static final int MAX_RECORDS = Short.MAX_VALUE;
    private static final int BUFFER = 1 << 18;
    /// Bytes that all but the pixels take at most: records, row lengths, resources, what other programs left.
    private static final long REST = 1L << 28;

    private PsdWriter() {}

    /// Writes a whole file; the stream stays open. The pixels are packed in memory, on all cores, before the first
    /// byte is written.
    ///
    /// @throws IOException when the format cannot hold the document, in one sentence, or when `out` fails
    public static void write(Document document, PsdOptions options, WriteProgress progress, OutputStream out)
            throws IOException {
        PackedDocument packed = PackedDocument.of(document, options, progress);
        if (packed.records().size() > MAX_RECORDS) {
            throw new IOException(WORDS.text("records.many", packed.records().size(), MAX_RECORDS));
        }
        PsdFile file = PsdFile.of(packed, options.large() ? PsdVersion.PSB : PsdVersion.PSD);
        if (!file.fits() && file.version() == PsdVersion.PSD) {
            file = PsdFile.of(packed, PsdVersion.PSB);
        }
        if (!file.fits()) {
            throw new IOException(WORDS.text("side.long", packed.longestSide(), PsdVersion.PSB.maxSide()));
        }
        file.write(packed.progress(), new DataOutputStream(new BufferedOutputStream(out, BUFFER)));
    }

    /// Whether a document is written as PSB even where that is not wished: it or a layer has a side of more than
    /// 30,000 px, or the file would pass 2 GiB. Packs the pixels of a document that comes near to that.
    public static boolean needsLarge(Document document, PsdOptions options) throws IOException {
        // What is baked may be longer than what it is made from: the mask of a group spans all that it holds.
        List<RecordSource> sources = RecordSource.of(Baking.of(document, options.baked()));
        long area = sources.stream().mapToLong(RecordSource::area).sum();
        int side = sources.stream()
                .mapToInt(RecordSource::longestSide)
                .reduce(Math.max(document.width(), document.height()), Math::max);
        // Four channels, at worst a little longer packed than not.
        double most = 4.2 * (area + document.canvas().area()) + REST;
        boolean near = most > PsdVersion.PSD.maxBytes() || side > MAX_SIDE;
        return near
                && !PsdFile.of(PackedDocument.of(document, options, WriteProgress.UNHEARD), PsdVersion.PSD)
                        .fits();
    }
}
