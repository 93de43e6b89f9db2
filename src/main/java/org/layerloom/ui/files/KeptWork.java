package org.layerloom.ui.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// What is told of work that no file holds.
///
/// @param title of the window that it was in
/// @param file of the project; empty where it was never saved
/// @param state of that file when the work was last in step with it
/// @param time when it was kept
public record KeptWork(String title, Optional<Path> file, Optional<FileState> state, Instant time) {
    private static final ObjectMapper JSON = new ObjectMapper();

    KeptWork titled(String title) {
        return new KeptWork(title, file, state, time);
    }

    byte[] json() throws IOException {
        ObjectNode json = JSON.createObjectNode().put("title", title).put("time", time.toEpochMilli());
        file.ifPresent(path -> json.put("file", path.toString()));
        state.ifPresent(known -> json.put("modified", known.modified()).put("bytes", known.bytes()));
        return JSON.writeValueAsBytes(json);
    }

    /// @param time where the file does not tell it
    static KeptWork read(byte[] file, Instant time) {
        try {
            JsonNode json = JSON.readTree(file);
            Optional<FileState> state = json.has("bytes")
                    ? Optional.of(new FileState(
                            json.path("modified").asLong(), json.path("bytes").asLong()))
                    : Optional.empty();
            return new KeptWork(
                    json.path("title").asText(),
                    json.hasNonNull("file")
                            ? Optional.of(Path.of(json.path("file").asText()))
                            : Optional.empty(),
                    state,
                    Instant.ofEpochMilli(json.path("time").asLong(time.toEpochMilli())));
        } catch (IOException | InvalidPathException e) {
            return new KeptWork("", Optional.empty(), Optional.empty(), time);
        }
    }
}
