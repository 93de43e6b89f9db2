package org.layerloom.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A part of a prompt that names one thing: chars `start` (inclusive) to `end` (exclusive).
///
/// @param count how many things it names: "two balloons" is 2
public record Phrase(String text, int start, int end, int count) {
    private static final Pattern ARTICLE = Pattern.compile("^(an?|the|some|several)\\s+", Pattern.CASE_INSENSITIVE);

    /// Whether it asks for lettering: something in quotation marks.
    public boolean isLettering() {
        return PromptReader.quotes(text).findAny().isPresent();
    }

    /// How many words it has in common with another phrase, articles aside.
    long wordsLike(String other) {
        Set<String> own = bareWords(text);
        own.retainAll(bareWords(other));
        return own.size();
    }

    private static Set<String> bareWords(String text) {
        String bare = ARTICLE.matcher(text.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
        Set<String> words = new HashSet<>(List.of(bare.split("[^\\p{L}\\p{N}]+")));
        words.removeAll(Set.of("", "a", "an", "the", "of", "in", "text"));
        return words;
    }

    /// What stands in quotation marks; the whole text where nothing does.
    public String lettering() {
        return PromptReader.quotes(text).findFirst().map(PromptReader::quoted).orElse(text);
    }

    /// Whether it has a word that the pattern, in small letters, finds.
    public boolean mentions(Pattern words) {
        return words.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /// The phrase as a layer's name: without an article, first letter large.
    public String title() {
        String bare = ARTICLE.matcher(text).replaceFirst("");
        return bare.isEmpty() ? text : bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
    }
}
