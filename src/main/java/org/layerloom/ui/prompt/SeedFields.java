package org.layerloom.ui.prompt;

import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.NumberField;
import org.layerloom.words.Words;

/// The seed of the next run: number, lock and dice.
final class SeedFields extends HBox {
    private static final double WIDTH = 148;
    private static final Words WORDS = Words.of(SeedFields.class);
    private static final String KEEP = WORDS.text("seed.keep");

    SeedFields(GenerationSettings settings) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        NumberField seed = new NumberField(WORDS.text("seed"), WORDS.text("seed"), "", 0, Integer.MAX_VALUE);
        seed.setMinWidth(WIDTH);
        HBox.setHgrow(seed, Priority.ALWAYS);
        seed.setOnCommit(value -> settings.seedProperty().set(value));
        settings.seedProperty().subscribe(value -> seed.show(value.intValue()));
        ToggleButton lock = new ToggleButton(null, new FontIcon("mdi2l-lock-outline"));
        lock.getStyleClass().setAll("toggle-button", "ibtn");
        lock.setAccessibleText(KEEP);
        lock.setTooltip(new Tooltip(KEEP));
        lock.selectedProperty().bindBidirectional(settings.seedLockedProperty());
        IconButton dice = new IconButton("mdi2d-dice-5-outline", WORDS.text("seed.new"));
        dice.setOnAction(event -> settings.rollSeed());
        getChildren().addAll(seed, lock, dice);
    }
}
