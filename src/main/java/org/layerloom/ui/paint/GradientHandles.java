package org.layerloom.ui.paint;

import javafx.beans.InvalidationListener;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.layerloom.document.Fill.Gradient;
import org.layerloom.document.FillLayer;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.color.Hex;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Viewport;

/// The two points of the selected gradient and the line between them, while the gradient tool is in the hand.
public final class GradientHandles extends Pane {
    private static final double RADIUS = 6;

    private final Editor editor;
    private final ViewState view;
    private final Line halo = line("gradient-halo");
    private final Line line = line("gradient-line");
    private final Circle first = circle();
    private final Circle last = circle();

    public GradientHandles(Editor editor, ViewState view) {
        this.editor = editor;
        this.view = view;
        setMouseTransparent(true);
        getChildren().addAll(halo, line, first, last);
        InvalidationListener refresh = change -> refresh();
        editor.documentProperty().addListener(refresh);
        editor.selectionProperty().addListener(refresh);
        view.toolProperty().addListener(refresh);
        view.viewportProperty().addListener(refresh);
        refresh();
    }

    private static Line line(String style) {
        Line line = new Line();
        line.getStyleClass().add(style);
        return line;
    }

    private static Circle circle() {
        Circle circle = new Circle(RADIUS);
        circle.getStyleClass().add("gradient-point");
        return circle;
    }

    private void refresh() {
        boolean shown = view.toolProperty().get() == ToolKind.GRADIENT
                && editor.selectedLayer().orElse(null) instanceof FillLayer layer
                && layer.fill() instanceof Gradient gradient
                && place(gradient);
        setVisible(shown);
    }

    private boolean place(Gradient gradient) {
        Viewport viewport = view.viewportProperty().get();
        double x0 = viewport.toViewX(gradient.x0());
        double y0 = viewport.toViewY(gradient.y0());
        double x1 = viewport.toViewX(gradient.x1());
        double y1 = viewport.toViewY(gradient.y1());
        for (Line each : new Line[] {halo, line}) {
            each.setStartX(x0);
            each.setStartY(y0);
            each.setEndX(x1);
            each.setEndY(y1);
        }
        put(first, x0, y0, gradient.stops().getFirst().argb());
        put(last, x1, y1, gradient.stops().getLast().argb());
        return true;
    }

    private static void put(Circle point, double x, double y, int argb) {
        point.setCenterX(x);
        point.setCenterY(y);
        point.setStyle("-fx-fill: " + Hex.of(argb) + ";");
    }
}
