package org.layerloom.remote;

import org.layerloom.generate.GenerateRequest;

/// What a server takes, whoever asks: a request beyond is refused before it is read.
///
/// @param bytes of a request
/// @param boxes to be made and given
/// @param pixels of the canvas
/// @param waiting runs that may wait for the one that goes on
public record Limits(long bytes, int boxes, long pixels, int waiting) {
    private static final long MEBIBYTE = 1 << 20;

    /// Pixels of all pictures of a request together, in canvases of the largest size.
    private static final int CANVASES = 4;

    /// @param megabytes of a request, MiB
    /// @param waiting runs that may wait
    public static Limits of(int megabytes, int waiting) {
        return new Limits(megabytes * MEBIBYTE, GenerateRequest.MAX_BOXES, 64 * MEBIBYTE, waiting);
    }

    /// Pictures that may come with a request: one each for a box and for what it starts from, and the background's.
    int pictures() {
        return 2 * boxes + 2;
    }

    long picturePixels() {
        return CANVASES * pixels;
    }
}
