package org.layerloom.ui.preferences;

import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.Words;

/// The controls that choose what lengths are shown in.
public final class UnitCombo {
    private static final Words WORDS = Words.of(UnitCombo.class);

    private UnitCombo() {}

    /// A choice of the unit that sets the preference.
    public static ComboBox<LengthUnit> of(Preferences preferences) {
        ComboBox<LengthUnit> combo = new ComboBox<>();
        combo.getItems().setAll(LengthUnit.values());
        combo.getStyleClass().add("combo");
        combo.setAccessibleText(WORDS.text("setting.unit"));
        combo.setPrefWidth(160);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(LengthUnit unit) {
                return unit == null ? "" : WORDS.text("unit." + unit.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public LengthUnit fromString(String text) {
                throw new UnsupportedOperationException("units are chosen, not typed");
            }
        });
        combo.valueProperty().bindBidirectional(preferences.property(ProgramSettings.UNIT));
        return combo;
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
