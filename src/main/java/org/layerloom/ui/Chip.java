package org.layerloom.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// A small button that shows a setting and opens what changes it.
public final class Chip extends Button {
    /// Longer values end in an ellipsis, px.
    private static final double MAX_WIDTH = 180;

    private final String role;
    private final Label value = new Label();
    private final StackPane mark = new StackPane();

    /// @param role what the setting is, for screen readers: `Model`
    public Chip(String role, String icon, boolean menu) {
        this.role = role;
        getStyleClass().setAll("button", "chip");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        HBox content = new HBox(6, mark, value);
        content.setAlignment(Pos.CENTER_LEFT);
        if (menu) {
            content.getChildren().add(new FontIcon("mdi2c-chevron-down"));
        }
        mark.getChildren().add(new FontIcon(icon));
        value.setMaxWidth(MAX_WIDTH);
        setGraphic(content);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Shows a value that tells by itself what it is.
    public void show(String text) {
        value.setText(text);
        setAccessibleText(role + " " + text);
    }

    /// Shows a bare number behind its name.
    public void show(long number) {
        value.setText(role + " " + number);
        setAccessibleText(value.getText());
    }

    /// Shows a picture in place of the icon.
    public void mark(Node picture) {
        mark.getChildren().setAll(picture);
    }
}
