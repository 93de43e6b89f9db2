package org.layerloom.ui.frame;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/// How what floats over the window comes: none of it where the system asks for less motion.
public final class Motion {
    private static final Duration SHEET = Duration.millis(160);
    private static final double RISE = 8;

    private Motion() {}

    /// Fades a sheet in while it rises by 8 px.
    public static void rise(Node node) {
        if (Platform.getPreferences().isReducedMotion()) {
            return;
        }
        FadeTransition fade = new FadeTransition(SHEET, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        TranslateTransition move = new TranslateTransition(SHEET, node);
        move.setFromY(RISE);
        move.setToY(0);
        move.setInterpolator(Interpolator.EASE_OUT);
        new ParallelTransition(fade, move).play();
    }
}
