package org.layerloom.ui.preferences;

import java.util.function.IntConsumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.layerloom.ui.NumberField;

/// A length of the page, kept in whole pixels and shown in the user's unit as it is now.
public final class LengthField extends StackPane {
    private final LengthUnit unit;
    private final int resolution;
    private final int parts;
    private final NumberField field;

    /// @param name what a screen reader says
    /// @param min px
    /// @param max px
    public LengthField(String prefix, String name, Preferences preferences, int min, int max) {
        unit = preferences.get(ProgramSettings.UNIT);
        resolution = preferences.get(ProgramSettings.RESOLUTION);
        parts = (int) Math.round(Math.pow(10, unit.decimals()));
        int least = (int) Math.ceil(unit.fromPixels(min, resolution) * parts);
        int most = (int) Math.floor(unit.fromPixels(max, resolution) * parts);
        field = new NumberField(prefix, name, unit.symbol(), least, most, parts);
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().add(field);
    }

    /// Shows a length without calling anybody.
    ///
    /// @param pixels whole pixels
    public void show(int pixels) {
        field.show((int) Math.round(unit.fromPixels(pixels, resolution) * parts));
    }

    /// Takes every new length, px, while it is being dragged too.
    public void setOnChange(IntConsumer onChange) {
        field.setOnPreview(inPixels(onChange));
        setOnCommit(onChange);
    }

    /// Takes every length that is kept, px.
    public void setOnCommit(IntConsumer onCommit) {
        field.setOnCommit(inPixels(onCommit));
    }

    private IntConsumer inPixels(IntConsumer taker) {
        return value -> taker.accept(unit.toPixels((double) value / parts, resolution));
    }
}
