package org.layerloom.codec.psd;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.layerloom.codec.WriteProgress;
import org.layerloom.document.Document;
import org.layerloom.words.Words;

/// Writes a document as a Photoshop file: RGB, 8 bit, layers in straight colours trimmed to what shows, groups,
/// masks, blend modes, opacity, pixels outside the canvas, and the flattened picture; on wish as PSB,
/// Photoshop's format for large documents. Equal documents give equal files.
///
/// The layout follows Adobe's file format specification, and where it is silent what psd-tools, ag-psd, GIMP, Krita
/// and ImageMagick read; docs/formats.md has the measurements.
public final class PsdWriter {
    private static final Words WORDS = Words.of(PsdWriter.class);

    private static final int MAX_RECORDS = Short.MAX_VALUE;
    private static final int BUFFER = 1 << 18;

    private PsdWriter() {}

    /// Writes a whole file; the stream stays open. The pixels are packed in memory, on all cores, before the first
    /// byte is written.
    ///
    /// @throws IOException when the format cannot hold the document, in one sentence, or when `out` fails
    public static void write(Document document, PsdOptions options, WriteProgress progress, OutputStream out)
            throws IOException {
        PsdVersion version = options.large() ? PsdVersion.PSB : PsdVersion.PSD;
        int side = Math.max(document.width(), document.height());
        if (side > version.maxSide()) {
            throw tooLarge(version, side); // known before anything is packed
        }
        PackedDocument packed = PackedDocument.of(document, options, progress);
        if (packed.records().size() > MAX_RECORDS) {
            throw new IOException(WORDS.text("records.many", packed.records().size(), MAX_RECORDS));
        }
        PsdFile file = PsdFile.of(packed, version);
        if (!file.fits()) {
            throw tooLarge(version, packed.longestSide());
        }
        file.write(packed.progress(), new DataOutputStream(new BufferedOutputStream(out, BUFFER)));
    }

    private static IOException tooLarge(PsdVersion version, int side) {
        return new IOException(
                version == PsdVersion.PSD
                        ? WORDS.text("psd.large")
                        : WORDS.text("side.long", side, PsdVersion.PSB.maxSide()));
    }
}
