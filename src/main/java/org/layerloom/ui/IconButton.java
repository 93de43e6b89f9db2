package org.layerloom.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button that is only an icon; what it does stands in its tooltip and is what a screen reader says.
public final class IconButton extends Button {
    private static final Duration TOOLTIP_DELAY = Duration.millis(600);

    private final FontIcon icon = new FontIcon();
    private final Tooltip tooltip = new Tooltip();

    /// @param literal Ikonli's name of the icon: `mdi2u-undo`
    /// @param keys the key caps that the tooltip adds: `Ctrl+Z`; blank = none
    public IconButton(String literal, String label, String keys) {
        getStyleClass().setAll("ibtn");
        icon.setIconLiteral(literal);
        setGraphic(icon);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        setTooltip(tooltip);
        describe(label, keys);
    }

    public IconButton(String literal, String label) {
        this(literal, label, "");
    }

    public void setIcon(String literal) {
        icon.setIconLiteral(literal);
    }

    /// Says what the button does now.
    public void describe(String label, String keys) {
        setAccessibleText(label);
        tooltip.setText(keys.isBlank() ? label : label + "   " + keys);
    }

    /// The icon, for style classes of its own.
    public FontIcon icon() {
        return icon;
    }
}
