package org.layerloom.ui.frame;

import javafx.beans.binding.Bindings;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.export.ExportSheet;
import org.layerloom.ui.files.DocumentFiles;
import org.layerloom.ui.files.ReportSheet;
import org.layerloom.ui.files.VersionsSheet;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.words.Words;

/// The actions that begin, open, save and export documents, and leave them.
public final class FileActions {
    private static final Words WORDS = Words.of(FileActions.class);

    private final DocumentFiles files;
    private final Sheets sheets;
    private final Preferences preferences;

    /// @param sheets where the size of a new page is asked for
    public FileActions(DocumentFiles files, Sheets sheets, Preferences preferences) {
        this.files = files;
        this.sheets = sheets;
        this.preferences = preferences;
        files.setOnReport(report -> sheets.open(report.title(), ReportSheet.WIDTH, new ReportSheet(report)));
    }

    /// @param place brings pictures in
    /// @param close leaves the document
    /// @param quit closes the window
    public void register(Actions actions, Action place, Runnable close, Runnable quit) {
        actions.register(
                action("new", this::askForPage)
                        .withIcon("mdi2f-file-plus-outline")
                        .withKey("Shortcut+N"),
                action("open", files::open)
                        .withIcon("mdi2f-folder-open-outline")
                        .withKey("Shortcut+O"),
                action("save", files::save)
                        .withIcon("mdi2c-content-save-outline")
                        .withKey("Shortcut+S")
                        .afterRule(),
                action("save-as", files::saveAs).withKey("Shortcut+Shift+S"),
                action("save-cancel", files::cancelSave)
                        .withIcon("mdi2c-close")
                        .enabledWhen(files.savingProperty().greaterThanOrEqualTo(0)),
                action("versions", this::showVersions)
                        .withIcon("mdi2b-backup-restore")
                        .enabledWhen(Bindings.createBooleanBinding(files::hasFile, files.titleProperty())),
                place.afterRule(),
                action("export", this::askForExport)
                        .withIcon("mdi2e-export-variant")
                        .withKey("Shortcut+Alt+S")
                        .afterRule(),
                action("export-psd", files.exports()::psd),
                action("export-png", files.exports()::png),
                action("export-set", files.exports()::pngSet),
                action("cancel-export", files.exports()::cancel)
                        .withIcon("mdi2c-close")
                        .enabledWhen(files.exports().progressProperty().greaterThanOrEqualTo(0)),
                action("close", close).withKey("Shortcut+W").afterRule(),
                action("quit", quit).withKey("Shortcut+Q"));
    }

    private static Action action(String name, Runnable work) {
        return Action.of(Section.FILE, name, WORDS.text("action." + name), work);
    }

    private void askForExport() {
        ExportSheet sheet = new ExportSheet(files.exports().source(), preferences, orders -> {
            sheets.close();
            files.exports().export(orders);
        });
        sheets.open(ExportSheet.title(), ExportSheet.WIDTH, sheet);
    }

    private void showVersions() {
        files.findVersions(found -> sheets.open(
                VersionsSheet.title(), VersionsSheet.WIDTH, new VersionsSheet(found, files, sheets::close)));
    }

    private void askForPage() {
        NewPageSheet sheet = new NewPageSheet(preferences, (width, height) -> {
            sheets.close();
            files.create(width, height);
        });
        sheets.open(WORDS.text("action.new"), NewPageSheet.WIDTH, sheet);
    }
}
