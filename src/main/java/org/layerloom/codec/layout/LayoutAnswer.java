package org.layerloom.codec.layout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;
import org.layerloom.words.Words;

/// Reads boxes from what somebody pasted: the answer of a language model with text around it, ART's form, ours, or
/// plain lists of numbers. What [LayoutReader] would refuse is made the best of, and said.
public final class LayoutAnswer {
    private static final Words WORDS = Words.of(LayoutAnswer.class);
    private static final int MAX_CHARS = 1_000_000;
    /// So many openings of lists and objects are tried; beyond, a text is no answer.
    private static final int MAX_TRIES = 400;

    private static final int MAX_DEPTH = 8;
    /// ART's first two boxes, and what a model may give before the others, stand for the whole page.
    private static final int PAGES = 2;

    /// In our own form every box is meant.
    private static final String OWN = "regions";

    private static final Pattern GROUND = Pattern.compile(
            "background|backdrop|hintergrund|whole (?:page|image|canvas|picture)", Pattern.CASE_INSENSITIVE);

    private static final JsonMapper MAPPER = new JsonMapper();

    private final int width;
    private final int height;
    private final int maxBoxes;

    private LayoutAnswer(int width, int height, int maxBoxes) {
        this.width = width;
        this.height = height;
        this.maxBoxes = maxBoxes;
    }

    /// @param width    of the page where the text names none, px
    /// @param height   of the page where the text names none, px
    /// @param maxBoxes further ones are left out
    /// @throws LayoutException if the text holds no boxes
    public static Layout read(String text, int width, int height, int maxBoxes) throws LayoutException {
        if (text.length() > MAX_CHARS) {
            throw new LayoutException(WORDS.text("too.long", MAX_CHARS));
        }
        LayoutAnswer answer = new LayoutAnswer(width, height, maxBoxes);
        int tries = 0;
        for (int at = 0; at < text.length() && tries < MAX_TRIES; at++) {
            char first = text.charAt(at);
            if (first == '{' || first == '[') {
                tries++;
                List<RawBox> boxes = new ArrayList<>();
                JsonNode json = json(text.substring(at));
                collect(json, boxes, 0);
                if (!boxes.isEmpty()) {
                    return answer.layout(json, boxes);
                }
            }
        }
        throw new LayoutException(WORDS.text("nothing"));
    }

    /// The value that a text begins with; missing where it is broken.
    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    /// All boxes in a value, in its order. What is a box is not looked into.
    private static void collect(JsonNode node, List<RawBox> boxes, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        RawBox box = RawBox.of(node);
        if (box != null) {
            boxes.add(box);
        } else if (node.isContainerNode()) {
            node.forEach(each -> collect(each, boxes, depth + 1));
        }
    }

    private Layout layout(JsonNode json, List<RawBox> raw) {
        List<String> notes = new ArrayList<>();
        boolean art = json.has("wholecaption") || json.has("layout");
        boolean fractions = raw.stream().allMatch(RawBox::isFraction);
        Rect page = page(json, raw, art, fractions);
        boolean corners = art || raw.stream().allMatch(RawBox::canBeCorners);
        List<Layout.Box> boxes = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < raw.size(); i++) {
            Rect box = raw.get(i).rect(corners, fractions ? page.width() : 1, fractions ? page.height() : 1);
            Rect inside = box.intersect(page);
            boolean first = i < PAGES && (art || raw.size() > 1) && !json.has(OWN);
            boolean whole = first && inside.equals(page) && isPage(raw.get(i).prompt());
            if (inside.isEmpty() || boxes.size() == maxBoxes && !whole) {
                left++;
            } else if (!whole) {
                boxes.add(new Layout.Box(inside, raw.get(i).prompt(), new Link.Automatic()));
            }
        }
        if (left > 0) {
            notes.add(WORDS.text(left == 1 ? "left.one" : "left.many", left));
        }
        String prompt = text(json, "wholecaption", "prompt", "caption");
        return new Layout(page.width(), page.height(), prompt, OptionalLong.empty(), boxes, notes);
    }

    /// Whether a box as large as the page, of these words, is the page: a frame is a thing on it.
    private static boolean isPage(String words) {
        return words.isBlank() || GROUND.matcher(words).find();
    }

    /// The page that the text names, else ART's first box, else the one given. The sides of a text that is one box
    /// are that box's, and the sides of a page that boxes have parts of may be 1.
    private Rect page(JsonNode json, List<RawBox> raw, boolean art, boolean fractions) {
        JsonNode named = json.path("canvas").isObject() ? json.path("canvas") : json;
        int wide = side(named.path("width"));
        int high = side(named.path("height"));
        boolean isBox = named == json && RawBox.of(json) != null;
        boolean isUnit = fractions && wide == 1 && high == 1;
        if (wide > 0 && high > 0 && !isBox && !isUnit) {
            return new Rect(0, 0, wide, high);
        }
        Rect first = raw.getFirst().rect(true, 1, 1);
        boolean isPage = art && raw.getFirst().prompt().isEmpty() && first.x() == 0 && first.y() == 0;
        boolean fits = side(MAPPER.getNodeFactory().numberNode(first.width())) > 0
                && side(MAPPER.getNodeFactory().numberNode(first.height())) > 0;
        return isPage && fits && !raw.getFirst().isFraction() ? first : new Rect(0, 0, width, height);
    }

    private static int side(JsonNode node) {
        int side = node.isNumber() ? node.intValue() : 0;
        return side > LayoutReader.MAX_SIDE ? 0 : side;
    }

    static String text(JsonNode node, String... names) {
        for (String name : names) {
            if (node.path(name).isTextual()) {
                String text = node.path(name).textValue().strip();
                try {
                    LayoutReader.requirePrompt(text, name);
                    return text;
                } catch (LayoutException e) {
                    return ""; // a box without words is better than none
                }
            }
        }
        return "";
    }
}
