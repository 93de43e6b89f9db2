package org.layerloom.generate;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Singular and plural of English nouns, by rule and a few exceptions.
final class Plurals {
    private static final Map<String, String> SINGULARS = Map.of(
            "men", "man",
            "women", "woman",
            "children", "child",
            "people", "person",
            "mice", "mouse",
            "geese", "goose",
            "feet", "foot",
            "teeth", "tooth");

    private Plurals() {}

    /// A word and what it may be the plural of.
    static Set<String> forms(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        if (SINGULARS.containsKey(word)) {
            forms.add(SINGULARS.get(word));
        }
        cut(word, "ies", "y").forEach(forms::add);
        cut(word, "ves", "f").forEach(forms::add);
        cut(word, "ves", "fe").forEach(forms::add);
        cut(word, "es", "").forEach(forms::add);
        if (!word.matches(".*(?:ss|us|is)")) {
            cut(word, "s", "").forEach(forms::add);
        }
        return forms;
    }

    private static Stream<String> cut(String word, String end, String other) {
        boolean ends = word.endsWith(end) && word.length() > end.length() + 2;
        return ends ? Stream.of(word.substring(0, word.length() - end.length()) + other) : Stream.empty();
    }

    /// Whether a name's last word is a plural.
    static boolean isPlural(String name) {
        return forms(name.substring(name.lastIndexOf(' ') + 1)).size() > 1;
    }

    static String of(String singular) {
        if (isPlural(singular)) {
            return singular;
        }
        if (singular.endsWith("man")) {
            return singular.substring(0, singular.length() - 2) + "en";
        }
        if (singular.endsWith("mouse")) {
            return singular.substring(0, singular.length() - "mouse".length()) + "mice";
        }
        if (singular.endsWith("fish")) {
            return singular;
        }
        if (singular.matches(".*[^aeiou]y")) {
            return singular.substring(0, singular.length() - 1) + "ies";
        }
        return singular + (singular.matches(".*(?:s|x|z|ch|sh)") ? "es" : "s");
    }
}
