package org.layerloom.ui.keys;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.KeyCaps;
import org.layerloom.ui.actions.KeyMap;
import org.layerloom.words.Words;

/// An action and its key, to be changed: press the row, then the new keys. A key in use is told, and can be taken.
final class KeyEditor extends VBox {
    private static final Words WORDS = Words.of(KeyEditor.class);

    private final Actions actions;
    private final Action action;
    private final Button row = new Button();
    private boolean listening;

    KeyEditor(Actions actions, Action action) {
        super(4);
        this.actions = actions;
        this.action = action;
        row.setId("key-" + action.name());
        row.getStyleClass().setAll("button", "key-row");
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(WORDS.text("row", action.label(), String.join(" ", Actions.caps(action))));
        row.setOnAction(event -> listen(true));
        row.addEventFilter(KeyEvent.ANY, this::heard);
        row.focusedProperty().addListener((o, before, focused) -> {
            if (!focused) {
                listen(false);
            }
        });
        HBox line = new HBox(4, row);
        HBox.setHgrow(row, Priority.ALWAYS);
        if (actions.keysProperty().get().isChanged(action.name())) {
            IconButton reset = new IconButton("mdi2b-backup-restore", WORDS.text("reset"));
            reset.getStyleClass().add("i16");
            reset.setOnAction(event ->
                    actions.keysProperty().set(actions.keysProperty().get().without(action.name())));
            line.getChildren().add(reset);
        }
        getChildren().add(line);
        listen(false);
    }

    private void listen(boolean on) {
        listening = on;
        KeyLine face = new KeyLine(action.label(), on ? List.of(WORDS.text("press")) : Actions.caps(action));
        face.minWidthProperty().bind(row.widthProperty().subtract(12));
        row.setGraphic(face);
        row.getStyleClass().remove("listening");
        if (on) {
            row.getStyleClass().add("listening");
            getChildren().remove(1, getChildren().size());
        }
    }

    private void heard(KeyEvent event) {
        if (!listening) {
            return;
        }
        event.consume();
        if (event.getEventType() != KeyEvent.KEY_PRESSED) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            listen(false);
        } else if (event.getCode() == KeyCode.BACK_SPACE && !event.isShortcutDown() && !event.isAltDown()) {
            give(Optional.empty());
        } else {
            KeyMap.pressed(event).ifPresent(this::chosen);
        }
    }

    private void chosen(KeyCombination key) {
        Optional<Action> other = actions.conflict(action.name(), key);
        if (other.isEmpty()) {
            give(Optional.of(key));
            return;
        }
        listen(false);
        Label told = new Label(WORDS.text(
                "conflict", String.join("+", KeyCaps.of(key)), other.get().label()));
        told.getStyleClass().addAll("t-small", "warn-text");
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        Button take = new Button(WORDS.text("take"));
        take.setId("key-take");
        take.getStyleClass().setAll("button", "btn");
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(event -> actions.keysProperty()
                .set(actions.keysProperty()
                        .get()
                        .with(other.get().name(), Optional.empty())
                        .with(action.name(), Optional.of(key))));
        Button leave = new Button(WORDS.text("leave"));
        leave.getStyleClass().setAll("button", "btn", "flat");
        leave.setOnAction(event -> getChildren().remove(1, getChildren().size()));
        getChildren().addAll(told, new HBox(8, take, leave));
    }

    private void give(Optional<KeyCombination> key) {
        actions.keysProperty().set(actions.keysProperty().get().with(action.name(), key));
    }
}
