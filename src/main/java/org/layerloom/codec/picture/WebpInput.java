package org.layerloom.codec.picture;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Arrays;

/// The bytes of a WebP file for a decoder that reads some bytes ahead, takes their end for endless bits, and throws
/// at each of these: it gets so many zeros that a sound file never comes to the end, and is stopped behind them.
final class WebpInput extends FilterInputStream {
    private static final int AHEAD = 2 * Long.BYTES;

    WebpInput(byte[] file) {
        super(new ByteArrayInputStream(Arrays.copyOf(file, file.length + AHEAD)));
    }

    @Override
    public int read() throws IOException {
        return required(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return required(super.read(bytes, offset, length));
    }

    private static int required(int result) throws IOException {
        if (result < 0) {
            throw new IOException("the file ends early");
        }
        return result;
    }
}
