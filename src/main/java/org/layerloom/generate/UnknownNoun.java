package org.layerloom.generate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A noun of a prompt that a model was not taught: chars `start` (inclusive) to `end` (exclusive).
///
/// @param text in small letters
/// @param near up to three things that the model was taught, the nearest first
public record UnknownNoun(String text, int start, int end, List<String> near) {
    private static final Pattern ARTICLE = Pattern.compile("\\b(an?)(\\s+)$", Pattern.CASE_INSENSITIVE);

    public UnknownNoun {
        near = List.copyOf(near);
    }

    /// The prompt with a thing in the noun's place: its number stays, and an article before it fits.
    public String replacedIn(String prompt, String thing) {
        String found = prompt.substring(start, end);
        String other = Plurals.isPlural(found) ? Plurals.of(thing) : thing;
        String before = prompt.substring(0, start);
        Matcher article = ARTICLE.matcher(before);
        if (article.find()) {
            before = before.substring(0, article.start())
                    + article(article.group(1), other)
                    + (Plurals.isPlural(other) ? "" : article.group(2));
        } else if (Character.isUpperCase(found.charAt(0))) {
            other = other.substring(0, 1).toUpperCase(Locale.ROOT) + other.substring(1);
        }
        return before + other + prompt.substring(end);
    }

    private static String article(String old, String noun) {
        if (Plurals.isPlural(noun)) {
            return "";
        }
        boolean vowel = "aeiou".indexOf(noun.charAt(0)) >= 0 && !noun.startsWith("uni");
        return old.charAt(0) + (vowel || noun.startsWith("umb") ? "n" : "");
    }
}
