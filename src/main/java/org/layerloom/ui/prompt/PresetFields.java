package org.layerloom.ui.prompt;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.layerloom.ui.IconButton;
import org.layerloom.words.Words;

/// The user's own presets of quality: each can be taken or deleted, and what is set now saved under a name.
final class PresetFields extends VBox {
    private static final Words WORDS = Words.of(PresetFields.class);

    private final GenerationSettings settings;
    private final FlowPane presets = new FlowPane(6, 6);
    private final TextField name = new TextField();
    private final Button save = new Button(WORDS.text("preset.save"));

    PresetFields(GenerationSettings settings) {
        super(8);
        this.settings = settings;
        Label caption = new Label(WORDS.text("presets"));
        caption.getStyleClass().add("flabel");
        name.getStyleClass().add("loom-text");
        name.setId("preset-name");
        name.setPromptText(WORDS.text("preset.name"));
        name.setAccessibleText(WORDS.text("preset.name"));
        name.setOnAction(event -> save());
        HBox.setHgrow(name, Priority.ALWAYS);
        save.getStyleClass().setAll("button", "btn");
        save.setMinWidth(USE_PREF_SIZE);
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        save.setOnAction(event -> save());
        HBox row = new HBox(8, name, save);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(caption, presets, row);
        settings.memoryProperty().subscribe(this::show);
    }

    private void save() {
        String wanted = name.getText().strip();
        if (!wanted.isEmpty()) {
            settings.remember(settings.memoryProperty().get().with(Preset.of(wanted, settings)));
            name.clear();
        }
    }

    private void show(GenerationMemory memory) {
        presets.getChildren().clear();
        for (Preset preset : memory.presets()) {
            presets.getChildren().add(row(preset));
        }
        presets.setManaged(!memory.presets().isEmpty());
    }

    private HBox row(Preset preset) {
        Button take = new Button(preset.name());
        take.getStyleClass().setAll("button", "btn", "loom-preset");
        take.setOnAction(event -> preset.applyTo(settings));
        IconButton delete = new IconButton("mdi2c-close", WORDS.text("preset.delete", preset.name()));
        delete.getStyleClass().add("i14");
        delete.setOnAction(
                event -> settings.remember(settings.memoryProperty().get().without(preset.name())));
        HBox row = new HBox(take, delete);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
