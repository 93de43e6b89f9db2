package org.layerloom.ui.keys;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.layerloom.ui.actions.Actions;
import org.layerloom.words.Words;

/// All keys, ready to be changed, as a page of the preferences.
public final class KeyboardPage extends VBox {
    public KeyboardPage(Actions actions) {
        super(8);
        getStyleClass().add("pref-page");
        ShortcutSheet sheet = new ShortcutSheet(actions);
        sheet.editingProperty().set(true);
        Label title = new Label(Words.of(KeyboardPage.class).text("title"));
        title.getStyleClass().add("t-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().addAll(sheet.tools());
        getChildren().addAll(head, sheet);
    }
}
