package org.layerloom.document;

import java.util.Objects;

/// Lettering: what it says and how it is set.
///
/// @param content the lines, separated by `\n`
/// @param family the font's family
/// @param size of the em, px
/// @param argb colour, straight
/// @param leading distance of two baselines, as a part of the size
/// @param x where the lines begin, end or are centred, by `align`; document px
/// @param y the first baseline
public record Text(
        String content,
        String family,
        double size,
        boolean bold,
        boolean italic,
        int argb,
        Align align,
        double leading,
        double x,
        double y) {
    public static final double MAX_SIZE = 2_000;
    public static final double MIN_LEADING = 0.1;
    public static final double MAX_LEADING = 10;
    /// Characters that one layer may hold.
    public static final int MAX_LENGTH = 20_000;

    /// On which side the lines stand under each other.
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    public Text {
        Objects.requireNonNull(family);
        Objects.requireNonNull(align);
        if (content.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a text of " + content.length() + " characters: one layer holds " + MAX_LENGTH);
        }
        if (!(size >= 1 && size <= MAX_SIZE)) {
            throw new IllegalArgumentException("a text size of " + size + " px is not within 1 to " + MAX_SIZE);
        }
        if (!(leading >= MIN_LEADING && leading <= MAX_LEADING)) {
            throw new IllegalArgumentException(
                    "a leading of " + leading + " is not within " + MIN_LEADING + " to " + MAX_LEADING);
        }
    }

    public Text withContent(String content) {
        return new Text(content, family, size, bold, italic, argb, align, leading, x, y);
    }

    public Text withFamily(String family) {
        return new Text(content, family, size, bold, italic, argb, align, leading, x, y);
    }

    public Text withSize(double size) {
        return new Text(content, family, size, bold, italic, argb, align, leading, x, y);
    }

    public Text withStyle(boolean bold, boolean italic) {
        return new Text(content, family, size, bold, italic, argb, align, leading, x, y);
    }

    public Text withArgb(int argb) {
        return new Text(content, family, size, bold, italic, argb, align, leading, x, y);
    }

    public Text withAlign(Align align) {
        return new Text(content, family, size, bold, italic, argb, align, leading, x, y);
    }

    public Text withLeading(double leading) {
        return new Text(content, family, size, bold, italic, argb, align, leading, x, y);
    }

    public Text translate(double dx, double dy) {
        return new Text(content, family, size, bold, italic, argb, align, leading, x + dx, y + dy);
    }
}
