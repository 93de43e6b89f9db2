package org.layerloom.ui.frame;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.layerloom.document.Document;
import org.layerloom.ui.NumberField;

/// Asks how large a new page is to be.
public final class NewPageSheet extends VBox {
    public static final double WIDTH = 440;
    /// Smaller pages hold no box worth drawing, px.
    private static final int MIN_SIDE = 16;

    /// A size with a name.
    private record Preset(String name, int width, int height) {}

    private static final List<Preset> PRESETS = List.of(
            new Preset("Square", 512, 512),
            new Preset("Portrait", 512, 640),
            new Preset("Landscape", 640, 512),
            new Preset("Large square", 1024, 1024));

    private int width = 512;
    private int height = 512;
    private final NumberField widthField = side("W", "Width", value -> width = value);
    private final NumberField heightField = side("H", "Height", value -> height = value);

    /// @param create takes width and height, px
    public NewPageSheet(BiConsumer<Integer, Integer> create) {
        super(16);
        setId("new-page");
        getStyleClass().add("sheet-body");
        HBox presets = new HBox(8);
        PRESETS.forEach(preset -> presets.getChildren().add(button(preset)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button done = new Button("Create");
        done.setId("new-page-create");
        done.getStyleClass().setAll("btn", "primary");
        done.setOnAction(event -> create.accept(width, height));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                // A field takes what was typed when it loses the focus.
                done.requestFocus();
                done.fire();
                event.consume();
            }
        });
        HBox sides = new HBox(8, widthField, heightField, gap, done);
        sides.setAlignment(Pos.CENTER_LEFT);
        Label about = new Label(MIN_SIDE + " to " + Document.MAX_SIDE + " px a side");
        about.getStyleClass().addAll("t-small", "subtle");
        getChildren().addAll(presets, sides, about);
        show(PRESETS.getFirst());
    }

    private static NumberField side(String prefix, String name, IntConsumer take) {
        NumberField field = new NumberField(prefix, name, "px", MIN_SIDE, Document.MAX_SIDE);
        field.setId("new-page-" + prefix);
        field.setPrefWidth(104);
        field.setOnPreview(take);
        field.setOnCommit(take);
        return field;
    }

    private Button button(Preset preset) {
        Button button = new Button(preset.name());
        button.getStyleClass().setAll("btn");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> show(preset));
        return button;
    }

    private void show(Preset preset) {
        width = preset.width();
        height = preset.height();
        widthField.show(width);
        heightField.show(height);
    }
}
