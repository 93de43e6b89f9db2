package org.layerloom.ui.color;

import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Side;
import javafx.scene.layout.Pane;
import org.layerloom.document.Document;
import org.layerloom.ui.IconButton;
import org.layerloom.ui.actions.ActionButtons;
import org.layerloom.ui.actions.Actions;
import org.layerloom.words.Words;

/// The two colours at the foot of the tool bar, one lying over the other, and the buttons that swap and reset them.
public final class Swatches extends Pane {
    private static final double SIDE = 36;

    private final Colors colors;
    private final Supplier<Document> document;

    /// @param actions among them `colors-swap`, and `colors-reset` to black and white
    public Swatches(Colors colors, Supplier<Document> document, Actions actions) {
        this.colors = colors;
        this.document = document;
        getStyleClass().add("swatches");
        setMinSize(SIDE, 60);
        setPrefSize(SIDE, 60);
        setMaxSize(SIDE, 60);
        Words words = Words.of(Swatches.class);
        ColorButton background = button(words.text("background"), "background-color", colors.backgroundProperty());
        background.relocate(13, 33);
        ColorButton foreground = button(words.text("foreground"), "foreground-color", colors.foregroundProperty());
        foreground.relocate(1, 21);
        IconButton swapping = small(actions, "colors-swap");
        swapping.relocate(19, 0);
        IconButton resetting = small(actions, "colors-reset");
        resetting.relocate(-1, 0);
        getChildren().addAll(background, foreground, resetting, swapping);
    }

    private ColorButton button(String label, String id, IntegerProperty color) {
        ColorButton button = new ColorButton(label, Side.RIGHT, colors, document);
        button.getStyleClass().add("swatch");
        button.setId(id);
        button.setOnPreview(color::set);
        button.setOnCommit(color::set);
        color.subscribe(argb -> button.show(argb.intValue()));
        return button;
    }

    private static IconButton small(Actions actions, String name) {
        IconButton button = ActionButtons.icon(actions, name);
        button.getStyleClass().add("swatch-action");
        return button;
    }
}
