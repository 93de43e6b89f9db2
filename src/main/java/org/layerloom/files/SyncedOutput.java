package org.layerloom.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// A buffered file that is brought to the disk when it is closed.
final class SyncedOutput extends OutputStream {
    private final FileOutputStream file;
    private final BufferedOutputStream buffered;
    private final Path target;

    /// @param target the file that messages name
    SyncedOutput(FileOutputStream file, Path target) {
        this.file = file;
        this.buffered = new BufferedOutputStream(file, 1 << 16);
        this.target = target;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            buffered.write(bytes, offset, length);
        } catch (IOException e) {
            throw FileErrors.explained(e, target);
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (file.getChannel().isOpen()) {
                buffered.flush();
                file.getFD().sync();
            }
        } catch (IOException e) {
            throw FileErrors.explained(e, target);
        }
    }
}
