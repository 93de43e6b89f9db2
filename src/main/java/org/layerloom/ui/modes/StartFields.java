package org.layerloom.ui.modes;

import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.layerloom.ui.NumberField;

/// What a transparent layer starts from: nothing, or the selected layer, which it may leave so far.
final class StartFields extends HBox {
    private static final int PERCENT = 100;

    private final ModeChoice choice;
    private final ToggleButton noise = new ToggleButton(Modes.text("start.noise"));
    private final ToggleButton selected = new ToggleButton(Modes.text("start.selected"));
    private final NumberField strength =
            new NumberField(Modes.text("strength"), Modes.text("strength.about"), "%", 0, PERCENT);

    StartFields(ModeChoice choice) {
        super(8);
        this.choice = choice;
        setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        noise.setToggleGroup(group);
        selected.setToggleGroup(group);
        selected.setId("start-selected");
        noise.setOnAction(event -> set(OptionalDouble.empty()));
        selected.setOnAction(event -> set(OptionalDouble.of(ModeInputs.USUAL_STRENGTH)));
        HBox both = new HBox(noise, selected);
        both.getStyleClass().add("seg");
        strength.setId("start-strength");
        strength.setPrefWidth(128);
        Tooltip.install(strength, new Tooltip(Modes.text("strength.about")));
        strength.setOnCommit(percent -> set(OptionalDouble.of((double) percent / PERCENT)));
        getChildren().setAll(ModeFields.labelled(Modes.text("start"), both), strength);
        refresh();
    }

    private void set(OptionalDouble value) {
        choice.inputsProperty().set(choice.inputs().withStrength(value));
    }

    void refresh() {
        OptionalDouble value = choice.inputs().strength();
        noise.setSelected(value.isEmpty());
        selected.setSelected(value.isPresent());
        strength.setVisible(value.isPresent());
        strength.setManaged(value.isPresent());
        value.ifPresent(share -> strength.show((int) Math.round(share * PERCENT)));
    }
}
