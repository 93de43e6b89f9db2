package org.layerloom.codec.project;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerloom.codec.BytesSource;
import org.layerloom.codec.Carried;
import org.layerloom.codec.Entries;
import org.layerloom.codec.Opened;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.zip.ZipArchive;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.Guide;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Link;
import org.layerloom.document.Paper;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.words.Shown;
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

    private static final long MAX_JSON_BYTES = 256 << 20;
    /// Most names, values and brackets of the JSON: more than 60,000 layers have. What is read of it takes many times
    /// its bytes.
    private static final long MAX_TOKENS = 4_000_000;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .build();

    private final Entries archive;
    private final List<String> notes = new ArrayList<>();
    private final Pictures pictures;

    private ProjectReader(Entries archive) {
        this.archive = archive;
        this.pictures = new Pictures(archive, notes);
    }

    /// A project that was read, and where its pictures lie packed.
    public record Project(Opened opened, PackedPictures packed) {}

    /// Reads a whole file; the stream stays open.
    ///
    /// @throws IOException in one sentence, when the file is no project, of a later version, or beyond rescue
    public static Opened read(InputStream in) throws IOException {
        return read(ZipArchive.read(in), WriteProgress.UNHEARD).opened();
    }

    /// Reads a file of which only what is needed is brought into memory.
    ///
    /// @throws IOException in one sentence, when the file is no project, of a later version, or beyond rescue
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    public static Project read(BytesSource file, WriteProgress progress) throws IOException {
        try (FileChannel channel = file.open()) {
            return read(ZipArchive.of(channel, file), progress);
        }
    }

    /// Reads a project of entries that lie anywhere.
    ///
    /// @throws IOException in one sentence, when this is no project, of a later version, or beyond rescue
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    public static Project read(Entries archive, WriteProgress progress) throws IOException {
        ProjectReader reader = new ProjectReader(archive);
        Fields root = new Fields(reader.json(), "");
        reader.requireKnown(root);
        reader.pictures.unpack(root.json(), progress);
        Document document = reader.document(root);
        return new Project(new Opened(document, reader.notes, reader.carried(root)), reader.pictures.packed());
    }

    private void requireKnown(Fields root) throws IOException {
        if (!ProjectWriter.FORMAT.equals(root.json().path("format").asText())) {
            throw new IOException(WORDS.text("no.format"));
        }
        int version = root.number("version", 1, Integer.MAX_VALUE);
        if (version > ProjectWriter.VERSION) {
            throw new IOException(WORDS.text("later", version, ProjectWriter.VERSION));
        }
    }

    private Document document(Fields root) throws IOException {
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
        List<Layer> layers = new LayerReader(pictures, notes).layers(root);
        int nextId = root.number("nextId", 1, MAX_ID + 1);
        return Document.blank(width, height)
                .withPrompt(root.text("prompt"))
                .withRegions(regions)
                .withLayers(layers)
                .withGuides(guides)
                .withPaper(paper(root))
                .withForeign(pictures.foreign(root, WORDS.text("foreign.document"), Optional.empty()))
                .withNextId(nextId);
    }

    /// The usual one where a file tells nothing of it; without a profile, with a note, where that is lost.
    private Paper paper(Fields root) throws IOException {
        Paper paper = root.has("pixelsPerInch")
                ? Paper.SCREEN.withPixelsPerInch(root.decimal("pixelsPerInch", 1e-3, Paper.MAX_PIXELS_PER_INCH))
                : Paper.SCREEN;
        if (!root.has("profile")) {
            return paper;
        }
        try {
            return paper.withIccProfile(Optional.of(Bytes.of(content(root.text("profile")))));
        } catch (IOException e) {
            notes.add(WORDS.text("profile.lost", e.getMessage()));
            return paper;
        }
    }

    private Carried carried(Fields root) {
        Map<String, Bytes> entries = new HashMap<>();
        int left = MAX_CARRIED;
        for (String name : archive.names()) {
            if (!Names.isKnownEntry(name)) {
                try {
                    if (archive.size(name) > left) {
                        throw new IOException(WORDS.text("entry.large"));
                    }
                    byte[] content = content(name);
                    left -= content.length;
                    entries.put(name, Bytes.of(content));
                } catch (IOException e) {
                    notes.add(WORDS.text("entry.lost", Shown.of(name), e.getMessage()));
                }
            }
        }
        return new Carried(Names.unknown((ObjectNode) root.json()), entries);
    }

    private byte[] content(String name) throws IOException {
        try (InputStream in = archive.open(name)) {
            return in.readAllBytes();
        }
    }

    private JsonNode json() throws IOException {
        if (archive.size(Names.DOCUMENT) > MAX_JSON_BYTES) {
            throw new IOException(WORDS.text("json.large"));
        }
        try (InputStream in = archive.open(Names.DOCUMENT)) {
            return JSON.readTree(in);
        } catch (StreamConstraintsException e) {
            throw new IOException(WORDS.text("json.large"), e);
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
        Link link = Link.of(json.has("phrase") ? json.text("phrase") : null);
        return new Region(layer, box, json.text("prompt"), json.number("tag", 0, LayerProps.TAGS - 1), link);
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
