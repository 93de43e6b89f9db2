package org.layerloom.codec.layout;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;
import org.layerloom.words.Shown;
import org.layerloom.words.Words;

/// Reads a layout, a page with boxes as JSON, in our own form and in ART's; refuses by name what is wrong, and says
/// what it cut to fit.
public final class LayoutReader {
    private static final Words WORDS = Words.of(LayoutReader.class);
    private static final int MAX_BYTES = 10_000_000;
    private static final int MAX_PROMPT = 10_000;
    /// Longest side of a page, px.
    public static final int MAX_SIDE = 16_384;

    private static final List<String> OWN = List.of("prompt", "width", "height", "seed", "regions");
    private static final List<String> OWN_REGION = List.of("x", "y", "width", "height", "prompt", "phrase");
    private static final List<String> ART = List.of("index", "wholecaption", "layout");
    /// ART's first two boxes stand for the whole picture and the background.
    private static final int ART_PAGES = 2;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Layout.Box> boxes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private final int maxBoxes;

    private LayoutReader(int maxBoxes) {
        this.maxBoxes = maxBoxes;
    }

    /// @param maxBoxes more are refused
    /// @throws LayoutException in one sentence; other exceptions are the stream's own
    public static Layout read(InputStream in, int maxBoxes) throws IOException {
        JsonObject root = JsonObject.of(parse(text(in)), "");
        boolean art = ART.stream().anyMatch(root.node()::has);
        LayoutReader reader = new LayoutReader(maxBoxes);
        return art ? reader.art(root) : reader.own(root);
    }

    private static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new LayoutException(WORDS.text("too.large"));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new LayoutException(WORDS.text("not.utf8"), e);
        }
    }

    private static JsonNode parse(String text) throws LayoutException {
        if (text.isBlank()) {
            throw new LayoutException(WORDS.text("empty"));
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            String problem = Shown.of(e.getOriginalMessage());
            throw new LayoutException(
                    where == null
                            ? WORDS.text("json.broken", problem)
                            : WORDS.text("json.broken.at", where.getLineNr(), where.getColumnNr(), problem),
                    e);
        }
    }

    private Layout own(JsonObject root) throws LayoutException {
        root.requireKnown(OWN);
        int width = side(root, "width");
        int height = side(root, "height");
        JsonNode regions = root.list("regions");
        requireCount(regions.size(), "regions");
        for (int i = 0; i < regions.size(); i++) {
            JsonObject region = JsonObject.of(regions.get(i), "regions[" + i + "]");
            region.requireKnown(OWN_REGION);
            Rect box = new Rect(
                    region.coordinate("x"), region.coordinate("y"), length(region, "width"), length(region, "height"));
            String prompt = region.text("prompt");
            requirePrompt(prompt, region.field("prompt"));
            String phrase = region.node().has("phrase") ? region.text("phrase") : null;
            requirePrompt(phrase == null ? "" : phrase, region.field("phrase"));
            add(region.path(), box, prompt, Link.of(phrase), new Rect(0, 0, width, height));
        }
        String prompt = root.text("prompt");
        requirePrompt(prompt, "prompt");
        return new Layout(width, height, prompt, root.number("seed"), boxes, notes);
    }

    private Layout art(JsonObject root) throws LayoutException {
        root.requireKnown(ART);
        JsonNode layout = root.list("layout");
        if (layout.size() < ART_PAGES) {
            throw new LayoutException(WORDS.text("art.pages", layout.size()));
        }
        requireCount(layout.size() - ART_PAGES, "layout");
        Rect page = corners(layout.get(0), "layout[0]");
        if (page.x() != 0 || page.y() != 0) {
            throw new LayoutException(WORDS.text("art.page", page.x(), page.y()));
        }
        requireSide(page.width(), WORDS.text("art.width"));
        requireSide(page.height(), WORDS.text("art.height"));
        if (!layout.get(1).isNull() && !corners(layout.get(1), "layout[1]").equals(page)) {
            throw new LayoutException(WORDS.text("art.background"));
        }
        for (int i = ART_PAGES; i < layout.size(); i++) {
            String name = "layout[" + i + "]";
            if (layout.get(i).isNull()) {
                notes.add(WORDS.text("art.null", name));
            } else {
                add(name, corners(layout.get(i), name), "", Link.of(null), page);
            }
        }
        String prompt = root.text("wholecaption");
        requirePrompt(prompt, "wholecaption");
        return new Layout(page.width(), page.height(), prompt, OptionalLong.empty(), boxes, notes);
    }

    private static Rect corners(JsonNode box, String name) throws LayoutException {
        if (!box.isArray()) {
            throw new LayoutException(WORDS.text("box.expected", name, JsonObject.kind(box)));
        }
        if (box.size() != 4) {
            throw new LayoutException(WORDS.text("box.numbers", name, box.size()));
        }
        int[] at = new int[4];
        for (int i = 0; i < 4; i++) {
            at[i] = JsonObject.coordinate(box.get(i), name + "[" + i + "]");
        }
        if (at[2] <= at[0] || at[3] <= at[1]) {
            throw new LayoutException(WORDS.text("box.negative", name, at[0], at[1], at[2], at[3]));
        }
        return Rect.between(at[0], at[1], at[2], at[3]);
    }

    private static int length(JsonObject region, String name) throws LayoutException {
        int length = region.coordinate(name);
        if (length < 1) {
            throw new LayoutException(WORDS.text("box.empty", region.field(name), length));
        }
        return length;
    }

    private static int side(JsonObject root, String name) throws LayoutException {
        int side = root.coordinate(name);
        requireSide(side, name);
        return side;
    }

    private static void requireSide(int side, String name) throws LayoutException {
        if (side < 1 || side > MAX_SIDE) {
            throw new LayoutException(WORDS.text("page.side", name, side, MAX_SIDE));
        }
    }

    private void requireCount(int count, String name) throws LayoutException {
        if (count > maxBoxes) {
            throw new LayoutException(WORDS.text("too.many", name, count, maxBoxes));
        }
    }

    /// @throws LayoutException when a tokenizer could not take `prompt`
    public static void requirePrompt(String prompt, String name) throws LayoutException {
        if (prompt.length() > MAX_PROMPT) {
            throw new LayoutException(WORDS.text("prompt.long", name, prompt.length(), MAX_PROMPT));
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(prompt)) {
            throw new LayoutException(WORDS.text("prompt.half", name));
        }
    }

    private void add(String name, Rect box, String prompt, Link link, Rect page) throws LayoutException {
        Rect inside = box.intersect(page);
        if (inside.isEmpty()) {
            throw new LayoutException(WORDS.text("box.outside", name, shown(box), page.width(), page.height()));
        }
        if (!inside.equals(box)) {
            notes.add(WORDS.text("box.cut", name, shown(box), shown(inside)));
        }
        boxes.add(new Layout.Box(inside, prompt, link));
    }

    private static String shown(Rect box) {
        return "(" + box.x() + ", " + box.y() + ", " + box.width() + " x " + box.height() + ")";
    }
}
