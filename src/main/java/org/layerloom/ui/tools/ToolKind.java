package org.layerloom.ui.tools;

import java.util.Locale;
import org.layerloom.words.Words;

/// The tools, in the order of the tool bar. A kind that the `Toolbox` holds no tool for is not shown.
///
/// @see Tool
public enum ToolKind {
    MOVE("V", "mdi2c-cursor-default-outline"),
    BOX("M", "mdi2v-vector-square"),
    MARQUEE("Shift+M", "mdi2s-select"),
    CROP("C", "mdi2c-crop"),
    TRANSFORM("Shortcut+T", "mdi2v-vector-square-edit"),
    PICK("I", "mdi2e-eyedropper-variant"),
    BRUSH("B", "mdi2b-brush"),
    ERASER("E", "mdi2e-eraser"),
    GRADIENT("G", "mdi2g-gradient-horizontal"),
    TEXT("T", "mdi2f-format-text"),
    HAND("H", "mdi2h-hand-back-right-outline"),
    ZOOM("Z", "mdi2m-magnify");

    private final String key;
    private final String icon;

    ToolKind(String key, String icon) {
        this.key = key;
        this.icon = icon;
    }

    public String label() {
        return text("label");
    }

    /// As `Action.withKey` takes it.
    public String key() {
        return key;
    }

    public String icon() {
        return icon;
    }

    /// What to do with it, for the status bar.
    public String hint() {
        return text("hint");
    }

    /// Whether a rule stands above it on the tool bar: it begins another family.
    public boolean ruled() {
        return this == PICK || this == HAND;
    }

    private String text(String what) {
        return Words.of(ToolKind.class).text("tool." + name().toLowerCase(Locale.ROOT) + "." + what);
    }
}
