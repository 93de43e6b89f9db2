package org.layerloom.ui.tools;

/// The tools of the tool bar, in its order.
///
/// @see Tool
public enum ToolKind {
    MOVE("Move", "V", "mdi2c-cursor-default-outline", "Move tool: drag a layer"),
    BOX("Box", "M", "mdi2v-vector-square", "Box tool: drag on the page"),
    HAND("Hand", "H", "mdi2h-hand-back-right-outline", "Hand: drag the page"),
    ZOOM("Zoom", "Z", "mdi2m-magnify", "Zoom: click to come nearer, Alt-click to go back");

    private final String label;
    private final String key;
    private final String icon;
    private final String hint;

    ToolKind(String label, String key, String icon, String hint) {
        this.label = label;
        this.key = key;
        this.icon = icon;
        this.hint = hint;
    }

    public String label() {
        return label;
    }

    public String key() {
        return key;
    }

    public String icon() {
        return icon;
    }

    /// What to do with it, for the status bar.
    public String hint() {
        return hint;
    }
}
