package org.layerloom.ui.prompt;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A small button that shows a setting and opens what changes it.
final class Chip extends Button {
    private final String role;
    private final Label value = new Label();

    /// @param role what the setting is, for screen readers: `Model`
    Chip(String role, String icon, boolean menu) {
        this.role = role;
        getStyleClass().setAll("button", "chip");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        HBox content = new HBox(6, new FontIcon(icon), value);
        content.setAlignment(Pos.CENTER_LEFT);
        if (menu) {
            content.getChildren().add(new FontIcon("mdi2c-chevron-down"));
        }
        setGraphic(content);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Shows a value that tells by itself what it is.
    void show(String text) {
        value.setText(text);
        setAccessibleText(role + " " + text);
    }

    /// Shows a bare number behind its name.
    void show(long number) {
        value.setText(role + " " + number);
        setAccessibleText(value.getText());
    }
}
