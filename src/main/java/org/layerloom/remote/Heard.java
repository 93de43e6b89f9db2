package org.layerloom.remote;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that knows for how long nothing came: pictures may take long on a slow line, but they come.
final class Heard extends FilterInputStream {
    private volatile long at = System.nanoTime();

    Heard(InputStream in) {
        super(in);
    }

    /// Since something came or it was opened, ns.
    long silence() {
        return System.nanoTime() - at;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        at = System.nanoTime();
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        at = System.nanoTime();
        return read;
    }
}
