package org.layerloom.ui.prompt;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.layerloom.edit.Moves;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Tags;
import org.layerloom.words.Words;

/// What the prompt bar is about: the whole picture, or the selected box alone. Without a selected box only the
/// whole is there.
final class ScopeSwitch extends HBox {
    private static final Words WORDS = Words.of(ScopeSwitch.class);
    private static final int NAME_LENGTH = 24;

    private final Editor editor;
    private final ReadOnlyObjectWrapper<PromptSubject> subject = new ReadOnlyObjectWrapper<>(PromptSubject.WHOLE);
    private final ToggleButton whole = new ToggleButton(WORDS.text("scope.whole"));
    private final ToggleButton box = new ToggleButton();
    private final Region dot = new Region();

    ScopeSwitch(Editor editor) {
        this.editor = editor;
        getStyleClass().add("seg");
        setMaxWidth(USE_PREF_SIZE);
        dot.getStyleClass().add("tag-dot");
        box.setGraphic(dot);
        box.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        whole.setToggleGroup(group);
        box.setToggleGroup(group);
        whole.setSelected(true);
        whole.setMinWidth(USE_PREF_SIZE);
        whole.setOnAction(event -> choose(false));
        box.setOnAction(event -> choose(true));
        getChildren().addAll(whole, box);
        editor.selectionProperty().addListener(o -> refresh());
        editor.documentProperty().addListener(o -> refresh());
        refresh();
    }

    ReadOnlyObjectProperty<PromptSubject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    private void choose(boolean onlyBox) {
        // A press on the chosen one leaves it chosen.
        whole.setSelected(!onlyBox);
        box.setSelected(onlyBox);
        refresh();
    }

    private void refresh() {
        Optional<org.layerloom.document.Region> region = editor.selectedRegion();
        box.setVisible(region.isPresent());
        box.setManaged(region.isPresent());
        if (region.isEmpty() && box.isSelected()) {
            whole.setSelected(true);
        }
        region.ifPresent(r -> {
            box.setText(WORDS.text("scope.box", shortened(Moves.name(editor.document(), r.layer()))));
            dot.setStyle("-fx-background-color: " + Tags.css(r.tag()) + ";");
        });
        subject.set(box.isSelected() ? PromptSubject.of(region.orElseThrow().layer()) : PromptSubject.WHOLE);
    }

    /// A long name gives way, so that "only" can be read.
    private static String shortened(String name) {
        return name.length() <= NAME_LENGTH
                ? name
                : name.substring(0, NAME_LENGTH - 1).strip() + "\u2026";
    }
}
