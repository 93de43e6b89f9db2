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
import org.layerloom.document.Document;
import org.layerloom.document.Rect;

/// Reads a layout, a page with boxes as JSON, in our own form and in ART's; refuses by name what is wrong, and says
/// what it cut to fit.
public final class LayoutReader {
    private static final int MAX_BYTES = 10_000_000;
    private static final int MAX_PROMPT = 10_000;
    private static final List<String> OWN = List.of("prompt", "width", "height", "seed", "regions");
    private static final List<String> OWN_REGION = List.of("x", "y", "width", "height", "prompt");
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
            throw new LayoutException("the file is too large; a layout has at most 10 MB");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new LayoutException("the file is not UTF-8 text", e);
        }
    }

    private static JsonNode parse(String text) throws LayoutException {
        if (text.isBlank()) {
            throw new LayoutException("the file is empty");
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            String place = where == null ? "" : " in line " + where.getLineNr() + ", column " + where.getColumnNr();
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new LayoutException("broken JSON" + place + ": " + problem, e);
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
            add(region.path(), box, prompt, new Rect(0, 0, width, height));
        }
        String prompt = root.text("prompt");
        requirePrompt(prompt, "prompt");
        return new Layout(width, height, prompt, root.number("seed"), boxes, notes);
    }

    private Layout art(JsonObject root) throws LayoutException {
        root.requireKnown(ART);
        JsonNode layout = root.list("layout");
        if (layout.size() < ART_PAGES) {
            throw new LayoutException(
                    "layout holds " + layout.size() + " boxes: the first two are the whole picture and the background");
        }
        requireCount(layout.size() - ART_PAGES, "layout");
        Rect page = corners(layout.get(0), "layout[0]");
        if (page.x() != 0 || page.y() != 0) {
            throw new LayoutException("layout[0] begins at " + page.x() + ", " + page.y()
                    + ": the first box is the whole picture and begins at 0, 0");
        }
        requireSide(page.width(), "layout[0]'s width");
        requireSide(page.height(), "layout[0]'s height");
        if (!layout.get(1).isNull() && !corners(layout.get(1), "layout[1]").equals(page)) {
            throw new LayoutException("layout[1] is not as large as layout[0]: the second box is the background");
        }
        for (int i = ART_PAGES; i < layout.size(); i++) {
            String name = "layout[" + i + "]";
            if (layout.get(i).isNull()) {
                notes.add(name + " is null: no layer is made from it");
            } else {
                add(name, corners(layout.get(i), name), "", page);
            }
        }
        String prompt = root.text("wholecaption");
        requirePrompt(prompt, "wholecaption");
        return new Layout(page.width(), page.height(), prompt, OptionalLong.empty(), boxes, notes);
    }

    private static Rect corners(JsonNode box, String name) throws LayoutException {
        if (!box.isArray() || box.size() != 4) {
            throw new LayoutException(name + " is " + JsonObject.kind(box) + (box.isArray() ? " of " + box.size() : "")
                    + " where a box [x0, y0, x1, y1] is expected");
        }
        int[] at = new int[4];
        for (int i = 0; i < 4; i++) {
            at[i] = JsonObject.coordinate(box.get(i), name + "[" + i + "]");
        }
        if (at[2] <= at[0] || at[3] <= at[1]) {
            throw new LayoutException(name + " [" + at[0] + ", " + at[1] + ", " + at[2] + ", " + at[3]
                    + "] is empty or negative: x1 must be more than x0, and y1 more than y0");
        }
        return Rect.between(at[0], at[1], at[2], at[3]);
    }

    private static int length(JsonObject region, String name) throws LayoutException {
        int length = region.coordinate(name);
        if (length < 1) {
            throw new LayoutException(region.field(name) + " is " + length + ": a box has at least 1 px");
        }
        return length;
    }

    private static int side(JsonObject root, String name) throws LayoutException {
        int side = root.coordinate(name);
        requireSide(side, name);
        return side;
    }

    private static void requireSide(int side, String name) throws LayoutException {
        if (side < 1 || side > Document.MAX_SIDE) {
            throw new LayoutException(name + " is " + side + ": a page has 1 to " + Document.MAX_SIDE + " px a side");
        }
    }

    private void requireCount(int count, String name) throws LayoutException {
        if (count > maxBoxes) {
            throw new LayoutException(name + " holds " + count + " boxes: at most " + maxBoxes + " can be made");
        }
    }

    /// @throws LayoutException when a tokenizer could not take `prompt`
    public static void requirePrompt(String prompt, String name) throws LayoutException {
        if (prompt.length() > MAX_PROMPT) {
            throw new LayoutException(
                    name + " has " + prompt.length() + " characters: at most " + MAX_PROMPT + " are read");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(prompt)) {
            throw new LayoutException(name + " holds half a character: a surrogate without its other half");
        }
    }

    private void add(String name, Rect box, String prompt, Rect page) throws LayoutException {
        Rect inside = box.intersect(page);
        if (inside.isEmpty()) {
            throw new LayoutException(
                    name + " " + shown(box) + " lies outside the page of " + page.width() + " x " + page.height());
        }
        if (!inside.equals(box)) {
            notes.add(name + " " + shown(box) + " reaches outside the page and is cut to " + shown(inside));
        }
        boxes.add(new Layout.Box(inside, prompt));
    }

    private static String shown(Rect box) {
        return "(" + box.x() + ", " + box.y() + ", " + box.width() + " x " + box.height() + ")";
    }
}
