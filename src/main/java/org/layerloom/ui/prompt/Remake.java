package org.layerloom.ui.prompt;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerloom.document.Document;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelFamily;
import org.layerloom.generate.PromptReader;

/// How what is there already is made anew.
///
/// @param strength 0..1, how far layers may leave what they are now; 1 = they start from noise
/// @param style the style that the prompt is to name; blank = as it is written
public record Remake(double strength, String style) {
    /// From noise, as the prompt is written.
    public static final Remake NEW = new Remake(1, "");

    /// How far a new style may change layers unless the user says otherwise.
    static final double USUAL_STRENGTH = 0.7;

    /// A style as a whole part of a prompt, or at the end of one: "..., paper cut style", "... in a flat vector style".
    /// "In the style of Klimt" and "a Victorian style house" are none.
    private static final Pattern STYLE = Pattern.compile(
            "(?:(?:^|[,;])\\s*(?:in\\s+)?(?:(?:an?|the)\\s+)?|\\s+in\\s+(?:an?\\s+)?)"
                    + "(?:(?!(?:an?|and|at|for|in|of|on|or|the|with)\\b)[\\p{L}\\p{N}-]+\\s+){1,5}style(?=\\s*(?:[,.;]|$))",
            Pattern.CASE_INSENSITIVE);

    /// Whether a model makes layers out of what they are, in their boxes.
    static boolean isPossible(ModelEntry model) {
        return model != null && model.abilities().family() == ModelFamily.ART;
    }

    /// What the queue and the history call a run.
    String label(Wish wish, Document document) {
        return style.isBlank() ? wish.label(document) : Wish.WORDS.text("restyle.label", style);
    }

    boolean startsFromLayers() {
        return strength < 1;
    }

    /// A prompt with this style in place of the one that it names, or at its end.
    String styled(String prompt) {
        if (style.isBlank()) {
            return prompt;
        }
        String plain = withoutStyle(prompt).strip().replaceAll("^[,;.\\s]+|[,;.\\s]+$", "");
        String named =
                style.strip().toLowerCase(Locale.ROOT).endsWith("style") ? style.strip() : style.strip() + " style";
        return plain.isBlank() ? named : plain + ", " + named;
    }

    /// Quoted words are to be read, and name no style.
    private static String withoutStyle(String prompt) {
        List<MatchResult> quotes = PromptReader.quotes(prompt).toList();
        return STYLE.matcher(prompt)
                .replaceAll(style -> quotes.stream().anyMatch(quote -> overlap(quote, style))
                        ? Matcher.quoteReplacement(style.group())
                        : "");
    }

    private static boolean overlap(MatchResult one, MatchResult other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
