package org.layerloom.ui.export;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.layerloom.codec.export.ExportOrder;
import org.layerloom.ui.IconButton;
import org.layerloom.words.Words;

/// The list of presets: each can be taken, the user's own deleted, and what is set now saved under a name.
final class ExportPresets extends VBox {
    static final double WIDTH = 184;

    private static final Words WORDS = Words.of(ExportPresets.class);

    private final ExportMemory memory;
    private final Supplier<List<ExportOrder>> now;
    private final Consumer<List<ExportOrder>> onTake;
    private final VBox list = new VBox(2);
    private final TextField name = new TextField();

    ExportPresets(ExportMemory memory, Supplier<List<ExportOrder>> now, Consumer<List<ExportOrder>> onTake) {
        super(8);
        this.memory = memory;
        this.now = now;
        this.onTake = onTake;
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        Label caption = new Label(WORDS.text("presets"));
        caption.getStyleClass().add("flabel");
        name.setId("export-preset-name");
        name.getStyleClass().add("loom-text");
        name.setPromptText(WORDS.text("preset.name"));
        name.setAccessibleText(WORDS.text("preset.name"));
        HBox.setHgrow(name, Priority.ALWAYS);
        IconButton save = new IconButton("mdi2c-content-save-outline", WORDS.text("preset.save"));
        save.setId("export-preset-save");
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        save.setOnAction(event -> save());
        HBox row = new HBox(4, name, save);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(caption, list, row);
        show();
    }

    private void save() {
        memory.keep(new ExportPreset(name.getText().strip(), now.get()));
        name.clear();
        show();
    }

    private void show() {
        list.getChildren().clear();
        ExportMemory.builtIn().forEach(preset -> list.getChildren().add(row(preset)));
        for (ExportPreset preset : memory.own()) {
            HBox row = row(preset);
            IconButton delete = new IconButton("mdi2c-close", WORDS.text("preset.delete", preset.name()));
            delete.getStyleClass().add("i14");
            delete.setOnAction(event -> {
                memory.forget(preset.name());
                show();
            });
            row.getChildren().add(delete);
            list.getChildren().add(row);
        }
    }

    private HBox row(ExportPreset preset) {
        Button take = new Button(preset.name());
        take.getStyleClass().setAll("button", "btn", "flat");
        take.setAlignment(Pos.CENTER_LEFT);
        take.setMaxWidth(Double.MAX_VALUE);
        take.setOnAction(event -> onTake.accept(preset.orders()));
        HBox.setHgrow(take, Priority.ALWAYS);
        HBox row = new HBox(take);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
