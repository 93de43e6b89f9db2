package org.layerloom.ui.layers;

/// Opacity is 0..255 in documents and files, and percent on screen.
final class Opacity {
    private Opacity() {}

    static int percent(int opacity) {
        return Math.round(opacity * 100 / 255f);
    }

    static int ofPercent(int percent) {
        return Math.round(percent * 255 / 100f);
    }
}
