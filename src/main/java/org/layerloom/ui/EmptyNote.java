package org.layerloom.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What stands where there is nothing yet: a short title and a sentence about how to begin.
public final class EmptyNote extends VBox {
    public EmptyNote(String title, String sentence) {
        getStyleClass().add("empty-note");
        setAlignment(Pos.CENTER);
        setFillWidth(true);
        Label head = new Label(title);
        head.getStyleClass().add("t-medium");
        Label body = new Label(sentence);
        body.getStyleClass().addAll("t-small", "muted");
        body.setWrapText(true);
        body.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, body);
    }
}
