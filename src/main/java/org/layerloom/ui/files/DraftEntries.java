package org.layerloom.ui.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.layerloom.codec.BytesSource;
import org.layerloom.codec.Entries;
import org.layerloom.codec.StoredBytes;
import org.layerloom.words.Words;

/// The entries of a project that lie in the files of a folder, and their list as JSON. Never changes.
final class DraftEntries implements Entries {
    private static final Words WORDS = Words.of(DraftEntries.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Where an entry lies.
    ///
    /// @param file its name in the folder
    record Place(String file, long offset, int length, int crc) {}

    /// A file of the folder, which is never written again.
    record OwnFile(Path folder, String name) implements BytesSource {
        @Override
        public FileChannel open() throws IOException {
            return FileChannel.open(folder.resolve(name), StandardOpenOption.READ);
        }
    }

    private final Path folder;
    private final Map<String, Place> places;

    /// @param places by the name of the entry
    DraftEntries(Path folder, Map<String, Place> places) {
        this.folder = folder;
        this.places = Map.copyOf(places);
    }

    /// @throws IOException in one sentence, when the list is damaged
    static DraftEntries read(Path folder, byte[] list) throws IOException {
        Map<String, Place> places = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : json(list).properties()) {
            JsonNode json = entry.getValue();
            String file = json.path("file").asText();
            if (!file.matches("[\\w-]+(\\.\\w+)?")) {
                throw new IOException(WORDS.text("draft.damaged"));
            }
            places.put(
                    entry.getKey(),
                    new Place(
                            file,
                            json.path("offset").asLong(-1),
                            json.path("bytes").asInt(-1),
                            json.path("crc").asInt()));
        }
        return new DraftEntries(folder, places);
    }

    private static JsonNode json(byte[] list) throws IOException {
        try {
            return JSON.readTree(list);
        } catch (JsonProcessingException e) {
            throw new IOException(WORDS.text("draft.damaged"), e);
        }
    }

    byte[] list() throws IOException {
        ObjectNode list = JSON.createObjectNode();
        new TreeMap<>(places)
                .forEach((name, place) -> list.putObject(name)
                        .put("file", place.file())
                        .put("offset", place.offset())
                        .put("bytes", place.length())
                        .put("crc", place.crc()));
        return JSON.writeValueAsBytes(list);
    }

    Optional<Place> place(String name) {
        return Optional.ofNullable(places.get(name));
    }

    boolean uses(String file) {
        return places.values().stream().anyMatch(place -> place.file().equals(file));
    }

    @Override
    public Set<String> names() {
        return places.keySet();
    }

    @Override
    public long size(String name) {
        return place(name).map(Place::length).orElse(0);
    }

    @Override
    public InputStream open(String name) throws IOException {
        Optional<StoredBytes> stored = stored(name);
        if (stored.isEmpty()) {
            throw new IOException(WORDS.text("draft.missing", name));
        }
        return new ByteArrayInputStream(stored.get().read());
    }

    @Override
    public Optional<StoredBytes> stored(String name) {
        return place(name)
                .map(place -> new StoredBytes(
                        new OwnFile(folder, place.file()), place.offset(), place.length(), place.crc()));
    }
}
