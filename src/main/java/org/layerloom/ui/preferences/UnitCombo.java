package org.layerloom.ui.preferences;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import org.layerloom.ui.Choice;
import org.layerloom.ui.NumberField;
import org.layerloom.words.Words;

/// The controls that choose what lengths are shown in.
public final class UnitCombo {
    private static final Words WORDS = Words.of(UnitCombo.class);

    private UnitCombo() {}

    /// A choice of the unit that sets the preference.
    public static ComboBox<LengthUnit> of(Preferences preferences) {
        ComboBox<LengthUnit> combo = Choice.of(
                List.of(LengthUnit.values()),
                160,
                unit -> WORDS.text("unit." + unit.name().toLowerCase(Locale.ROOT)));
        combo.setAccessibleText(WORDS.text("setting.unit"));
        combo.valueProperty().bindBidirectional(preferences.property(ProgramSettings.UNIT));
        return combo;
    }

    /// A choice of the unit and, where that depends on it, of the resolution.
    ///
    /// @param onChange called after each change
    public static HBox row(Preferences preferences, Runnable onChange) {
        ComboBox<LengthUnit> unit = of(preferences);
        unit.setId("unit");
        unit.valueProperty().addListener(change -> onChange.run());
        NumberField resolution = resolution(preferences, onChange);
        resolution.visibleProperty().bind(unit.valueProperty().isNotEqualTo(LengthUnit.PIXELS));
        HBox row = new HBox(8, unit, resolution);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Pixels to an inch; sets the preference.
    ///
    /// @param onChange called after it
    public static NumberField resolution(Preferences preferences, Runnable onChange) {
        NumberField field = new NumberField("", WORDS.text("setting.resolution"), "px/in", 1, 9600);
        field.setPrefWidth(112);
        field.setMaxWidth(112);
        field.show(preferences.get(ProgramSettings.RESOLUTION));
        field.setOnCommit(value -> {
            preferences.set(ProgramSettings.RESOLUTION, value);
            onChange.run();
        });
        return field;
    }
}
