package org.layerloom.ui.start;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Document;
import org.layerloom.ui.templates.PageSketch;

/// A page drawn small with its boxes, its name and a few words beneath, to be chosen.
final class PageCard extends Button {
    private static final double SKETCH = 104;
    private static final double SIDES = 24;

    PageCard(Document page, String name, String about, double width, Runnable choose) {
        this(new PageSketch(page, width - SIDES, SKETCH), name, about, width, choose);
    }

    /// The card of an empty page.
    PageCard(String name, String about, double width, Runnable choose) {
        this(blank(), name, about, width, choose);
    }

    private PageCard(Node picture, String name, String about, double width, Runnable choose) {
        Label title = new Label(name);
        title.getStyleClass().add("t-medium");
        Label note = new Label(about);
        note.getStyleClass().addAll("t-caption", "muted");
        VBox face = new VBox(2, picture, title, note);
        VBox.setMargin(title, new Insets(10, 0, 0, 0));
        face.setAlignment(Pos.TOP_LEFT);
        getStyleClass().setAll("button", "loom-template");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(face);
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        setAccessibleText(name + ", " + about);
        setOnAction(event -> choose.run());
    }

    private static Node blank() {
        StackPane paper = new StackPane(new FontIcon("mdi2p-plus"));
        paper.getStyleClass().add("start-blank");
        paper.setMaxSize(80, SKETCH);
        StackPane room = new StackPane(paper);
        room.setMinHeight(SKETCH);
        room.setMaxHeight(SKETCH);
        return room;
    }
}
