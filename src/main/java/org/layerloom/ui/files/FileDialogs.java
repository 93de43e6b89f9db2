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

/// Asks with the system's file choosers and with dialogs over the window. Remembers the last folder.
final class FileDialogs implements FileQuestions {
    private final Supplier<Window> window;
    private File folder;

    FileDialogs(Supplier<Window> window) {
        this.window = window;
    }

    @Override
    public Optional<Path> toOpen() {
        FileChooser chooser = chooser("Open");
        chooser.getExtensionFilters().add(new ExtensionFilter("Designs and pictures", FileKind.patterns()));
        for (FileKind kind : FileKind.values()) {
            chooser.getExtensionFilters().add(new ExtensionFilter(kind.title(), kind.pattern()));
        }
        return chosen(chooser.showOpenDialog(window.get()));
    }

    @Override
    public Optional<Path> toSave(FileKind kind, String suggestion) {
        FileChooser chooser = chooser("Save");
        chooser.setInitialFileName(suggestion);
        chooser.getExtensionFilters().add(new ExtensionFilter(kind.title(), kind.pattern()));
        return chosen(chooser.showSaveDialog(window.get()));
    }

    @Override
    public Optional<Path> toSaveSet(String suggestion) {
        FileChooser chooser = chooser("Export layers into a folder");
        chooser.setInitialFileName(suggestion);
        return chosen(chooser.showSaveDialog(window.get()));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
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
        ButtonType replace = new ButtonType("Replace", ButtonData.OK_DONE);
        return ask(
                        "Replace “" + file.getFileName() + "”?",
                        "There is a file of this name in the folder. Replacing it cannot be undone.",
                        ButtonType.CANCEL,
                        replace)
                == replace;
    }

    @Override
    public Unsaved unsaved(String title, int changes) {
        ButtonType discard = new ButtonType("Discard", ButtonData.NO);
        ButtonType save = new ButtonType("Save", ButtonData.YES);
        String what =
                changes == 1 ? "Your last change is not saved." : "Your last " + changes + " changes are not saved.";
        ButtonType answer = ask("Close “" + title + "”?", what, discard, ButtonType.CANCEL, save);
        if (answer == save) {
            return Unsaved.SAVE;
        }
        return answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
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
