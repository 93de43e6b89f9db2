package org.layerloom.ui.palette;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// How well a text answers what was typed. Case and accents do not count; each word that was typed must be found.
public final class Ranking {
    /// What does not match at all.
    public static final int NONE = 0;

    private static final int WHOLE = 1000;
    private static final int BEGINNING = 800;
    private static final int WORD = 600;
    private static final int INITIALS = 450;
    private static final int INSIDE = 300;
    private static final int SCATTERED = 100;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Ranking() {}

    /// Above 0 the better the match: the whole text, its beginning, the beginning of a word, first letters of
    /// words, somewhere inside, letters in their order.
    ///
    /// @param query what was typed; blank matches everything alike
    public static int score(String query, String text) {
        String wanted = plain(query);
        String found = plain(text);
        if (wanted.isEmpty()) {
            return 1;
        }
        if (found.equals(wanted)) {
            return WHOLE;
        }
        int whole = word(wanted, found);
        if (whole > NONE) {
            return whole;
        }
        String[] words = wanted.split(" ");
        int sum = 0;
        for (String word : words) {
            int one = word(word, found);
            if (one == NONE) {
                return NONE;
            }
            sum += one;
        }
        return words.length > 1 ? sum / words.length : NONE;
    }

    /// Shorter texts first among equals: more of them was typed.
    private static int word(String wanted, String found) {
        int length = Math.min(found.length(), 99);
        if (found.startsWith(wanted)) {
            return BEGINNING + 100 - length;
        }
        int inside = found.indexOf(" " + wanted);
        if (inside >= 0) {
            return WORD + 100 - length;
        }
        if (initials(found).contains(wanted)) {
            return INITIALS + 100 - length;
        }
        if (found.contains(wanted)) {
            return INSIDE + 100 - length;
        }
        return scattered(wanted, found);
    }

    private static String initials(String text) {
        StringBuilder initials = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!word.isEmpty()) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }

    /// The letters in their order with few others between; from three letters on, and from the beginning of a word.
    private static int scattered(String wanted, String found) {
        if (wanted.length() < 3) {
            return NONE;
        }
        int best = NONE;
        for (int start = 0; start < found.length(); start++) {
            boolean begins = start == 0 || found.charAt(start - 1) == ' ';
            if (begins && found.charAt(start) == wanted.charAt(0)) {
                int gaps = gaps(wanted, found, start);
                if (gaps >= 0 && gaps <= 2 * wanted.length()) {
                    best = Math.max(best, SCATTERED + 99 - Math.min(99, 4 * gaps));
                }
            }
        }
        return best;
    }

    /// How many letters lie between those wanted, from `start` on; -1 where one is missing.
    private static int gaps(String wanted, String found, int start) {
        int at = start;
        int gaps = 0;
        for (int i = 1; i < wanted.length(); i++) {
            int next = found.indexOf(wanted.charAt(i), at + 1);
            if (next < 0) {
                return -1;
            }
            gaps += next - at - 1;
            at = next;
        }
        return gaps;
    }

    private static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN.matcher(bare.toLowerCase(Locale.ROOT).replace("\u00df", "ss"))
                .replaceAll(" ")
                .strip();
    }
}
