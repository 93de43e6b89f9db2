package org.layerloom.ui.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.layerloom.words.Words;

/// Says on an empty page how to begin.
final class PageNote extends VBox {
    PageNote() {
        super(6);
        Words words = Words.of(PageNote.class);
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        Label title = new Label(words.text("note.title"));
        title.getStyleClass().add("page-note-title");
        Label text = new Label(words.text("note.text"));
        text.getStyleClass().add("page-note-text");
        getChildren().addAll(title, text);
    }

    /// In the middle of the page; not at all where the page is too small for it.
    void place(double x, double y, double width, double height) {
        double wide = prefWidth(-1);
        double high = prefHeight(wide);
        setOpacity(wide + 16 > width || high + 16 > height ? 0 : 1);
        resizeRelocate(Math.round(x + (width - wide) / 2), Math.round(y + (height - high) / 2), wide, high);
    }
}
