package org.layerloom.network.text;

import java.text.Normalizer;
import java.util.Locale;

/// What CLIP's tokenizer does to a text before it splits it into words, as the slow `CLIPTokenizer` of
/// `transformers` without `ftfy` does: drop control characters, set CJK characters apart with spaces, NFC, one
/// space between words, lower case.
///
/// The fast tokenizer leaves CJK together and so gives other ids for CJK text; ART's reference uses the slow one.
/// Order matters: CJK is set apart before NFC, words are lowered one at a time.
final class ClipCleaning {
    private ClipCleaning() {}

    static String clean(String text) {
        StringBuilder spaced = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(spaced, c));
        String[] words =
                Normalizer.normalize(spaced, Normalizer.Form.NFC).strip().split("[\\s\\u2028\\u2029]+");
        StringBuilder out = new StringBuilder(spaced.length());
        for (String word : words) {
            out.append(out.isEmpty() ? "" : " ").append(word.toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        if (isSpace(c)) {
            out.append(' ');
        } else if (isCjk(c)) {
            out.append(' ').appendCodePoint(c).append(' ');
        } else if (!isDropped(c)) {
            out.appendCodePoint(c);
        }
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isDropped(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> c == 0xFFFD;
        };
    }

    /// Whether a code point is one of BERT's "Chinese characters": the ideographs, not kana or hangul.
    private static boolean isCjk(int c) {
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3400 && c <= 0x4DBF)
                || (c >= 0x20000 && c <= 0x2A6DF)
                || (c >= 0x2A700 && c <= 0x2CEAF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0x2F800 && c <= 0x2FA1F);
    }
}
