package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the style sheet's colours against WCAG 2.2 AA: text 4.5 to 1, icons and the borders of focus 3 to 1.
final class ContrastTest {
    private static final Path SHEET = Path.of("src/main/resources/org/layerloom/ui/layerloom.css");
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+):\\s*#([0-9A-Fa-f]{6})\\s*;");

    private static final List<String> GROUNDS =
            List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-color-bg-overlay", "-loom-chrome");

    /// The colours that are the same in both themes, and those of one.
    private static Map<String, Integer> tokens(String scheme) throws IOException {
        String sheet = Files.readString(SHEET);
        Map<String, Integer> tokens = new HashMap<>();
        put(sheet.substring(0, sheet.indexOf("@media")), tokens);
        int from = sheet.indexOf("@media (prefers-color-scheme: " + scheme + ")");
        put(sheet.substring(from, sheet.indexOf("}\n}", from)), tokens);
        return tokens;
    }

    private static void put(String text, Map<String, Integer> tokens) {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.put(token.group(1), Integer.parseInt(token.group(2), 16));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void text_stands_out_from_every_ground_by_four_and_a_half(String scheme) throws IOException {
        Map<String, Integer> tokens = tokens(scheme);
        List<String> tooFaint = new ArrayList<>();
        for (String ground : GROUNDS) {
            for (String text :
                    List.of("-color-fg-default", "-color-fg-muted", "-color-fg-subtle", "-color-accent-fg")) {
                check(tokens, text, ground, 4.5, tooFaint);
            }
        }
        for (String kind : List.of("success", "warning", "danger", "accent")) {
            check(tokens, "-color-" + kind + "-fg", "-color-" + kind + "-subtle", 4.5, tooFaint);
        }
        check(tokens, "-color-fg-default", "-color-accent-subtle", 4.5, tooFaint);
        check(tokens, "-color-fg-muted", "-color-accent-subtle", 4.5, tooFaint);
        check(tokens, "-color-fg-emphasis", "-color-accent-emphasis", 4.5, tooFaint);
        for (String tag : List.of("coral", "amber", "lime", "teal", "sky", "violet", "pink", "slate")) {
            check(tokens, "-loom-on-tag", "-tag-" + tag, 4.5, tooFaint);
        }
        assertThat(tooFaint).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void icons_and_the_borders_of_fields_under_the_pointer_or_the_focus_stand_out_by_three(String scheme)
            throws IOException {
        Map<String, Integer> tokens = tokens(scheme);
        List<String> tooFaint = new ArrayList<>();
        for (String ground : GROUNDS) {
            for (String mark : List.of("-color-fg-muted", "-color-accent-fg", "-loom-field-border")) {
                check(tokens, mark, ground, 3, tooFaint);
            }
        }
        assertThat(tooFaint).isEmpty();
    }

    private static void check(
            Map<String, Integer> tokens, String front, String back, double least, List<String> tooFaint) {
        double contrast = contrast(tokens.get(front), tokens.get(back));
        if (contrast < least) {
            tooFaint.add(String.format("%s on %s: %.2f", front, back, contrast));
        }
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
