package org.layerloom.document.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The fonts that text can be set in: Inter, which comes with the program, and those of the system.
///
/// @param font of 1 px
/// @param missing whether the family is not there and Inter stands in for it
public record Typeface(Font font, boolean missing) {
    /// The family that is always there.
    public static final String BUNDLED = "Inter";

    private static final Font REGULAR = load("Inter-Regular.otf");
    private static final Font BOLD = load("Inter-SemiBold.otf");

    private static Font load(String file) {
        try (InputStream in = Typeface.class.getResourceAsStream("/org/layerloom/ui/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: its font " + file + " is missing");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the program's font " + file + " is damaged", e);
        }
    }

    /// The face of a family; bold and italic are made from the upright one where the family has none of its own.
    public static Typeface of(String family, boolean bold, boolean italic) {
        if (family.equalsIgnoreCase(BUNDLED)) {
            return new Typeface(bundled(bold, italic), false);
        }
        Font found = new Font(family, (bold ? Font.BOLD : 0) | (italic ? Font.ITALIC : 0), 1);
        return found.getFamily(Locale.ROOT).equalsIgnoreCase(family)
                ? new Typeface(found, false)
                : new Typeface(bundled(bold, italic), true);
    }

    private static Font bundled(boolean bold, boolean italic) {
        Font upright = bold ? BOLD : REGULAR;
        return italic ? upright.deriveFont(Font.ITALIC) : upright;
    }

    /// Every family by name, the bundled one first. Asks the system, which can take a second.
    public static List<String> families() {
        String[] system = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT);
        return Stream.concat(
                        Stream.of(BUNDLED),
                        Stream.of(system).filter(name -> !name.equalsIgnoreCase(BUNDLED) && !isLogical(name)))
                .toList();
    }

    /// Java's own names for whatever the system has.
    private static boolean isLogical(String name) {
        return List.of(Font.DIALOG, Font.DIALOG_INPUT, Font.MONOSPACED, Font.SANS_SERIF, Font.SERIF)
                .contains(name);
    }
}
