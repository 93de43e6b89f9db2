package org.layerloom.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.layerloom.document.Rect;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.Feedback;
import org.layerloom.ui.tools.SnapLine;
import org.layerloom.ui.tools.Viewport;

/// What a drag shows over the page: the lines that it has snapped to, with the distances that they measure, and the
/// rectangle that it sweeps.
final class FeedbackLines extends Pane {
    private final ViewState view;

    FeedbackLines(ViewState view) {
        this.view = view;
        setMouseTransparent(true);
    }

    void show(Feedback feedback) {
        List<Node> nodes = new ArrayList<>();
        for (SnapLine line : feedback.lines()) {
            nodes.add(line(line));
            if (line.distance() > 0) {
                nodes.add(distance(line));
            }
        }
        feedback.sweep().map(this::sweep).ifPresent(nodes::add);
        getChildren().setAll(nodes);
    }

    private Line line(SnapLine snap) {
        Viewport viewport = view.viewportProperty().get();
        Line line = new Line();
        line.getStyleClass().add("loom-snap-line");
        if (snap.vertical()) {
            double x = crisp(viewport.toViewX(snap.at()));
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(viewport.toViewY(snap.from()));
            line.setEndY(viewport.toViewY(snap.to()));
        } else {
            double y = crisp(viewport.toViewY(snap.at()));
            line.setStartY(y);
            line.setEndY(y);
            line.setStartX(viewport.toViewX(snap.from()));
            line.setEndX(viewport.toViewX(snap.to()));
        }
        return line;
    }

    private Label distance(SnapLine snap) {
        Viewport viewport = view.viewportProperty().get();
        double along = (snap.from() + snap.to()) / 2;
        Label label = new Label(Integer.toString(snap.distance()));
        label.getStyleClass().addAll("readout", "loom-distance");
        double x = viewport.toViewX(snap.vertical() ? snap.at() : along);
        double y = viewport.toViewY(snap.vertical() ? along : snap.at());
        label.layoutBoundsProperty().addListener((o, before, now) -> center(label, x, y));
        center(label, x, y);
        return label;
    }

    private static void center(Label label, double x, double y) {
        label.relocate(Math.round(x - label.getWidth() / 2), Math.round(y - label.getHeight() / 2));
    }

    private Rectangle sweep(Rect rect) {
        Viewport viewport = view.viewportProperty().get();
        double left = crisp(viewport.toViewX(rect.x()));
        double top = crisp(viewport.toViewY(rect.y()));
        Rectangle rectangle = new Rectangle(
                left, top, crisp(viewport.toViewX(rect.right())) - left, crisp(viewport.toViewY(rect.bottom())) - top);
        rectangle.getStyleClass().add("loom-sweep");
        return rectangle;
    }

    /// The middle of the screen pixel that a one px line is drawn on.
    private static double crisp(double at) {
        return Math.round(at - 0.5) + 0.5;
    }
}
