package org.layerloom.ui.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The bundled fonts, so that the window measures alike on all systems.
public final class Fonts {
    private static final List<String> FILES =
            List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "InterDisplay-SemiBold.otf");

    private Fonts() {}

    /// Makes them known to JavaFX; the style sheet names them.
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Fonts.class.getResourceAsStream("/org/layerloom/ui/fonts/" + file)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("the program is incomplete: its font " + file + " is missing");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
