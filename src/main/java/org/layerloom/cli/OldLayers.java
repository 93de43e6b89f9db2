package org.layerloom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// The layer files of a PNG set, by its manifest: what a new set in the same folder does not write again would look
/// like a layer of it.
final class OldLayers {
    private static final long MAX_BYTES = 10_000_000;

    private final Path folder;
    private final Set<String> before;

    /// Reads what `folder` holds now.
    OldLayers(Path folder) {
        this.folder = folder;
        this.before = listed(folder);
    }

    /// Deletes what was listed before and is not any more; what nobody listed stays.
    void deleteUnlisted() throws IOException {
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(listed(folder));
        for (String file : gone) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }

    /// Only plain names below `layers`: a manifest from elsewhere must not reach other files.
    private static Set<String> listed(Path folder) {
        Path manifest = folder.resolve("manifest.json");
        Set<String> files = new HashSet<>();
        try {
            if (Files.isRegularFile(manifest) && Files.size(manifest) <= MAX_BYTES) {
                for (JsonNode file :
                        new ObjectMapper().readTree(manifest.toFile()).findValues("file")) {
                    if (file.asText().matches("layers/[a-z0-9-]+\\.png")) {
                        files.add(file.asText());
                    }
                }
            }
        } catch (IOException e) {
            return Set.of(); // not ours, so nothing of ours lies beside it
        }
        return files;
    }
}
