package org.layerloom.codec.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.layerloom.document.Bytes;
import org.layerloom.document.Paper;

/// The resolution and the colour profile of a PNG file, as the data of its chunks `pHYs` and `iCCP`.
final class PaperChunks {
    private static final double INCHES_PER_METRE = 1 / 0.0254;

    private PaperChunks() {}

    static byte[] resolution(Paper paper) {
        int density = (int) Math.round(paper.pixelsPerInch() * INCHES_PER_METRE);
        return ByteBuffer.allocate(9)
                .putInt(density)
                .putInt(density)
                .put((byte) 1)
                .array();
    }

    static byte[] profile(Bytes icc) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes("ICC profile\0\0".getBytes(StandardCharsets.ISO_8859_1)); // name, packed by deflate
        try (DeflaterOutputStream packed = new DeflaterOutputStream(data)) {
            icc.writeTo(packed);
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused a write", e);
        }
        return data.toByteArray();
    }
}
