package org.layerloom.ui.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.layerloom.files.AtomicFiles;

/// The project that a folder of versions belongs to, as a file beside the versions tells.
///
/// @param store the file system that the project lies on, with the place where it is mounted
/// @param missing since when the project is known to be deleted
record VersionsOwner(Path project, String store, Optional<Instant> missing) {
    private static final String FILE = "project.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Of a project that is there.
    static VersionsOwner of(Path project) throws IOException {
        Path absolute = project.toAbsolutePath().normalize();
        return new VersionsOwner(absolute, store(absolute.getParent()), Optional.empty());
    }

    /// Empty where the folder does not tell.
    static Optional<VersionsOwner> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            Path project = Path.of(json.path("path").asText());
            long since = json.path("missing").asLong();
            boolean told = project.isAbsolute() && json.path("store").isTextual();
            return told
                    ? Optional.of(new VersionsOwner(
                            project,
                            json.path("store").asText(),
                            since > 0 ? Optional.of(Instant.ofEpochMilli(since)) : Optional.empty()))
                    : Optional.empty();
        } catch (JsonProcessingException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    VersionsOwner withMissing(Optional<Instant> missing) {
        return new VersionsOwner(project, store, missing);
    }

    void write(Path folder) throws IOException {
        ObjectNode json =
                JSON.createObjectNode().put("path", project.toString()).put("store", store);
        missing.ifPresent(since -> json.put("missing", since.toEpochMilli()));
        AtomicFiles.write(folder.resolve(FILE), out -> out.write(JSON.writeValueAsBytes(json)));
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /// Whether the project was surely deleted: neither the file nor a link of its name is there, while the disk that
    /// it lay on is at hand where it was.
    boolean isDeleted() throws IOException {
        if (!Files.notExists(project, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path near = project.getParent();
        while (near != null && Files.notExists(near)) {
            near = near.getParent();
        }
        return near != null && Files.isDirectory(near) && store(near).equals(store);
    }

    /// A disk that is not at hand leaves an empty folder, which lies on another file system than it did.
    private static String store(Path folder) throws IOException {
        return Files.getFileStore(folder).toString();
    }
}
