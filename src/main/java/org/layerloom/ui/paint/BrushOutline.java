package org.layerloom.ui.paint;

import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.ToolKind;

/// The outline of the tip at the pointer, light and dark, so that it is seen on every picture.
public final class BrushOutline extends Pane {
    private static final double LEAST = 2.5;

    private final PaintState state;
    private final ViewState view;
    private final Circle dark = circle("brush-outline-dark");
    private final Circle light = circle("brush-outline-light");

    /// @param canvas over which it follows the pointer
    public BrushOutline(PaintState state, ViewState view, Node canvas) {
        this.state = state;
        this.view = view;
        setMouseTransparent(true);
        getChildren().addAll(dark, light);
        canvas.addEventFilter(MouseEvent.ANY, this::follow);
        state.tipProperty(false).addListener(change -> resize());
        state.tipProperty(true).addListener(change -> resize());
        view.viewportProperty().addListener(change -> resize());
        view.toolProperty().addListener(change -> setVisible(false));
        setVisible(false);
    }

    private static Circle circle(String style) {
        Circle circle = new Circle(LEAST);
        circle.getStyleClass().add(style);
        return circle;
    }

    private void follow(MouseEvent event) {
        boolean paints = isTip() && !event.isAltDown();
        setVisible(paints && event.getEventType() != MouseEvent.MOUSE_EXITED);
        if (paints) {
            for (Circle circle : new Circle[] {dark, light}) {
                circle.setCenterX(event.getX());
                circle.setCenterY(event.getY());
            }
            resize();
        }
    }

    private boolean isTip() {
        ToolKind tool = view.toolProperty().get();
        return tool == ToolKind.BRUSH || tool == ToolKind.ERASER;
    }

    private void resize() {
        double size = state.tipProperty(view.toolProperty().get() == ToolKind.ERASER)
                .get()
                .size();
        double radius = Math.max(LEAST, size / 2 * view.viewportProperty().get().scale());
        light.setRadius(radius);
        dark.setRadius(radius + 1);
    }
}
