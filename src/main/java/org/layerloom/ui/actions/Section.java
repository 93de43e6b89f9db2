package org.layerloom.ui.actions;

import java.util.Locale;
import org.layerloom.words.Words;

/// Where an action stands: a menu of the menu row, in this order, and a column of the shortcut sheet.
public enum Section {
    FILE,
    EDIT,
    LAYER,
    BOX,
    GENERATE,
    VIEW,
    HELP,
    /// On the tool bar and in the shortcut sheet, in no menu.
    TOOLS;

    public String title() {
        return Words.of(Section.class).text("section." + name().toLowerCase(Locale.ROOT));
    }
}
