package org.layerloom.ui.preferences;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.layerloom.files.AtomicFiles;
import org.layerloom.words.Words;

/// The file in which settings are kept: one JSON object, written whole or not at all.
record PreferencesFile(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// A file of settings that is larger was not written by this program, bytes.
    private static final long MAX_BYTES = 4 << 20;

    /// What was read.
    ///
    /// @param values empty where there is no file or none that can be read
    /// @param problem a sentence for the user about a file that could not be read
    record Loaded(ObjectNode values, Optional<String> problem) {}

    /// Reads the file; one that is damaged is moved aside, so that nothing of it is lost.
    Loaded read() {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        if (!Files.exists(path)) {
            return new Loaded(none, Optional.empty());
        }
        Words words = Words.of(PreferencesFile.class);
        try {
            if (Files.size(path) <= MAX_BYTES && JSON.readTree(Files.readAllBytes(path)) instanceof ObjectNode values) {
                return new Loaded(values, Optional.empty());
            }
            return new Loaded(none, Optional.of(moveAside(words)));
        } catch (JacksonException e) {
            return new Loaded(none, Optional.of(moveAside(words)));
        } catch (IOException e) {
            return new Loaded(none, Optional.of(words.text("file.unreadable", path)));
        }
    }

    private String moveAside(Words words) {
        Path aside = path.resolveSibling(path.getFileName() + ".damaged");
        try {
            Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
            return words.text("file.damaged", aside);
        } catch (IOException e) {
            return words.text("file.unreadable", path);
        }
    }

    void write(JsonNode values) throws IOException {
        AtomicFiles.write(path, out -> JSON.writerWithDefaultPrettyPrinter().writeValue(out, values));
    }
}
