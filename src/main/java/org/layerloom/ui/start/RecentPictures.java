package org.layerloom.ui.start;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.codec.png.PngWriter.Channels;
import org.layerloom.codec.project.Preview;
import org.layerloom.composite.AreaAverage;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;
import org.layerloom.files.AtomicFiles;
import org.layerloom.ui.files.FileKind;
import org.layerloom.ui.files.FileState;

/// Small pictures of files: those kept in a folder since the file was last used, else the one that a project file
/// holds itself. Reads and writes the disk, one file after the other: not for the JavaFX thread.
final class RecentPictures {
    /// Room of a picture on screen, px; it is drawn at twice the size.
    static final int WIDTH = 48;

    static final int HEIGHT = 36;

    /// How many are kept: more than the list of files shows.
    private static final int KEPT = 24;
    /// Larger pictures are not worth the memory of a look at them.
    private static final long MAX_PIXELS = 1L << 26;

    private static final String ENDING = ".png";

    private Optional<Path> folder = Optional.empty();

    /// Keeps pictures in a folder from now on.
    synchronized void keepIn(Path folder) {
        this.folder = Optional.of(folder);
    }

    /// Keeps the picture of a document that was just read from a file or written to it. A picture that cannot be
    /// kept is no loss.
    synchronized void keep(Path file, Document document) {
        kept(file).ifPresent(target -> write(target, drawn(document)));
    }

    /// The picture of a file as it is now; empty where there is none.
    synchronized Optional<Raster> of(Path file) {
        Optional<Path> kept = kept(file);
        return kept.filter(Files::isRegularFile).flatMap(RecentPictures::read).or(() -> {
            Optional<Raster> own = own(file);
            own.ifPresent(picture -> kept.ifPresent(target -> write(target, picture)));
            return own;
        });
    }

    /// Where the picture of the file is kept: a file that was changed has another.
    private Optional<Path> kept(Path file) {
        return folder.flatMap(in -> FileState.of(file).map(state -> {
            String key = file.toAbsolutePath().normalize() + "|" + state.modified() + "|" + state.bytes();
            return in.resolve(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ENDING);
        }));
    }

    private static Optional<Raster> read(Path kept) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(kept))) {
            return Optional.of(PngReader.read(in, MAX_PIXELS).raster());
        } catch (IOException e) {
            return Optional.empty(); // it is drawn anew
        }
    }

    private static Optional<Raster> own(Path file) {
        if (!FileKind.of(file).equals(Optional.of(FileKind.PROJECT))) {
            return Optional.empty();
        }
        try {
            return Preview.read(() -> FileChannel.open(file, StandardOpenOption.READ), MAX_PIXELS)
                    .map(RecentPictures::small);
        } catch (IOException e) {
            return Optional.empty(); // opening it says what is wrong with it
        }
    }

    private static Raster small(Raster picture) {
        return AreaAverage.scale(picture, 2 * WIDTH, 2 * HEIGHT);
    }

    private static Raster drawn(Document document) {
        return Compositor.thumbnail(document, 2 * WIDTH, 2 * HEIGHT);
    }

    private static void write(Path target, Raster picture) {
        try {
            AtomicFiles.write(target, out -> PngWriter.write(picture, Channels.RGBA, Map.of(), out));
            thin(target.getParent());
        } catch (IOException e) {
            // The list shows an icon then.
        }
    }

    /// Deletes all but the newest.
    private static void thin(Path folder) throws IOException {
        List<Path> newest;
        try (Stream<Path> all = Files.list(folder)) {
            newest = all.filter(path -> path.toString().endsWith(ENDING))
                    .sorted(Comparator.comparingLong(
                                    (Path path) -> path.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        for (Path old : newest.subList(Math.min(KEPT, newest.size()), newest.size())) {
            Files.deleteIfExists(old);
        }
    }
}
