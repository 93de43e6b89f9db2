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
/// It knows no grammar: it cuts at commas, "and", "with" and the like, never inside quotation marks. Words of place
/// ([Place]) and of order ("a row of") are no part of a phrase.
public final class PromptReader {
    private static final Pattern QUOTED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])['‘](?<single>[^'’]+)['’](?![\\p{L}\\p{N}])|[\"“](?<double>[^\"”]+)[\"”]");
    private static final Pattern CUT = Pattern.compile(
            "\\s*[,;:+\\n]\\s*(?:and\\s+|then\\s+)?|\\.(?:\\s+|$)|\\s+(?:and|along with|with|showing|next to|beside|plus|then"
                    + "|featuring|including|above|below|beneath|surrounded by)\\s+"
                    + "|\\s+(?<place>on(?!\\s+(?:(?:the|each|both|either|its)\\s+)?(?:far\\s+)?(?:top|bottom|upper|lower|left|right|sides?)\\b)"
                    + "|in front of|against|over)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final String KINDS =
            "poster|card|sheet|stickers?|invitation|flyer|flier|banner|menu|layout|collage|cover|slide"
                    + "|presentation|advertisement|infographic|postcard|brochure|leaflet|certificate|announcement";
    /// What says that a picture is to be made, or of what kind, before the first thing.
    private static final Pattern LEAD = Pattern.compile(
            "^(?:please\\s+)?(?:(?:make|draw|create|design|generate|show|it shows|there (?:is|are))\\s+(?:me\\s+)?)?"
                    + "(?:(?:an?|the)\\s+)?(?:[\\p{L}-]+\\s+){0,4}?(?:" + KINDS
                    + "|picture|image|illustration|photo|drawing|scene|set|collection)\\s+of\\s+"
                    + "|^(?:please\\s+)?(?:make|draw|create|design|generate|show|it shows|there (?:is|are))\\s+(?:me\\s+)?",
            Pattern.CASE_INSENSITIVE);
    /// Words on how the things of a phrase stand.
    private static final Pattern ORDER = Pattern.compile(
            "^(?:an?|the)\\s+(?:[\\p{L}]+\\s+)?(?:row|line|string|garland|column|stack|tower|group|grid|circle|set|pattern)\\s+of\\s+"
                    + "(?=(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|a dozen|\\d+|[\\p{L}]+s)\\b)",
            Pattern.CASE_INSENSITIVE);
    /// Kinds of pages: what a whole prompt may be about, and no box.
    static final Pattern PAGE = words(
            KINDS + "|illustration|scene|design|picture|label|post|page|ad|logo|save the date|billboard|emojis|icons");
    private static final Pattern KIND_LAST = Pattern.compile("\\b(?:" + KINDS + ")(?:\\s+(?:for|about|in)\\s+.*)?$");
    /// A ground wherever it is named, a scenery only as the phrase's last word: a sea turtle is a thing.
    private static final Pattern BACKGROUND = Pattern.compile("\\b(?:background|backdrop|gradient|wallpaper)\\b"
            + "|\\b(?:sky|meadow|hills|beach|sea|ocean|night|landscape|sunset|skyline|forest|desert|texture)$");
    private static final Pattern STYLE = Pattern.compile("\\b(?:styled?|aesthetic|palette|typography|lighting)\\b"
            + "|\\b(?:watercolou?r|minimalist|minimal|vector|vintage|modern|retro|colou?rs|tones|elegant|cute|playful|colorful"
            + "|flat|festive|cartoon)$");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("several", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("dozen", 12));
    /// More things than that, written in digits, are no number of things: "2025 calendar".
    private static final int MOST_DIGITS = 24;

    private final String prompt;
    private final List<Phrase> phrases = new ArrayList<>();

    private PromptReader(String prompt) {
        this.prompt = prompt;
    }

    /// The phrases in the prompt's order.
    public static List<Phrase> phrases(String prompt) {
        PromptReader reader = new PromptReader(prompt);
        reader.read();
        return reader.phrases;
    }

    /// What stands in quotation marks, with these.
    public static Stream<MatchResult> quotes(String text) {
        return QUOTED.matcher(text).results();
    }

    /// A prompt without what stands in quotation marks.
    public static String unquoted(String prompt) {
        return QUOTED.matcher(prompt).replaceAll(" ");
    }

    static String quoted(MatchResult quote) {
        return quote.group("single") == null ? quote.group("double") : quote.group("single");
    }

    /// Any of some words.
    public static Pattern words(String alternatives) {
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
        Span span = new Span(from, to).stripped(prompt);
        if (span.start == span.end) {
            return;
        }
        String text = prompt.substring(span.start, span.end);
        Phrase phrase = new Phrase(text, span.start, span.end, count(text));
        boolean introduced = (after == Cut.INTRODUCTION || after == Cut.PLACE) && phrase.mentions(PAGE);
        boolean page = phrases.isEmpty() && (introduced || after == Cut.LIST && phrase.mentions(KIND_LAST));
        boolean ground = before == Cut.PLACE || before == Cut.BACKGROUND_GOES_ON || phrase.mentions(BACKGROUND);
        boolean noThing = page
                || ground
                || phrase.mentions(STYLE)
                || Place.ALONE.matcher(text).matches();
        if (phrase.isLettering() || !noThing) {
            phrases.add(phrase);
        }
    }

    /// Chars of the prompt.
    private record Span(int start, int end) {
        /// Without the words that are on the page, on places and on order, and without space around.
        Span stripped(String prompt) {
            Span bare = trimmed(prompt)
                    .after(LEAD, prompt)
                    .after(Place.LEADING, prompt)
                    .after(ORDER, prompt);
            Matcher place = Place.ENDING.matcher(prompt).region(bare.start, bare.end);
            return (place.find() ? new Span(bare.start, place.start()) : bare).trimmed(prompt);
        }

        private Span after(Pattern lead, String prompt) {
            Matcher matcher = lead.matcher(prompt).region(start, end);
            return matcher.find() ? new Span(matcher.end(), end).trimmed(prompt) : this;
        }

        private Span trimmed(String prompt) {
            int from = start;
            int to = end;
            while (from < to && Character.isWhitespace(prompt.charAt(from))) {
                from++;
            }
            while (to > from && (Character.isWhitespace(prompt.charAt(to - 1)) || prompt.charAt(to - 1) == '.')) {
                to--;
            }
            return new Span(from, to);
        }
    }

    private static int count(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("\\s+", 3);
        if (words.length == 1) {
            return 1;
        }
        if (words[0].matches("\\d{1,2}")) {
            return Math.clamp(Integer.parseInt(words[0]), 1, MOST_DIGITS);
        }
        boolean dozen = words[1].equals("dozen");
        return NUMBERS.getOrDefault(
                dozen ? words[1] : words[0], words[0].equals("a") && words[1].equals("few") ? 3 : 1);
    }
}
