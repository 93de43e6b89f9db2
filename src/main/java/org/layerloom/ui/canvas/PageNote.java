package org.layerloom.ui.canvas;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.actions.Action;
import org.layerloom.words.Words;

/// Says on an empty page how to begin, and offers a template. A drag may begin on its words: only the button takes
/// presses.
final class PageNote extends VBox {
    PageNote() {
        super(6);
        Words words = Words.of(PageNote.class);
        setAlignment(Pos.CENTER);
        setPickOnBounds(false);
        getChildren()
                .addAll(
                        label(words.text("note.title"), "page-note-title"),
                        label(words.text("note.text"), "page-note-text"));
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMouseTransparent(true);
        return label;
    }

    /// Adds a button for another way to begin.
    void offer(Action action) {
        Button button = new Button(action.label(), new FontIcon(action.icon().orElseThrow()));
        button.setId("page-note-" + action.name());
        button.getStyleClass().setAll("button", "btn");
        button.setOnAction(event -> action.perform());
        setMargin(button, new Insets(10, 0, 0, 0));
        getChildren().add(button);
    }

    /// In the middle of the page; not at all where the page is too small for it.
    void place(double x, double y, double width, double height) {
        double wide = prefWidth(-1);
        double high = prefHeight(wide);
        boolean fits = wide + 16 <= width && high + 16 <= height;
        setOpacity(fits ? 1 : 0);
        setDisable(!fits);
        resizeRelocate(Math.round(x + (width - wide) / 2), Math.round(y + (height - high) / 2), wide, high);
    }
}
