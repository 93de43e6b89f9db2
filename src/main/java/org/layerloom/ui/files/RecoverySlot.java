package org.layerloom.ui.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.codec.Carried;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.codec.project.ProjectParts;
import org.layerloom.codec.project.ProjectReader.Project;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;
import org.layerloom.files.FileHold;

/// A folder with one window's unsaved work. Who has its lock, which ends with the program that took it, owns it.
public final class RecoverySlot {
    /// Longest side of the picture, px.
    static final int PICTURE = 256;

    private static final String LOCK = "lock";
    private static final String ABOUT = "about.json";
    private static final String IMAGE = "picture.png";

    private final Path folder;
    private final FileHold hold;
    private final DraftFolder draft;

    private RecoverySlot(Path folder, FileHold hold) {
        this.folder = folder;
        this.hold = hold;
        this.draft = new DraftFolder(folder);
    }

    /// The folder as a slot of this window; empty where another window owns it.
    static Optional<RecoverySlot> take(Path folder) throws IOException {
        return FileHold.take(folder.resolve(LOCK)).map(hold -> new RecoverySlot(folder, hold));
    }

    boolean hasWork() {
        return draft.hasWork();
    }

    /// Keeps a document in place of the one before; whole or not at all.
    ///
    /// @param known pictures that need not be packed again
    void write(Document document, KeptWork about, Carried carried, PackedPictures known) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        Raster small = Compositor.thumbnail(document, PICTURE, PICTURE);
        PngWriter.write(small, PngWriter.Channels.RGBA, Map.of(), picture);
        draft.write(
                ProjectParts.of(document, carried), known, Map.of(ABOUT, about.json(), IMAGE, picture.toByteArray()));
    }

    KeptWork about() throws IOException {
        Instant time =
                Files.getLastModifiedTime(folder.resolve(DraftFolder.LIST)).toInstant();
        Path about = folder.resolve(ABOUT);
        return KeptWork.read(Files.exists(about) ? Files.readAllBytes(about) : new byte[0], time);
    }

    /// A small picture of the work; empty where there is none that can be read.
    Optional<Raster> picture() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(IMAGE)))) {
            return Optional.of(PngReader.read(in, PICTURE * PICTURE).raster());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Project read() throws IOException {
        return draft.read();
    }

    /// Lets go of the folder and leaves it as it is.
    void release() throws IOException {
        hold.close();
    }

    /// Lets go of the folder and removes it.
    void delete() throws IOException {
        Files.deleteIfExists(folder.resolve(DraftFolder.LIST));
        release();
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Collections.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
