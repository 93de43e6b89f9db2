package org.layerloom.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.layerloom.document.Guide;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.Viewport;

/// The guides across the whole canvas.
final class GuideLines extends Pane {
    private final Editor editor;
    private final ViewState view;

    GuideLines(Editor editor, ViewState view) {
        this.editor = editor;
        this.view = view;
        setId("guides");
        setMouseTransparent(true);
        visibleProperty().bind(view.guidesVisibleProperty());
        InvalidationListener refresh = change -> refresh();
        editor.documentProperty().addListener(refresh);
        view.viewportProperty().addListener(refresh);
        widthProperty().addListener(refresh);
        heightProperty().addListener(refresh);
        refresh();
    }

    private void refresh() {
        List<Guide> guides = editor.document().guides();
        if (guides.isEmpty() && getChildren().isEmpty()) {
            return;
        }
        Viewport viewport = view.viewportProperty().get();
        List<Node> lines = new ArrayList<>();
        for (Guide guide : guides) {
            double x = Math.round(viewport.toViewX(guide.position())) + 0.5;
            double y = Math.round(viewport.toViewY(guide.position())) + 0.5;
            Line line = guide.vertical() ? new Line(x, 0, x, getHeight()) : new Line(0, y, getWidth(), y);
            line.getStyleClass().add("loom-guide");
            lines.add(line);
        }
        getChildren().setAll(lines);
    }
}
