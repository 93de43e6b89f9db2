package org.layerloom.ui.prompt;

import java.util.Locale;
import java.util.regex.Pattern;
import org.layerloom.document.Document;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelFamily;

/// How what is there already is made anew.
///
/// @param strength 0..1, how far layers may leave what they are now; 1 = they start from noise
/// @param style the style that the prompt is to name; blank = as it is written
public record Remake(double strength, String style) {
    /// From noise, as the prompt is written.
    public static final Remake NEW = new Remake(1, "");

    /// How far a new style may change layers unless the user says otherwise.
    static final double USUAL_STRENGTH = 0.7;

    private static final Pattern STYLE = Pattern.compile(
            "(?i)(?:,\\s*)?\\b(?:in\\s+(?:an?\\s+)?)?[\\p{L}-]+(?:\\s+(?:art|line|paper))?\\s+style\\b");

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
        String plain = STYLE.matcher(prompt).replaceAll("").strip().replaceAll("[,;]$", "");
        String named =
                style.strip().toLowerCase(Locale.ROOT).endsWith("style") ? style.strip() : style.strip() + " style";
        return plain.isBlank() ? named : plain + ", " + named;
    }
}
