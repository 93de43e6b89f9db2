package org.layerloom.codec.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.codec.Carried;
import org.layerloom.codec.Opened;
import org.layerloom.codec.zip.ZipArchive;
import org.layerloom.document.Document;
import org.layerloom.document.Guide;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.words.Words;

/// Reads a project file (`.loom`). Fields and entries that are not known are carried along.
/// A layer whose picture is damaged or
/// missing gets a striped one of its size, and a note; everything else opens.
public final class ProjectReader {
    private static final Words WORDS = Words.of(ProjectReader.class);

    static final int MAX_ID = 1 << 30;
    static final int FARTHEST = 1 << 24;
    /// Bytes of unknown entries that are kept for the next save.
    private static final int MAX_CARRIED = 64 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZipArchive archive;
    private final List<String> notes = new ArrayList<>();

    private ProjectReader(ZipArchive archive) {
        this.archive = archive;
    }

    /// Reads a whole file; the stream stays open.
    ///
    /// @throws IOException in one sentence, when the file is no project, of a later version, or beyond rescue
    public static Opened read(InputStream in) throws IOException {
        return read(ZipArchive.read(in));
    }

    /// As of a stream.
    public static Opened read(ZipArchive archive) throws IOException {
        ProjectReader reader = new ProjectReader(archive);
        Fields root = new Fields(reader.json(), "");
        Document document = reader.document(root);
        return new Opened(document, reader.notes, reader.carried(root));
    }

    private Document document(Fields root) throws IOException {
        if (!ProjectWriter.FORMAT.equals(root.json().path("format").asText())) {
            throw new IOException(WORDS.text("no.format"));
        }
        int version = root.number("version", 1, Integer.MAX_VALUE);
        if (version > ProjectWriter.VERSION) {
            throw new IOException(WORDS.text("later", version, ProjectWriter.VERSION));
        }
        int width = root.number("width", 1, Document.MAX_SIDE);
        int height = root.number("height", 1, Document.maxSide(width));
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < root.list("regions").size(); i++) {
            regions.add(region(root.item("regions", i)));
        }
        List<Guide> guides = new ArrayList<>();
        for (int i = 0; root.has("guides") && i < root.list("guides").size(); i++) {
            Fields guide = root.item("guides", i);
            guides.add(new Guide(guide.flag("vertical"), guide.number("position", -FARTHEST, FARTHEST)));
        }
        List<Layer> layers = new LayerReader(new Pictures(archive, notes), notes).layers(root);
        int nextId = root.number("nextId", 1, MAX_ID + 1);
        return Document.blank(width, height)
                .withPrompt(root.text("prompt"))
                .withRegions(regions)
                .withLayers(layers)
                .withGuides(guides)
                .withNextId(nextId);
    }

    private Carried carried(Fields root) {
        Map<String, byte[]> entries = new HashMap<>();
        int left = MAX_CARRIED;
        for (String name : archive.names()) {
            if (!Names.isKnownEntry(name)) {
                try (InputStream in = archive.open(name)) {
                    byte[] content = in.readAllBytes();
                    if (content.length > left) {
                        throw new IOException(WORDS.text("entry.large"));
                    }
                    left -= content.length;
                    entries.put(name, content);
                } catch (IOException e) {
                    notes.add(WORDS.text("entry.lost", name.replaceAll("\\p{C}", "?"), e.getMessage()));
                }
            }
        }
        return new Carried(Names.unknown((ObjectNode) root.json()), entries);
    }

    private JsonNode json() throws IOException {
        try (InputStream in = archive.open(Names.DOCUMENT)) {
            return JSON.readTree(in);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    WORDS.text(
                            "json.broken",
                            (e.getLocation() == null ? 0 : e.getLocation().getLineNr())),
                    e);
        }
    }

    private static Region region(Fields json) throws IOException {
        LayerId layer = new LayerId(json.number("layer", 1, MAX_ID));
        Rect box = place(json, 1);
        return new Region(layer, box, json.text("prompt"), json.number("tag", 0, LayerProps.TAGS - 1));
    }

    /// @param least the smallest side that is allowed
    static Rect place(Fields json, int least) throws IOException {
        return new Rect(
                json.number("x", -FARTHEST, FARTHEST),
                json.number("y", -FARTHEST, FARTHEST),
                json.number("width", least, FARTHEST),
                json.number("height", least, FARTHEST));
    }
}
