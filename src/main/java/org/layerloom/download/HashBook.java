package org.layerloom.download;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerloom.files.AtomicFiles;

/// The hashes that files of models had when they were fetched or first looked at, kept in a file of the user's. A
/// published list of hashes is not there for most checkpoints: what is recorded tells at least that a file is still
/// the same.
///
/// @param file where it is kept; it may not exist
public record HashBook(Path file) {
    /// Its name in the user's folder.
    public static final String NAME = "hashes.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_BYTES = 16 << 20;

    /// What was recorded of a file.
    ///
    /// @param bytes its size then
    /// @param when  when it was last looked at
    public record Entry(String sha256, long bytes, Instant when) {}

    public Optional<Entry> find(Path model) {
        JsonNode entry = read().path(key(model));
        try {
            return entry.isObject()
                    ? Optional.of(new Entry(
                            entry.path("sha256").asText(),
                            entry.path("bytes").asLong(),
                            Instant.ofEpochSecond(entry.path("when").asLong())))
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // written by hand
        }
    }

    /// Records hashes of files as they are now.
    ///
    /// @param hashes by the files' paths
    public void record(Map<Path, String> hashes, Instant now) throws IOException {
        synchronized (JSON) {
            ObjectNode all = read();
            for (Map.Entry<Path, String> hash : hashes.entrySet()) {
                all.putObject(key(hash.getKey()))
                        .put("sha256", hash.getValue())
                        .put("bytes", Files.size(hash.getKey()))
                        .put("when", now.getEpochSecond());
            }
            AtomicFiles.write(file, out -> JSON.writerWithDefaultPrettyPrinter().writeValue(out, all));
        }
    }

    /// Takes files out again.
    public void forget(List<Path> files) throws IOException {
        synchronized (JSON) {
            ObjectNode all = read();
            files.forEach(gone -> all.remove(key(gone)));
            AtomicFiles.write(file, out -> JSON.writerWithDefaultPrettyPrinter().writeValue(out, all));
        }
    }

    /// What cannot be read counts as nothing: it is only a memory.
    private ObjectNode read() {
        try {
            if (Files.isRegularFile(file)
                    && Files.size(file) <= MAX_BYTES
                    && JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode all) {
                return all;
            }
        } catch (IOException e) {
            return JsonNodeFactory.instance.objectNode();
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static String key(Path model) {
        return model.toAbsolutePath().normalize().toString();
    }
}
