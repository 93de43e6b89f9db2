package org.layerloom.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Splits a prompt into the phrases that name things for boxes, leaving out the page, the style and the background.
///
/// It knows no grammar: it cuts at commas, "and", "with" and the like, never inside quotation marks.
final class PromptReader {
    private static final Pattern QUOTED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])['‘](?<single>[^'’]+)['’](?![\\p{L}\\p{N}])|[\"“](?<double>[^\"”]+)[\"”]");
    private static final Pattern CUT = Pattern.compile(
            "\\s*[,;:+\\n]\\s*(?:and\\s+|then\\s+)?|\\.(?:\\s+|$)|\\s+(?:and|with|showing|next to|beside|plus|then|featuring)\\s+"
                    + "|\\s+(?<place>on|in front of|against|over)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAD = Pattern.compile(
            "^(?:please\\s+)?(?:make|draw|create|show|it shows|there (?:is|are)|an? (?:picture|image|illustration) of)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE =
            words("poster|card|sheet|stickers|invitation|flyer|illustration|banner|scene|design|"
                    + "picture|label|post|cover|menu|layout|collage|page|ad|advertisement|infographic|postcard|logo");
    /// A ground wherever it is named, a scenery only as the phrase's last word: a sea turtle is a thing.
    private static final Pattern BACKGROUND = Pattern.compile("\\b(?:background|backdrop|gradient|wallpaper)\\b"
            + "|\\b(?:sky|meadow|hills|beach|sea|ocean|night|landscape|sunset)$");
    private static final Pattern STYLE = words("style|styled");
    private static final Map<String, Integer> NUMBERS =
            Map.of("two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "2", 2, "3", 3, "4", 4, "5", 5);

    private final String prompt;
    private final List<Phrase> phrases = new ArrayList<>();

    private PromptReader(String prompt) {
        this.prompt = prompt;
    }

    /// The phrases in the prompt's order.
    static List<Phrase> phrases(String prompt) {
        PromptReader reader = new PromptReader(prompt);
        reader.read();
        return reader.phrases;
    }

    static Stream<MatchResult> quotes(String text) {
        return QUOTED.matcher(text).results();
    }

    static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b");
    }

    private void read() {
        List<MatchResult> quotes = quotes(prompt).toList();
        Matcher cut = CUT.matcher(prompt);
        int start = 0;
        Cut before = Cut.START;
        while (cut.find()) {
            int at = cut.start();
            if (quotes.stream().anyMatch(q -> q.start() < at && at < q.end())) {
                continue;
            }
            Cut after = Cut.of(cut);
            take(start, at, before, after);
            before = phrases.isEmpty() ? after : before.followedBy(after);
            start = cut.end();
        }
        take(start, prompt.length(), before, Cut.END);
    }

    /// What stands between two phrases.
    private enum Cut {
        START,
        /// A comma, "and" and the like.
        LIST,
        /// Words after which the things of a page are listed.
        INTRODUCTION,
        /// Words after which the place of things is named.
        PLACE,
        /// More words on the background.
        BACKGROUND_GOES_ON,
        END;

        static Cut of(Matcher cut) {
            String word = cut.group().strip().toLowerCase(Locale.ROOT);
            if (cut.group("place") != null) {
                return PLACE;
            }
            return List.of(":", ".", "with", "showing", "featuring").contains(word) ? INTRODUCTION : LIST;
        }

        /// "a cat on a night sky with stars": the stars are no thing of their own.
        Cut followedBy(Cut next) {
            return this == PLACE && next == INTRODUCTION ? BACKGROUND_GOES_ON : next;
        }
    }

    private void take(int from, int to, Cut before, Cut after) {
        int start = from;
        int end = to;
        Matcher lead = LEAD.matcher(prompt.substring(start, end));
        if (lead.find()) {
            start += lead.end();
        }
        while (start < end && Character.isWhitespace(prompt.charAt(start))) {
            start++;
        }
        while (end > start && (Character.isWhitespace(prompt.charAt(end - 1)) || prompt.charAt(end - 1) == '.')) {
            end--;
        }
        if (start == end) {
            return;
        }
        String text = prompt.substring(start, end);
        Phrase phrase = new Phrase(text, start, end, count(text));
        boolean page = phrases.isEmpty() && (after == Cut.INTRODUCTION || after == Cut.PLACE) && phrase.mentions(PAGE);
        boolean ground = before == Cut.PLACE || before == Cut.BACKGROUND_GOES_ON || phrase.mentions(BACKGROUND);
        if (phrase.isLettering() || !(page || ground || phrase.mentions(STYLE))) {
            phrases.add(phrase);
        }
    }

    private static int count(String text) {
        return NUMBERS.getOrDefault(text.split("\\s+", 2)[0].toLowerCase(Locale.ROOT), 1);
    }
}
