package org.layerloom.ui.templates;

import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.ui.Tags;

/// A page drawn small with its boxes in their tag colours.
public final class PageSketch extends StackPane {
    /// @param width of the room that the page is fitted into, px
    /// @param height of it
    public PageSketch(Document page, double width, double height) {
        setMinSize(width, height);
        setMaxSize(width, height);
        setMouseTransparent(true);
        double scale = Math.min(width / page.width(), height / page.height());
        Pane paper = new Pane();
        paper.getStyleClass().add("loom-sketch");
        paper.setMinSize(Math.round(page.width() * scale), Math.round(page.height() * scale));
        paper.setMaxSize(paper.getMinWidth(), paper.getMinHeight());
        for (Region region : page.regions()) {
            paper.getChildren().add(box(region, scale));
        }
        getChildren().add(paper);
    }

    private static Pane box(Region region, double scale) {
        Rect at = region.box();
        Pane box = new Pane();
        box.getStyleClass().add("loom-sketch-box");
        box.setStyle("-loom-sketch-tag: " + Tags.css(region.tag()) + ";");
        box.resizeRelocate(
                Math.round(at.x() * scale),
                Math.round(at.y() * scale),
                Math.max(1, Math.round(at.width() * scale)),
                Math.max(1, Math.round(at.height() * scale)));
        box.setManaged(false);
        return box;
    }
}
