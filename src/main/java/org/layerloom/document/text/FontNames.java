package org.layerloom.document.text;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which face a PostScript name means, as other programs' files tell it: that of a font of this machine, else what
/// such names are mostly made of.
public final class FontNames {
    /// Ends of names that the makers of fonts added: Monotype, PostScript.
    private static final String MAKERS = "(PSMT|PS|MT)$";

    private FontNames() {}

    /// A face by family and style.
    public record Face(String family, boolean bold, boolean italic) {}

    private static final class Installed {
        private static final Map<String, Font> BY_NAME = Stream.of(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .collect(Collectors.toMap(Font::getPSName, Function.identity(), (first, second) -> first));
    }

    /// Asks the system for its fonts the first time, which can take a second.
    ///
    /// @param name `Inter-SemiBold`; empty for the font that is always there
    public static Face face(String name) {
        return name.isBlank()
                ? new Face(Typeface.BUNDLED, false, false)
                : bundled(name).or(() -> installed(name)).orElseGet(() -> guessed(name));
    }

    private static Optional<Face> bundled(String name) {
        return of(Typeface.BUNDLED, name);
    }

    private static Optional<Face> installed(String name) {
        return Optional.ofNullable(Installed.BY_NAME.get(name)).flatMap(font -> of(font.getFamily(Locale.ROOT), name));
    }

    private static Optional<Face> of(String family, String name) {
        return Stream.of(
                        new Face(family, false, false),
                        new Face(family, true, false),
                        new Face(family, false, true),
                        new Face(family, true, true))
                .filter(face -> {
                    Typeface type = Typeface.of(family, face.bold, face.italic);
                    return !type.missing() && type.font().getPSName().equals(name);
                })
                .findFirst();
    }

    private static Face guessed(String name) {
        int dash = name.indexOf('-');
        String family = (dash < 0 ? name : name.substring(0, dash))
                .replaceFirst(MAKERS, "")
                .strip();
        String style = dash < 0 ? "" : name.substring(dash).toLowerCase(Locale.ROOT);
        return new Face(
                family.isEmpty() ? Typeface.BUNDLED : family.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " "),
                style.contains("bold") || style.contains("black") || style.contains("heavy"),
                style.contains("italic") || style.contains("oblique"));
    }
}
