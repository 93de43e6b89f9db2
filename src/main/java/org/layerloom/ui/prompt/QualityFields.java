package org.layerloom.ui.prompt;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.layerloom.generate.Settings;
import org.layerloom.ui.NumberField;

/// How carefully the next run paints: a ready-made quality, or steps and guidance by number. An empty field is the
/// model's own value.
final class QualityFields extends VBox {
    private static final int MAX_GUIDANCE = 20;
    private static final int TENTHS = 10;

    private final GenerationSettings settings;
    private final ToggleGroup group = new ToggleGroup();

    QualityFields(GenerationSettings settings) {
        super(8);
        this.settings = settings;
        Label caption = new Label("Quality");
        caption.getStyleClass().add("flabel");
        Label note =
                new Label("Draft is quick and rough; Fine takes longest. An empty field is the model's own value.");
        note.getStyleClass().addAll("t-caption", "subtle");
        note.setWrapText(true);
        note.setMaxWidth(260);
        HBox numbers = new HBox(8, steps(), guidance());
        numbers.getChildren().forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
        getChildren().addAll(caption, choices(), numbers, note);
    }

    private HBox choices() {
        HBox choices = new HBox();
        choices.getStyleClass().add("seg");
        for (Quality quality : Quality.values()) {
            ToggleButton button = new ToggleButton(quality.title());
            button.setToggleGroup(group);
            button.setUserData(quality);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(event -> settings.stepsProperty().set(quality.steps()));
            choices.getChildren().add(button);
        }
        settings.stepsProperty()
                .subscribe(steps -> group.getToggles()
                        .forEach(toggle -> toggle.setSelected(Quality.of(steps)
                                .filter(quality -> quality == toggle.getUserData())
                                .isPresent())));
        return choices;
    }

    private NumberField steps() {
        NumberField field = new NumberField("Steps", "Steps", "", 1, Settings.MAX_STEPS);
        field.allowEmpty("auto", () -> settings.stepsProperty().set(OptionalInt.empty()));
        field.setOnCommit(steps -> settings.stepsProperty().set(OptionalInt.of(steps)));
        settings.stepsProperty().subscribe(steps -> steps.ifPresentOrElse(field::show, field::showNothing));
        return field;
    }

    private NumberField guidance() {
        NumberField field = new NumberField("Guidance", "Guidance", "", 0, MAX_GUIDANCE * TENTHS, TENTHS);
        field.allowEmpty("auto", () -> settings.guidanceProperty().set(OptionalDouble.empty()));
        field.setOnCommit(tenths -> settings.guidanceProperty().set(OptionalDouble.of(tenths / (double) TENTHS)));
        settings.guidanceProperty().subscribe(guidance -> {
            if (guidance.isPresent()) {
                field.show((int) Math.round(guidance.getAsDouble() * TENTHS));
            } else {
                field.showNothing();
            }
        });
        return field;
    }
}
