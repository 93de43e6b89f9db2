package org.layerloom.ui.layers;

import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.layerloom.words.Words;

/// Edits a name in place: Enter and leaving keep it, Esc drops it, Tab keeps it and asks for the next.
final class RenameField extends TextField {
    /// Told once when a renaming ends.
    interface Done {
        /// @param name the new name; null = drop it
        /// @param next whether the next row is to be renamed now
        void accept(String name, boolean next);
    }

    private Done onDone = (name, next) -> {};
    private boolean active;

    RenameField() {
        getStyleClass().add("rename");
        setAccessibleText(Words.of(RenameField.class).text("name"));
        setVisible(false);
        setManaged(false);
        setOnAction(event -> finish(getText(), false));
        focusedProperty().addListener((o, before, focused) -> {
            if (!focused) {
                finish(getText(), false);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    void setOnDone(Done onDone) {
        this.onDone = onDone;
    }

    /// Opens with the present name, or closes.
    void show(boolean open, String name) {
        if (open == active) {
            return;
        }
        active = open;
        setVisible(open);
        setManaged(open);
        if (open) {
            setText(name);
            Platform.runLater(() -> {
                requestFocus();
                selectAll();
            });
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            finish(null, false);
        } else if (event.getCode() == KeyCode.TAB) {
            finish(getText(), true);
        } else {
            return;
        }
        event.consume();
    }

    private void finish(String name, boolean next) {
        if (active) {
            onDone.accept(name, next);
        }
    }
}
