package org.layerloom.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// A file that comes bit by bit and takes its place only when it is whole. What has come lies beside its place as
/// `NAME.part`, with a note of what it is a part of (`NAME.part.from`), so that it can be gone on with after the
/// program was ended in any way.
///
/// Every failure to write is a [WriteException].
///
/// @param target its place
public record PartFile(Path target) {
    private static final String PART = ".part";
    private static final String NOTE = ".part.from";
    private static final String LOCK = ".part.lock";
    private static final int MAX_NOTE_BYTES = 1 << 16;

    public PartFile {
        target = target.toAbsolutePath().normalize();
    }

    /// Whether a file is none of its own, but stands beside one that is still to come.
    public static boolean isBeside(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(PART) || name.endsWith(NOTE) || name.endsWith(LOCK);
    }

    /// What has come so far; it may not exist.
    public Path part() {
        return target.resolveSibling(target.getFileName() + PART);
    }

    private Path note() {
        return target.resolveSibling(target.getFileName() + NOTE);
    }

    /// Bytes that have come; 0 where there are none.
    public long length() throws IOException {
        try {
            return Files.size(part());
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /// What was noted when it was begun, line by line; empty where nothing can be gone on with.
    public List<String> origin() {
        try {
            return Files.isRegularFile(part()) && Files.size(note()) <= MAX_NOTE_BYTES
                    ? Files.readString(note()).lines().toList()
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Begins from nothing. What came before is gone.
    ///
    /// @param origin tells later whether it can be gone on with
    public OutputStream begin(List<String> origin) throws IOException {
        try {
            Files.createDirectories(target.getParent());
            // In this order: a note never stands beside bytes that are not its own.
            Files.deleteIfExists(part());
            byte[] lines = String.join("\n", origin).getBytes(StandardCharsets.UTF_8);
            AtomicFiles.write(note(), out -> out.write(lines));
            return open();
        } catch (IOException e) {
            throw FileErrors.explained(e, target);
        }
    }

    /// Goes on after what has come. When the stream is closed, the bytes are on the disk.
    public OutputStream append() throws IOException {
        try {
            return open();
        } catch (IOException e) {
            throw FileErrors.explained(e, target);
        }
    }

    private OutputStream open() throws IOException {
        return new SyncedOutput(new FileOutputStream(part().toFile(), true), target);
    }

    /// Moves it to its place, over an older one.
    public void install() throws IOException {
        try {
            Files.move(part(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            AtomicFiles.sync(target.getParent());
            Files.deleteIfExists(note());
        } catch (IOException e) {
            throw FileErrors.explained(e, target);
        }
    }

    /// Removes what has come.
    public void discard() throws IOException {
        try {
            Files.deleteIfExists(part());
            Files.deleteIfExists(note());
        } catch (IOException e) {
            throw FileErrors.explained(e, target);
        }
    }

    /// Keeps others, in this program and in other ones, from writing it; empty where somebody does.
    public Optional<FileHold> hold() throws IOException {
        try {
            Files.createDirectories(target.getParent());
            return FileHold.take(target.resolveSibling(target.getFileName() + LOCK));
        } catch (IOException e) {
            throw FileErrors.explained(e, target);
        }
    }
}
