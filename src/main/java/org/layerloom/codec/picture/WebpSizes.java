package org.layerloom.codec.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The sizes that the parts of a WebP file state each for itself. The decoder takes memory by them, whatever the head
/// of the file says.
final class WebpSizes {
    private static final int RIFF_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int VP8 = 0x20385056;
    private static final int VP8L = 0x4c385056;
    private static final int FRAME = 0x464d4e41;
    /// Bytes of a frame before the chunks of its own.
    private static final int FRAME_HEAD = 16;

    private static final int LOSSY_SIZE = 6;
    private static final int SIDE = 0x3fff;

    private final ByteBuffer file;
    private final PictureSize limits;

    private WebpSizes(byte[] file, PictureSize limits) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
    }

    /// @throws UnreadablePicture where a part is larger than what is read
    static void check(byte[] file, PictureSize limits) throws UnreadablePicture {
        new WebpSizes(file, limits).chunks(RIFF_HEAD, file.length, true);
    }

    /// How many frames an animation has; 0 for a still picture.
    static int frames(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int frames = 0;
        long at = RIFF_HEAD;
        while (at + CHUNK_HEAD <= file.length) {
            frames += bytes.getInt((int) at) == FRAME ? 1 : 0;
            long length = Integer.toUnsignedLong(bytes.getInt((int) at + Integer.BYTES));
            at += CHUNK_HEAD + length + length % 2;
        }
        return frames;
    }

    /// @param frames whether the chunks may be frames of an animation, which hold chunks but no frames
    private void chunks(int start, int end, boolean frames) throws UnreadablePicture {
        long at = start;
        while (at + CHUNK_HEAD <= end) {
            int data = (int) at + CHUNK_HEAD;
            long length = Integer.toUnsignedLong(file.getInt((int) at + Integer.BYTES));
            switch (file.getInt((int) at)) {
                case VP8 -> lossy(data + LOSSY_SIZE);
                case VP8L -> lossless(data + 1);
                case FRAME -> {
                    if (frames) {
                        chunks(data + FRAME_HEAD, (int) Math.min(data + length, end), false);
                    }
                }
                default -> {}
            }
            at = data + length + length % 2;
        }
    }

    private void lossy(int at) throws UnreadablePicture {
        if (at + Integer.BYTES <= file.capacity()) {
            limits.check(file.getShort(at) & SIDE, file.getShort(at + Short.BYTES) & SIDE);
        }
    }

    private void lossless(int at) throws UnreadablePicture {
        if (at + Integer.BYTES <= file.capacity()) {
            int bits = file.getInt(at);
            limits.check((bits & SIDE) + 1, (bits >>> 14 & SIDE) + 1);
        }
    }
}
