package org.layerloom.ui.paint;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// A toggle that is only an icon; what it stands for is in its tooltip and is what a screen reader says.
final class IconToggle extends ToggleButton {
    IconToggle(String id, String literal, String label) {
        setId(id);
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add("i16");
        setGraphic(icon);
        setAccessibleText(label);
        setTooltip(new Tooltip(label));
    }
}
