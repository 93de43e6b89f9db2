package org.layerloom.codec;

/// Text that comes from a file, as it may stand in a sentence: without what cannot be printed, and not too long.
public final class Shown {
    private static final int MAX_LENGTH = 100;

    private Shown() {}

    public static String of(String text) {
        String printable = text.replaceAll("\\p{C}", "?");
        return printable.length() > MAX_LENGTH ? printable.substring(0, MAX_LENGTH) + "..." : printable;
    }
}
