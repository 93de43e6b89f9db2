package org.layerloom.generate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.document.text.TextSetter;
import org.layerloom.document.text.Typeface;

/// How lettering looks that a prompt asks for.
///
/// @param named whether the prompt names the colour
record Ink(int argb, boolean named, boolean bold, boolean italic) {
    private static final int DARK = 0xFF1B1C20;
    private static final int LIGHT = 0xFFFFFFFF;
    /// What large text needs to be read with ease (WCAG 2.2, 1.4.3).
    private static final double LEAST_CONTRAST = 3;
    /// At most so many places of the background are looked at, across and down.
    private static final int SAMPLES = 32;

    private static final Map<String, Integer> COLOURS = Map.ofEntries(
            Map.entry("red", 0xFFD62828),
            Map.entry("crimson", 0xFFB0122B),
            Map.entry("orange", 0xFFF3722C),
            Map.entry("yellow", 0xFFF9C22E),
            Map.entry("gold", 0xFFC9972B),
            Map.entry("golden", 0xFFC9972B),
            Map.entry("green", 0xFF2E8B57),
            Map.entry("mint", 0xFF7FD1AE),
            Map.entry("teal", 0xFF159A9C),
            Map.entry("turquoise", 0xFF23B5B0),
            Map.entry("blue", 0xFF2563C9),
            Map.entry("navy", 0xFF1B2A5C),
            Map.entry("purple", 0xFF6B3FA0),
            Map.entry("violet", 0xFF7C4DDB),
            Map.entry("pink", 0xFFE85D9E),
            Map.entry("magenta", 0xFFD11F87),
            Map.entry("brown", 0xFF6F4A2F),
            Map.entry("beige", 0xFFE6D5B8),
            Map.entry("cream", 0xFFF6EBD5),
            Map.entry("silver", 0xFFB9BEC6),
            Map.entry("grey", 0xFF7A7E87),
            Map.entry("gray", 0xFF7A7E87),
            Map.entry("black", 0xFF111111),
            Map.entry("white", 0xFFFFFFFF));
    private static final Pattern COLOUR =
            PromptReader.words(COLOURS.keySet().stream().sorted().collect(Collectors.joining("|")));
    private static final Pattern THIN = PromptReader.words("thin|light|delicate|fine");
    private static final Pattern SLANTED = PromptReader.words("italic|slanted|cursive|script|handwritten");
    private static final Pattern DARK_GROUND = Pattern.compile(
            "\\b(?:dark|black|navy|night|midnight)\\b[^,.;]*\\b(?:background|backdrop|sky)\\b|\\bnight\\b");

    /// @param words of the box
    /// @param prompt of the whole picture
    static Ink of(String words, String prompt) {
        String plain = unquoted(words).toLowerCase(Locale.ROOT);
        Optional<Integer> named = COLOUR.matcher(plain)
                .results()
                .map(MatchResult::group)
                .map(COLOURS::get)
                .reduce((first, last) -> last);
        boolean onDark =
                DARK_GROUND.matcher(unquoted(prompt).toLowerCase(Locale.ROOT)).find();
        return new Ink(
                named.orElse(onDark ? LIGHT : DARK),
                named.isPresent(),
                !THIN.matcher(plain).find(),
                SLANTED.matcher(plain).find());
    }

    private static String unquoted(String words) {
        StringBuilder rest = new StringBuilder(words);
        List<MatchResult> quotes = PromptReader.quotes(words).toList();
        quotes.reversed().forEach(quote -> rest.replace(quote.start(), quote.end(), " "));
        return rest.toString();
    }

    /// Of a size and at a place that are still to be found.
    Text text(String content) {
        return new Text(content, Typeface.BUNDLED, 1, bold, italic, argb, Text.Align.CENTER, TextFit.LEADING, 0, 0);
    }

    /// The same text, dark or light where its own colour would be lost on what is behind it.
    ///
    /// @param background of the page's size
    static TextLayer readable(TextLayer layer, Raster background) {
        Rect area = layer.bounds().intersect(new Rect(0, 0, background.width(), background.height()));
        if (area.isEmpty()) {
            return layer;
        }
        double behind = luminance(background, area);
        double own = luminance(layer.text().argb());
        if (contrast(own, behind) >= LEAST_CONTRAST) {
            return layer;
        }
        int other = contrast(luminance(DARK), behind) > contrast(luminance(LIGHT), behind) ? DARK : LIGHT;
        return TextSetter.reset(layer, layer.text().withArgb(other));
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Raster raster, Rect area) {
        int across = Math.max(1, area.width() / SAMPLES);
        int down = Math.max(1, area.height() / SAMPLES);
        double sum = 0;
        int count = 0;
        for (int y = area.y(); y < area.bottom(); y += down) {
            for (int x = area.x(); x < area.right(); x += across) {
                sum += luminance(raster.argb(x, y));
                count++;
            }
        }
        return sum / count;
    }

    /// Of light, 0..1.
    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 255) + 0.7152 * linear(argb >> 8 & 255) + 0.0722 * linear(argb & 255);
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
