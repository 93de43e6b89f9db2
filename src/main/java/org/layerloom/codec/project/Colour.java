package org.layerloom.codec.project;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import org.layerloom.words.Words;

/// A straight colour in JSON, as style sheets write it: `#rrggbbaa`.
final class Colour {
    private static final Words WORDS = Words.of(Colour.class);

    private Colour() {}

    static String text(int argb) {
        return String.format(Locale.ROOT, "#%08x", Integer.rotateLeft(argb, 8));
    }

    static int read(Fields json, String field) throws IOException {
        String text = json.text(field);
        if (!text.matches("#[0-9a-fA-F]{8}")) {
            throw json.wrong(field, WORDS.text("is.noColour"));
        }
        return Integer.rotateRight(HexFormat.fromHexDigits(text, 1, 9), 8);
    }
}
