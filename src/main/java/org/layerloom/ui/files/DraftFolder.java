package org.layerloom.ui.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.layerloom.codec.StoredBytes;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.png.PngBatch;
import org.layerloom.codec.png.PngBatch.Picture;
import org.layerloom.codec.project.ProjectParts;
import org.layerloom.codec.project.ProjectReader;
import org.layerloom.codec.project.ProjectReader.Project;
import org.layerloom.document.Bytes;
import org.layerloom.files.AtomicFiles;

/// Keeps a document in a folder so that each write costs as much as what changed: every entry of the project is a
/// file of its own that is never written again, and a list tells which of them make the document. The list is
/// replaced last; what it does not name any more is dropped after. Pictures of a project's file are not copied: that
/// file gets a second name here, which keeps them when it is replaced. One thread at a time.
final class DraftFolder {
    /// Tells the document; what the folder holds without it is nothing yet.
    static final String LIST = "design.json";
    /// Files of entries and second names of projects; the others in the folder are not this class's.
    private static final String OWN_FILES = "{entry,project}-*";

    private final Path folder;
    private DraftEntries entries;
    private PackedPictures pictures = PackedPictures.NONE;
    private Map<String, Bytes> others = Map.of();
    private final Map<KnownFile, Optional<String>> links = new HashMap<>();
    private int count;

    DraftFolder(Path folder) {
        this.folder = folder;
        this.entries = new DraftEntries(folder, Map.of());
    }

    boolean hasWork() {
        return Files.exists(folder.resolve(LIST));
    }

    Project read() throws IOException {
        entries = DraftEntries.read(folder, Files.readAllBytes(folder.resolve(LIST)));
        Project project = ProjectReader.read(entries, WriteProgress.UNHEARD);
        pictures = project.packed();
        others = Map.of();
        return project;
    }

    /// Writes what is new, and then the list.
    ///
    /// @param known pictures that need not be packed again
    /// @param beside files beside the document, by name
    void write(ProjectParts parts, PackedPictures known, Map<String, byte[]> beside) throws IOException {
        Map<String, DraftEntries.Place> places = new TreeMap<>();
        List<Picture> missing = new ArrayList<>();
        for (Picture picture : parts.pictures()) {
            place(pictures.of(picture))
                    .or(() -> place(known.of(picture)))
                    .ifPresentOrElse(found -> places.put(picture.name(), found), () -> missing.add(picture));
        }
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            PngBatch.write(
                    missing,
                    known,
                    pixels -> {},
                    png -> places.put(png.picture().name(), add(files, png.bytes(), png.crc())));
            for (Map.Entry<String, Bytes> other : parts.others().entrySet()) {
                String name = other.getKey();
                boolean same = other.getValue().equals(others.get(name));
                places.put(
                        name,
                        same
                                ? entries.place(name).orElseThrow()
                                : add(files, other.getValue().toArray()));
            }
            places.put(ProjectParts.DOCUMENT, add(files, parts.json()));
            DraftEntries next = new DraftEntries(folder, places);
            for (Map.Entry<String, byte[]> file : beside.entrySet()) {
                write(files, file.getKey(), file.getValue());
            }
            write(files, LIST, next.list());
            files.commit();
            entries = next;
        }
        others = Map.copyOf(parts.others());
        pictures = new PackedPictures(parts.pictures().stream()
                .map(picture -> new PackedPictures.Packed(
                        picture, entries.stored(picture.name()).orElseThrow()))
                .toList());
        drop();
    }

    /// Where a picture lies that need not be written: in this folder, or in a project that can have a name in it.
    private Optional<DraftEntries.Place> place(Optional<StoredBytes> stored) {
        return stored.flatMap(bytes -> switch (bytes.file()) {
                    case DraftEntries.OwnFile(Path of, String name) when of.equals(folder) -> Optional.of(name);
                    case KnownFile project -> link(project);
                    default -> Optional.<String>empty();
                })
                .map(name -> {
                    StoredBytes bytes = stored.get();
                    return new DraftEntries.Place(name, bytes.offset(), bytes.length(), bytes.crc());
                });
    }

    /// The second name of a project's file; empty where the file system has none, or the file was changed.
    private Optional<String> link(KnownFile project) {
        if (!links.containsKey(project)) {
            String name = newName("project");
            Path link = folder.resolve(name);
            try {
                Files.createLink(link, AtomicFiles.behindLinks(project.path()));
                links.put(
                        project, new KnownFile(link, project.state()).isThere() ? Optional.of(name) : Optional.empty());
            } catch (IOException | UnsupportedOperationException e) {
                links.put(project, Optional.empty()); // its pictures are copied
            }
        }
        return links.get(project);
    }

    private DraftEntries.Place add(AtomicFiles files, byte[] content) throws IOException {
        return add(files, content, StoredBytes.crc(content));
    }

    private DraftEntries.Place add(AtomicFiles files, byte[] content, int crc) throws IOException {
        String name = newName("entry");
        write(files, name, content);
        return new DraftEntries.Place(name, 0, content.length, crc);
    }

    private static void write(AtomicFiles files, String name, byte[] content) throws IOException {
        try (OutputStream out = files.create(name)) {
            out.write(content);
        }
    }

    /// A name that no file has: another window's, or a write that was killed, may have left some.
    private String newName(String kind) {
        String name = kind + "-" + count++;
        return Files.exists(folder.resolve(name)) ? newName(kind) : name;
    }

    private void drop() throws IOException {
        try (DirectoryStream<Path> own = Files.newDirectoryStream(folder, OWN_FILES)) {
            for (Path file : own) {
                if (!entries.uses(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
        links.values().removeIf(name -> name.isPresent() && !entries.uses(name.get()));
    }
}
