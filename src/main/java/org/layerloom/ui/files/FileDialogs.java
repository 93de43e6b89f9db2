package org.layerloom.ui.files;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.layerloom.words.Words;

/// Asks with the system's file choosers and with dialogs over the window. Remembers the last folder.
final class FileDialogs implements FileQuestions {
    private static final Words WORDS = Words.of(FileDialogs.class);

    private final Supplier<Window> window;
    private File folder;

    FileDialogs(Supplier<Window> window) {
        this.window = window;
    }

    @Override
    public Optional<Path> toOpen() {
        FileChooser chooser = chooser("dialog.open");
        chooser.getExtensionFilters().add(new ExtensionFilter(WORDS.text("dialog.all"), FileKind.allPatterns()));
        for (FileKind kind : FileKind.values()) {
            chooser.getExtensionFilters().add(new ExtensionFilter(kind.title(), kind.patterns()));
        }
        return chosen(chooser.showOpenDialog(window.get()));
    }

    @Override
    public Optional<Path> toSave(FileKind kind, String suggestion) {
        FileChooser chooser = chooser("dialog.save");
        chooser.setInitialFileName(suggestion);
        chooser.getExtensionFilters().add(new ExtensionFilter(kind.title(), kind.patterns()));
        return chosen(chooser.showSaveDialog(window.get()));
    }

    @Override
    public Optional<Path> toExport(String format, String ending, String suggestion) {
        FileChooser chooser = chooser("dialog.export");
        chooser.setInitialFileName(suggestion);
        chooser.getExtensionFilters().add(new ExtensionFilter(format, "*." + ending));
        return chosen(chooser.showSaveDialog(window.get()));
    }

    @Override
    public Optional<Path> toSaveSet(String suggestion) {
        FileChooser chooser = chooser("dialog.set");
        chooser.setInitialFileName(suggestion);
        return chosen(chooser.showSaveDialog(window.get()));
    }

    private FileChooser chooser(String key) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(WORDS.text(key));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> chosen(File file) {
        if (file != null) {
            folder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public boolean mayReplace(Path file) {
        return mayReplace(file, "replace.about");
    }

    @Override
    public boolean mayReplaceChanged(Path file) {
        return mayReplace(file, "replace.changed");
    }

    @Override
    public boolean mayOpenCopy(Path file) {
        ButtonType copy = new ButtonType(WORDS.text("copy.open"), ButtonData.OK_DONE);
        return ask(WORDS.text("copy.question", file.getFileName()), WORDS.text("copy.about"), cancel(), copy) == copy;
    }

    private boolean mayReplace(Path file, String about) {
        ButtonType replace = new ButtonType(WORDS.text("replace"), ButtonData.OK_DONE);
        return ask(WORDS.text("replace.question", file.getFileName()), WORDS.text(about), cancel(), replace) == replace;
    }

    @Override
    public Unsaved unsaved(String title, int changes) {
        ButtonType discard = new ButtonType(WORDS.text("discard"), ButtonData.NO);
        ButtonType save = new ButtonType(WORDS.text("save"), ButtonData.YES);
        String what = changes == 1 ? WORDS.text("close.one") : WORDS.text("close.many", changes);
        ButtonType answer = ask(WORDS.text("close.question", title), what, discard, cancel(), save);
        if (answer == save) {
            return Unsaved.SAVE;
        }
        return answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    private static ButtonType cancel() {
        return new ButtonType(WORDS.text("cancel"), ButtonData.CANCEL_CLOSE);
    }

    /// The button pressed; null where the dialog was closed.
    private ButtonType ask(String question, String text, ButtonType... buttons) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(window.get());
        dialog.setTitle(question);
        dialog.setHeaderText(question);
        dialog.setGraphic(null);
        dialog.getDialogPane().setContent(new Label(text));
        dialog.getDialogPane().getStylesheets().setAll(window.get().getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(buttons);
        return dialog.showAndWait().orElse(null);
    }
}
