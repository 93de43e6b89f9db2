package org.layerloom.codec;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names for the files of one folder: each can be written on Linux, macOS and Windows, and no two are the same
/// there.
public final class FileNames {
    /// Every file system takes 255 bytes; endings and numbers come on top.
    private static final int MAX_BYTES = 180;
    private static final int MAX_SLUG = 40;
    /// Windows keeps these for devices, with any ending.
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private final Set<String> taken = new HashSet<>();

    /// The name itself, or with a number behind it where it was given before; letters' case does not count.
    ///
    /// @param name without its ending; what file systems refuse in it is replaced
    public String unique(String name) {
        String safe = safe(name);
        String unique = safe;
        for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
            unique = safe + "-" + i;
        }
        return unique;
    }

    /// A name that every system takes: no signs that divide paths, no dots and blanks at its ends, not too long.
    public static String safe(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cn}\\p{Cs}<>:\"/\\\\|?*]+", "-")
                .replaceAll("\\s+", " ");
        String cut = cut(plain).replaceAll("^[. ]+|[. ]+$", "");
        if (cut.isEmpty()) {
            return "layer";
        }
        return DEVICE.matcher(cut).matches() ? "_" + cut : cut;
    }

    /// Small letters and digits of ASCII with hyphens between them: `red-kite`.
    public static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(MAX_SLUG, plain.length())).replaceAll("^-|-$", "");
        return cut.isEmpty() ? "layer" : cut;
    }

    /// A file's name without its ending.
    public static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String cut(String name) {
        int bytes = 0;
        int at = 0;
        while (at < name.length()) {
            String letter = Character.toString(name.codePointAt(at));
            bytes += letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BYTES) {
                break;
            }
            at += letter.length();
        }
        return name.substring(0, at);
    }
}
