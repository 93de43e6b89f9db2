package org.layerloom.ui.modes;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.IconButton;

/// One of a list: its title, what it is, and below what is missing for it.
final class ChoiceRow extends VBox {
    /// Where lines break: what wraps by itself has no height before it is laid out.
    private static final double LINE = 380;

    private static final double MISSING_LINE = 352;

    private final Button face = new Button();
    private final boolean chosen;

    /// @param about a sentence, or a line
    ChoiceRow(String title, String about, boolean chosen, Runnable onChosen) {
        this.chosen = chosen;
        Label name = new Label(title);
        name.getStyleClass().add("t-medium");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        FontIcon check = new FontIcon("mdi2c-check");
        check.setVisible(chosen);
        HBox head = new HBox(8, name, space, check);
        head.setAlignment(Pos.CENTER_LEFT);
        Label line = new Label(about);
        line.getStyleClass().addAll("t-small", "muted");
        line.setWrapText(true);
        line.setMinWidth(LINE);
        line.setMaxWidth(LINE);
        line.setMinHeight(USE_PREF_SIZE);
        face.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        face.setGraphic(new VBox(2, head, line));
        face.setAlignment(Pos.TOP_LEFT);
        face.setMaxWidth(Double.MAX_VALUE);
        face.setMinHeight(USE_PREF_SIZE);
        face.getStyleClass().setAll("button", "choice-row", "i16");
        if (chosen) {
            face.getStyleClass().add("on");
        }
        face.setAccessibleText((chosen ? Modes.text("chosen", title) : title) + ". " + about);
        face.setOnAction(event -> onChosen.run());
        face.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                face.fire();
                event.consume();
            }
        });
        getChildren().add(face);
    }

    /// The row cannot be chosen.
    ChoiceRow shut() {
        face.setDisable(true);
        return this;
    }

    /// Adds what is missing, and a button that copies where it would go.
    void addMissing(String text, Path place) {
        Label missing = new Label(text);
        missing.getStyleClass().addAll("t-small", "subtle");
        missing.setWrapText(true);
        missing.setMinWidth(MISSING_LINE);
        missing.setMaxWidth(MISSING_LINE);
        missing.setMinHeight(USE_PREF_SIZE);
        IconButton copy = new IconButton("mdi2c-content-copy", Modes.text("copy.place", place));
        copy.getStyleClass().addAll("small", "i14");
        copy.setOnAction(event -> copy(place));
        HBox line = new HBox(4, missing, copy);
        line.getStyleClass().add("choice-missing");
        getChildren().add(line);
    }

    /// Adds a line without a place.
    void addNote(String text) {
        Label note = new Label(text);
        note.getStyleClass().addAll("t-small", "subtle", "choice-missing");
        getChildren().add(note);
    }

    private static void copy(Path place) {
        ClipboardContent content = new ClipboardContent();
        content.putString(place.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    boolean isChosen() {
        return chosen;
    }

    boolean canBeChosen() {
        return !face.isDisabled();
    }

    void focus() {
        face.requestFocus();
    }
}
