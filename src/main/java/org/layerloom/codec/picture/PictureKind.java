package org.layerloom.codec.picture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The kinds of flat pictures that are read, told by how their files begin.
enum PictureKind {
    PNG,
    JPEG,
    GIF,
    BMP,
    TIFF,
    WEBP,
    SVG;

    private static final int SIGNATURE_BYTES = 12;
    /// Comments and declarations stand before the first element of XML.
    private static final int XML_BYTES = 4096;

    /// @param file its first bytes are enough
    static Optional<PictureKind> of(byte[] file) {
        String letters = start(file, SIGNATURE_BYTES);
        if (letters.startsWith("\u0089PNG")) {
            return Optional.of(PNG);
        }
        if (letters.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (letters.startsWith("GIF8")) {
            return Optional.of(GIF);
        }
        if (letters.startsWith("BM")) {
            return Optional.of(BMP);
        }
        if (letters.startsWith("II*\0") || letters.startsWith("MM\0*")) {
            return Optional.of(TIFF);
        }
        if (letters.startsWith("RIFF") && letters.endsWith("WEBP")) {
            return Optional.of(WEBP);
        }
        return isSvg(start(file, XML_BYTES)) ? Optional.of(SVG) : Optional.empty();
    }

    private static String start(byte[] file, int bytes) {
        return new String(file, 0, Math.min(bytes, file.length), StandardCharsets.ISO_8859_1);
    }

    /// Whether it is XML with an SVG picture in it; letters of two bytes each count too.
    private static boolean isSvg(String start) {
        String text = start.replace("\0", "")
                .replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                .strip();
        return text.startsWith("<") && (text.contains("<svg") || text.contains(":svg"));
    }

    /// What the platform's readers call it.
    String format() {
        return name().toLowerCase(Locale.ROOT);
    }
}
