package org.layerloom.ui.templates;

import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.ui.Tags;

/// A page drawn small with its boxes in their tag colours.
public final class PageSketch extends StackPane {
    private static final double FILL = 0.28;

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

    /// A centred line of one px lies sharp where its corners lie on halves.
    private static Rectangle box(Region region, double scale) {
        Rect at = region.box();
        Rectangle box = new Rectangle(
                Math.round(at.x() * scale) + 0.5,
                Math.round(at.y() * scale) + 0.5,
                Math.max(1, Math.round(at.width() * scale) - 1),
                Math.max(1, Math.round(at.height() * scale) - 1));
        Color tag = Tags.color(region.tag());
        box.setFill(tag.deriveColor(0, 1, 1, FILL));
        box.setStroke(tag);
        box.setManaged(false);
        return box;
    }
}
