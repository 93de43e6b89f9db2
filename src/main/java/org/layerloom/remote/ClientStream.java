package org.layerloom.remote;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/// The way to a client, for as long as it takes what it is sent. Where one write is stuck for too long the thread that
/// made this, which is the one that writes, is interrupted: that closes the connection, and the write fails.
final class ClientStream extends FilterOutputStream {
    private final Thread writer = Thread.currentThread();
    private final long patience;
    private final Thread watch;
    /// When the write that goes on began, of the nano clock; null = none goes on.
    private volatile Long since;

    /// @param out of a connection that an interrupt closes
    /// @param patience with one write
    ClientStream(OutputStream out, Duration patience) {
        super(out);
        this.patience = patience.toNanos();
        watch = Thread.ofVirtual().name("watch a client").start(this::watch);
    }

    private void watch() {
        try {
            while (!isStuck()) {
                Thread.sleep(Duration.ofNanos(patience / 4));
            }
            writer.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: there is nothing more to watch
        }
    }

    private boolean isStuck() {
        Long begun = since;
        return begun != null && System.nanoTime() - begun > patience;
    }

    /// A write of any kind.
    private interface Write {
        void make() throws IOException;
    }

    private void timed(Write write) throws IOException {
        since = System.nanoTime();
        try {
            write.make();
        } finally {
            since = null;
        }
    }

    @Override
    public void write(int value) throws IOException {
        timed(() -> out.write(value));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        timed(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        timed(out::flush);
    }

    @Override
    public void close() throws IOException {
        try {
            timed(out::close);
        } finally {
            watch.interrupt();
        }
    }
}
