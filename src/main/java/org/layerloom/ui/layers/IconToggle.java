package org.layerloom.ui.layers;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// A switch that is only a picture; what it switches stands in its tooltip and is what a screen reader says.
final class IconToggle extends ToggleButton {
    private static final Duration TOOLTIP_DELAY = Duration.millis(600);

    /// @param keys the key caps that the tooltip adds: `Ctrl+Z`; blank = none
    IconToggle(Node picture, String label, String keys) {
        super(null, picture);
        getStyleClass().setAll("ibtn");
        setAccessibleText(label);
        Tooltip tooltip = new Tooltip(keys.isBlank() ? label : label + "   " + keys);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        setTooltip(tooltip);
    }
}
