package org.layerloom.ui.color;

import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.layerloom.document.Document;
import org.layerloom.ui.Flyout;

/// A button that shows a colour and opens what chooses another.
public final class ColorButton extends Button {
    private final String label;
    private final Flyout flyout = new Flyout();
    private final ColorPicker picker;
    private int shown;

    /// @param label what the colour is for
    /// @param side where the picker opens
    public ColorButton(String label, Side side, Colors colors, Supplier<Document> document) {
        this.label = label;
        picker = new ColorPicker(colors, document);
        getStyleClass().setAll("color-button");
        flyout.setContent(picker);
        setOnAction(event -> {
            picker.show(shown);
            flyout.toggle(this, side);
        });
        show(0xff000000);
    }

    /// Opens the picker where it is not open yet.
    public void open() {
        if (!flyout.isOpen()) {
            fire();
        }
    }

    public void setOnPreview(IntConsumer onPreview) {
        picker.setOnPreview(argb -> {
            show(argb);
            onPreview.accept(argb);
        });
    }

    public void setOnCommit(IntConsumer onCommit) {
        picker.setOnCommit(argb -> {
            show(argb);
            onCommit.accept(argb);
        });
    }

    /// Shows a colour without calling anybody.
    public void show(int argb) {
        if (argb == shown && getTooltip() != null) {
            return;
        }
        shown = argb;
        setStyle("-fx-background-color: -loom-field-border, -color-bg-default, " + Hex.of(argb) + ";");
        setAccessibleText(label + " " + Hex.of(argb));
        setTooltip(new Tooltip(label + "   " + Hex.of(argb)));
    }
}
