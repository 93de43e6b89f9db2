package org.layerloom.download;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The published checkpoints that the program knows of, from `known-models.json`, whose first entry says how it is
/// written. The list comes with the program and is never fetched.
public record KnownModels(List<KnownModel> models) {
    private static final String RESOURCE = "known-models.json";

    public KnownModels {
        models = List.copyOf(models);
    }

    /// The program's own list.
    public static KnownModels ofProgram() {
        try (InputStream in = KnownModels.class.getResourceAsStream(RESOURCE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is part of the program
        }
    }

    static KnownModels read(InputStream in) throws IOException {
        List<KnownModel> models = new ArrayList<>();
        for (JsonNode model : new ObjectMapper().readTree(in).path("models")) {
            models.add(model(model));
        }
        return new KnownModels(models);
    }

    private static KnownModel model(JsonNode node) {
        List<RemoteFile> files = new ArrayList<>();
        node.path("files")
                .forEach(file -> files.add(file(file, node.path("from").asText())));
        List<String> needs = new ArrayList<>();
        node.path("needs").forEach(need -> needs.add(need.asText()));
        JsonNode licence = node.path("licence");
        Licence.Terms terms = Licence.Terms.valueOf(licence.path("terms").asText());
        return new KnownModel(
                node.path("id").asText(),
                node.path("title").asText(),
                URI.create(node.path("page").asText()),
                new Licence(
                        licence.path("name").asText(),
                        terms,
                        licence.path("gated").asBoolean()),
                node.path("folder").asText(),
                node.path("memory").asLong(),
                needs,
                files);
    }

    private static RemoteFile file(JsonNode node, String from) {
        String path = node.path("path").asText();
        String name = node.path("as").asText(path);
        URI address = URI.create(from + path);
        return new RemoteFile(
                name, address, node.path("bytes").asLong(), node.path("sha256").asText());
    }

    public Optional<KnownModel> find(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /// The model that a missing file belongs to; empty where several could be meant: `config.json` is in most.
    ///
    /// @param name of a file, or of the folder of a whole model
    public Optional<KnownModel> holding(String name) {
        List<KnownModel> found = models.stream()
                .filter(model -> model.title().equals(name)
                        || Path.of(model.folder()).endsWith(name)
                        || model.files().stream().anyMatch(file -> file.name().equals(name)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
