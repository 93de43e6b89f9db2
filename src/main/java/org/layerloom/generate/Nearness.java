package org.layerloom.generate;

import java.util.List;

/// How alike two names are, letter by letter and word by word.
final class Nearness {
    /// Shorter words differ from too many others by a letter.
    private static final int LEAST_LETTERS = 4;
    /// From here on two letters may be wrong.
    private static final int MANY_LETTERS = 7;
    /// Shorter words are in others by chance.
    private static final int LEAST_PART = 3;

    private Nearness() {}

    /// Whether a noun is nearly the name, or the last word of it.
    static boolean isMisspelt(String noun, String name) {
        List<String> words = NounPhrase.split(name);
        int most = noun.length() < LEAST_LETTERS ? 0 : noun.length() < MANY_LETTERS ? 1 : 2;
        return most > 0
                && words.getLast().length() >= LEAST_LETTERS
                && Plurals.forms(noun).stream().anyMatch(form -> distance(form, words.getLast()) <= most);
    }

    /// Whether a noun is a word of the name, or the name the first or the last part of the noun: "starfish".
    static boolean sharesWord(String noun, String name) {
        boolean part = name.length() >= LEAST_PART && (noun.startsWith(name) || noun.endsWith(name));
        return part || Plurals.forms(noun).stream().anyMatch(NounPhrase.split(name)::contains);
    }

    /// Letters to put in, leave out, change or swap with the next one (optimal string alignment).
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        char left = a.charAt(i - 1);
        char right = b.charAt(j - 1);
        int least =
                Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (left == right ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && left == b.charAt(j - 2) && a.charAt(i - 2) == right;
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
