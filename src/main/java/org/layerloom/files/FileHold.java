package org.layerloom.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A lock on a file that one window of all programs has, until it is closed or the program ends.
public final class FileHold implements AutoCloseable {
    /// The system's locks are the program's: closing any channel on a file lets go of all of them there. So a file
    /// that is held here is not opened to look whether it is.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private FileHold(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Takes the lock of a file, which is made where it does not exist and is young after it.
    ///
    /// @return empty where somebody has it
    public static Optional<FileHold> take(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        if (!HELD.add(path)) {
            return Optional.empty();
        }
        Optional<FileHold> hold = Optional.empty();
        try {
            hold = locked(path);
            return hold;
        } finally {
            if (hold.isEmpty()) {
                HELD.remove(path);
            }
        }
    }

    private static Optional<FileHold> locked(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
            if (taken) {
                // Makes it young; to open it once more for that would let go of the lock.
                channel.write(ByteBuffer.allocate(1), 0);
            }
        } catch (OverlappingFileLockException e) {
            // Something else in this program has it.
        } finally {
            if (!taken) {
                channel.close();
            }
        }
        return taken ? Optional.of(new FileHold(path, channel)) : Optional.empty();
    }

    /// Removes the file, for those that are locks and nothing else; still to be closed.
    public void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Windows removes no open file; an empty one stays and harms nobody.
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(path);
        }
    }
}
