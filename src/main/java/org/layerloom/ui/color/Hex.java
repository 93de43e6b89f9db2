package org.layerloom.ui.color;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Colours as they are written for the web.
public final class Hex {
    private static final Pattern DIGITS = Pattern.compile("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    private Hex() {}

    /// `#FF7A6B`, without the alpha.
    public static String of(int argb) {
        return String.format(Locale.ROOT, "#%06X", argb & 0xffffff);
    }

    /// An opaque colour of six or three digits, with or without `#`; empty where it is none.
    public static OptionalInt parse(String text) {
        if (!DIGITS.matcher(text.strip()).matches()) {
            return OptionalInt.empty();
        }
        String digits = text.strip().replace("#", "");
        String six = digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1");
        return OptionalInt.of(0xff000000 | Integer.parseInt(six, 16));
    }
}
