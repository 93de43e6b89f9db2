package org.layerloom.ui.frame;

import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.files.DocumentFiles;

/// The actions that begin, open, save and export documents.
public final class FileActions {
    private FileActions() {}

    /// @param sheets where the size of a new page is asked for
    /// @param place brings pictures in
    /// @param close closes the window
    public static void register(Actions actions, DocumentFiles files, Sheets sheets, Action place, Runnable close) {
        actions.register(
                Action.of(Section.FILE, "new", "New page", () -> askForPage(files, sheets))
                        .withIcon("mdi2f-file-plus-outline")
                        .withKey("Shortcut+N"),
                Action.of(Section.FILE, "open", "Open", files::open)
                        .withIcon("mdi2f-folder-open-outline")
                        .withKey("Shortcut+O"),
                Action.of(Section.FILE, "save", "Save", files::save)
                        .withIcon("mdi2c-content-save-outline")
                        .withKey("Shortcut+S")
                        .afterRule(),
                Action.of(Section.FILE, "save-as", "Save as", files::saveAs).withKey("Shortcut+Shift+S"),
                place.afterRule(),
                Action.of(Section.FILE, "export-psd", "Export PSD", files::exportPsd)
                        .withIcon("mdi2e-export-variant")
                        .withKey("Shortcut+Alt+S")
                        .afterRule(),
                Action.of(Section.FILE, "export-png", "Export PNG", files::exportPng),
                Action.of(Section.FILE, "export-set", "Export each layer as PNG", files::exportPngSet),
                Action.of(Section.FILE, "close", "Close", close)
                        .withKey("Shortcut+Q")
                        .afterRule());
    }

    private static void askForPage(DocumentFiles files, Sheets sheets) {
        sheets.open("New page", NewPageSheet.WIDTH, new NewPageSheet((width, height) -> {
            sheets.close();
            files.create(width, height);
        }));
    }
}
