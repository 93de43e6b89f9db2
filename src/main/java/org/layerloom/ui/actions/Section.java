package org.layerloom.ui.actions;

/// Where an action stands: a menu of the menu row, in this order, and a column of the shortcut sheet.
public enum Section {
    FILE("File"),
    EDIT("Edit"),
    LAYER("Layer"),
    BOX("Box"),
    GENERATE("Generate"),
    VIEW("View"),
    HELP("Help"),
    /// On the tool bar and in the shortcut sheet, in no menu.
    TOOLS("Tools");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
