package org.layerloom.ui.keys;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What can be done, and at the far end the keys that do it.
final class KeyLine extends HBox {
    KeyLine(String text, List<String> caps) {
        super(4);
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(26);
        getChildren().add(label);
        for (String cap : caps) {
            Label key = new Label(cap);
            key.getStyleClass().add("kbd");
            key.setMinWidth(USE_PREF_SIZE);
            getChildren().add(key);
        }
        setAccessibleText(text + ", " + String.join(" ", caps));
    }

    /// A button asks for the height of what is in it without a width: the least width that it was given counts.
    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 && getMinWidth() > 0 ? getMinWidth() : width);
    }
}
