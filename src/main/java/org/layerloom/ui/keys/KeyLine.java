package org.layerloom.ui.keys;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What can be done, and at the far end the keys that do it.
final class KeyLine extends HBox {
    KeyLine(String text, List<String> caps) {
        super(4);
        Label label = new Label(text);
        label.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(26);
        getChildren().addAll(label, gap);
        for (String cap : caps) {
            Label key = new Label(cap);
            key.getStyleClass().add("kbd");
            key.setMinWidth(USE_PREF_SIZE);
            getChildren().add(key);
        }
        setAccessibleText(text + ", " + String.join(" ", caps));
    }
}
