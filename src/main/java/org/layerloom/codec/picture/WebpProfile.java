package org.layerloom.codec.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.layerloom.document.Raster;

/// Puts a colour profile into a WebP file (RIFF, as in the container specification): before the pictures' chunks,
/// behind
/// a `VP8X` that tells of it.
final class WebpProfile {
    private static final int HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int HAS_PROFILE = 0x20;
    private static final int HAS_ALPHA = 0x10;

    private WebpProfile() {}

    /// @param plain a whole file without a profile
    /// @param raster what it shows
    static void write(byte[] plain, Raster raster, byte[] icc, OutputStream out) throws IOException {
        boolean extended = plain[HEAD + 3] == 'X';
        int flags = extended ? plain[HEAD + CHUNK_HEAD] : raster.isOpaque() ? 0 : HAS_ALPHA;
        int from = extended ? HEAD + CHUNK_HEAD + 10 : HEAD;
        ByteBuffer header = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(flags | HAS_PROFILE);
        header.putShort(4, (short) (raster.width() - 1)); // 24 bits each
        header.putShort(7, (short) (raster.height() - 1));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        chunk("VP8X", header.array(), body);
        chunk("ICCP", icc, body);
        body.write(plain, from, plain.length - from);
        out.write(Arrays.copyOf(plain, 4)); // RIFF
        out.write(int32(body.size() + 4));
        out.write("WEBP".getBytes(StandardCharsets.US_ASCII));
        body.writeTo(out);
    }

    private static void chunk(String type, byte[] content, ByteArrayOutputStream out) {
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(int32(content.length));
        out.writeBytes(content);
        if (content.length % 2 == 1) {
            out.write(0);
        }
    }

    private static byte[] int32(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
