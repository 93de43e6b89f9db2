package org.layerloom.ui.canvas;

import javafx.beans.InvalidationListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.layerloom.document.Rect;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.Viewport;

/// The grid over the page, and above 800 % the pixels' own grid.
final class GridLines extends Pane {
    /// The zoom from which on single pixels are told apart.
    private static final double PIXELS = 8;
    /// Lines are never nearer to each other, px of the view.
    private static final double LEAST = 4;
    private static final Color GRID = Color.rgb(128, 128, 140, 0.45);
    private static final Color PIXEL_GRID = Color.rgb(128, 128, 140, 0.3);

    private final Editor editor;
    private final ViewState view;
    private final Canvas canvas = new Canvas();

    GridLines(Editor editor, ViewState view) {
        this.editor = editor;
        this.view = view;
        setMouseTransparent(true);
        getChildren().add(canvas);
        InvalidationListener redraw = change -> requestLayout();
        view.viewportProperty().addListener(redraw);
        view.gridVisibleProperty().addListener(redraw);
        view.gridStepProperty().addListener(redraw);
        view.pixelGridVisibleProperty().addListener(redraw);
        editor.documentProperty().addListener((o, before, now) -> {
            if (before == null || !before.canvas().equals(now.canvas())) {
                requestLayout();
            }
        });
    }

    @Override
    protected void layoutChildren() {
        double scale = view.viewportProperty().get().scale();
        boolean pixels = view.pixelGridVisibleProperty().get() && scale >= PIXELS;
        boolean grid = view.gridVisibleProperty().get();
        canvas.setVisible(pixels || grid);
        if (!pixels && !grid) {
            // A canvas keeps its picture in memory: none while there is nothing to see.
            canvas.setWidth(0);
            canvas.setHeight(0);
            return;
        }
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        if (pixels) {
            draw(1, PIXEL_GRID);
        }
        if (grid) {
            int step = view.gridStepProperty().get();
            draw(step * (int) Math.max(1, Math.ceil(LEAST / (step * scale))), GRID);
        }
    }

    private void draw(int step, Color color) {
        Viewport viewport = view.viewportProperty().get();
        Rect page = editor.document().canvas();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setStroke(color);
        g.setLineWidth(1);
        double left = Math.max(0, viewport.toViewX(0));
        double top = Math.max(0, viewport.toViewY(0));
        double right = Math.min(getWidth(), viewport.toViewX(page.width()));
        double bottom = Math.min(getHeight(), viewport.toViewY(page.height()));
        for (int x = first(viewport.toDocumentX(left), step); x < page.width(); x += step) {
            double at = Math.round(viewport.toViewX(x)) + 0.5;
            if (at > right) {
                break;
            }
            g.strokeLine(at, top, at, bottom);
        }
        for (int y = first(viewport.toDocumentY(top), step); y < page.height(); y += step) {
            double at = Math.round(viewport.toViewY(y)) + 0.5;
            if (at > bottom) {
                break;
            }
            g.strokeLine(left, at, right, at);
        }
    }

    /// The first line that is not the page's own edge.
    private static int first(double from, int step) {
        return Math.max(step, (int) Math.ceil(from / step) * step);
    }
}
