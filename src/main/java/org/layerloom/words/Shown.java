package org.layerloom.words;

/// Text that comes from a file, as it may stand in a sentence: without what cannot be printed, and not too long.
public final class Shown {
    private static final int MAX_LENGTH = 100;

    private Shown() {}

    /// At most 100 characters, as a name has them.
    public static String of(String text) {
        return of(text, MAX_LENGTH);
    }

    /// At most `most` characters, and three dots where more were there.
    public static String of(String text, int most) {
        String printable = text.replaceAll("\\p{C}", "?");
        return printable.length() > most ? printable.substring(0, most) + "..." : printable;
    }
}
