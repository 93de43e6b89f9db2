package org.layerloom.ui.prompt;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.layerloom.generate.Settings;
import org.layerloom.ui.NumberField;
import org.layerloom.words.Words;

/// How carefully the next run paints: a ready-made quality, or steps and guidance by number. An empty field is the
/// model's own value.
final class QualityFields extends VBox {
    private static final Words WORDS = Words.of(QualityFields.class);
    private static final double WIDTH = 280;
    static final int MAX_GUIDANCE = 20;
    private static final int TENTHS = 10;

    private final GenerationSettings settings;
    private final ToggleGroup group = new ToggleGroup();

    /// @param takesNegative whether the model of the next run takes a negative prompt
    QualityFields(GenerationSettings settings, ObservableValue<Boolean> takesNegative) {
        super(8);
        this.settings = settings;
        Label caption = new Label(WORDS.text("quality"));
        caption.getStyleClass().add("flabel");
        Label note = new Label(WORDS.text("quality.note"));
        note.getStyleClass().addAll("t-caption", "subtle");
        note.setWrapText(true);
        note.setMaxWidth(WIDTH);
        HBox numbers = new HBox(8, steps(), guidance());
        numbers.getChildren().forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
        setPrefWidth(WIDTH);
        getChildren()
                .addAll(
                        caption,
                        choices(),
                        numbers,
                        note,
                        negative(takesNegative),
                        versions(),
                        letters(),
                        new PresetFields(settings));
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

    private VBox negative(ObservableValue<Boolean> taken) {
        Label caption = new Label(WORDS.text("negative"));
        caption.getStyleClass().add("flabel");
        TextField text = new TextField();
        text.setId("negative");
        text.getStyleClass().add("loom-text");
        text.setPromptText(WORDS.text("negative.about"));
        text.setAccessibleText(WORDS.text("negative"));
        text.textProperty().bindBidirectional(settings.negativeProperty());
        VBox negative = new VBox(4, caption, text);
        negative.visibleProperty().bind(taken);
        negative.managedProperty().bind(negative.visibleProperty());
        return negative;
    }

    /// How many versions a re-roll makes.
    private HBox versions() {
        Label caption = new Label(WORDS.text("versions.caption"));
        caption.getStyleClass().add("flabel");
        HBox counts = new HBox();
        counts.getStyleClass().add("seg");
        ToggleGroup one = new ToggleGroup();
        for (int count : GenerationMemory.VERSIONS) {
            ToggleButton button = new ToggleButton(String.valueOf(count));
            button.setToggleGroup(one);
            button.setAccessibleText(WORDS.text("versions", count));
            button.setOnAction(event -> settings.versionsProperty().set(count));
            settings.versionsProperty().subscribe(now -> button.setSelected(now.intValue() == count));
            counts.getChildren().add(button);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(8, caption, space, counts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Whether what is quoted becomes text.
    private CheckBox letters() {
        CheckBox letters = new CheckBox(WORDS.text("letters"));
        letters.setId("letters");
        letters.setTooltip(new Tooltip(WORDS.text("letters.about")));
        letters.setWrapText(true);
        settings.memoryProperty().subscribe(memory -> letters.setSelected(!memory.paintsLetters()));
        letters.setOnAction(
                event -> settings.remember(settings.memoryProperty().get().withPaintsLetters(!letters.isSelected())));
        return letters;
    }

    private NumberField steps() {
        NumberField field = new NumberField(WORDS.text("steps"), WORDS.text("steps"), "", 1, Settings.MAX_STEPS);
        field.allowEmpty(WORDS.text("auto"), () -> settings.stepsProperty().set(OptionalInt.empty()));
        field.setOnCommit(steps -> settings.stepsProperty().set(OptionalInt.of(steps)));
        settings.stepsProperty().subscribe(steps -> steps.ifPresentOrElse(field::show, field::showNothing));
        return field;
    }

    private NumberField guidance() {
        NumberField field =
                new NumberField(WORDS.text("guidance"), WORDS.text("guidance"), "", 0, MAX_GUIDANCE * TENTHS, TENTHS);
        field.allowEmpty(WORDS.text("auto"), () -> settings.guidanceProperty().set(OptionalDouble.empty()));
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
