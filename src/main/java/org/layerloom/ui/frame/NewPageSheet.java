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
import org.layerloom.ui.preferences.LengthField;
import org.layerloom.ui.preferences.LengthUnit;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.ProgramSettings;
import org.layerloom.ui.preferences.UnitCombo;
import org.layerloom.words.Words;

/// Asks how large a new page is to be, in the unit that the user works in.
public final class NewPageSheet extends VBox {
    public static final double WIDTH = 560;

    private static final Words WORDS = Words.of(NewPageSheet.class);
    /// Smaller pages hold no box worth drawing, px.
    private static final int MIN_SIDE = 16;
    /// Two such sides are as much as a page may have, px.
    private static final int MAX_SIDE = 16_384;

    /// A size with a name.
    private record Preset(String name, int width, int height) {}

    private static final List<Preset> PRESETS = List.of(
            new Preset("square", 512, 512),
            new Preset("portrait", 512, 640),
            new Preset("landscape", 640, 512),
            new Preset("large", 1024, 1024));

    private final Preferences preferences;
    private final HBox sides = new HBox(8);
    private final Label about = new Label();
    private final Button done = new Button(WORDS.text("page.create"));
    private int width = 512;
    private int height = 512;

    /// @param create takes width and height, px
    public NewPageSheet(Preferences preferences, BiConsumer<Integer, Integer> create) {
        super(16);
        this.preferences = preferences;
        setId("new-page");
        getStyleClass().add("sheet-body");
        HBox presets = new HBox(8);
        PRESETS.forEach(preset -> presets.getChildren().add(button(preset)));
        done.setId("new-page-create");
        done.getStyleClass().setAll("button", "btn", "primary");
        done.setMinWidth(USE_PREF_SIZE);
        done.setOnAction(event -> create.accept(width, height));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                // A field takes what was typed when it loses the focus.
                done.requestFocus();
                done.fire();
                event.consume();
            }
        });
        about.getStyleClass().addAll("t-small", "subtle");
        show();
        getChildren().addAll(presets, sides, UnitCombo.row(preferences, this::show), about);
    }

    private void show() {
        LengthField wide = side("W", WORDS.text("place.width"), width, value -> width = value);
        LengthField high = side("H", WORDS.text("place.height"), height, value -> height = value);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        sides.setAlignment(Pos.CENTER_LEFT);
        sides.getChildren().setAll(wide, high, gap, done);
        tellSize();
    }

    private void tellSize() {
        about.setText(
                preferences.get(ProgramSettings.UNIT) == LengthUnit.PIXELS
                        ? WORDS.text("page.range", MIN_SIDE, String.valueOf(MAX_SIDE))
                        : WORDS.text("page.pixels", String.valueOf(width), String.valueOf(height)));
    }

    private LengthField side(String prefix, String name, int pixels, IntConsumer take) {
        LengthField field = new LengthField(prefix, name, preferences, MIN_SIDE, MAX_SIDE);
        field.setId("new-page-" + prefix);
        field.setPrefWidth(128);
        field.show(pixels);
        field.setOnChange(value -> {
            take.accept(value);
            tellSize();
        });
        return field;
    }

    private Button button(Preset preset) {
        Button button = new Button(WORDS.text("page." + preset.name()));
        button.getStyleClass().setAll("button", "btn");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            width = preset.width();
            height = preset.height();
            show();
        });
        return button;
    }
}
