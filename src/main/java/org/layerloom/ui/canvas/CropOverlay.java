package org.layerloom.ui.canvas;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.VLineTo;
import org.layerloom.document.Rect;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.CropFrame;
import org.layerloom.ui.tools.Handle;
import org.layerloom.ui.tools.Viewport;

/// The frame of a crop: what falls away is dimmed, thirds help to compose.
final class CropOverlay extends Pane {
    private static final double HANDLE = 8;
    private static final double READOUT = 20;

    private final ObservableValue<CropFrame> frame;
    private final ViewState view;
    private final Region canvas;
    private final Label readout = new Label();
    private final Path dim = new Path();
    private final Rectangle line = new Rectangle();
    private final Line[] thirds = new Line[4];
    private final Rectangle[] handles = new Rectangle[Handle.values().length];

    CropOverlay(CropControl control, ViewState view, Region canvas) {
        this.canvas = canvas;
        frame = control.frameProperty();
        this.view = view;
        setId("crop-frame");
        setMouseTransparent(true);
        dim.getStyleClass().add("loom-crop-dim");
        dim.setFillRule(FillRule.EVEN_ODD);
        dim.setStroke(null);
        line.getStyleClass().add("loom-frame");
        getChildren().addAll(dim, line);
        for (int i = 0; i < thirds.length; i++) {
            thirds[i] = new Line();
            thirds[i].getStyleClass().add("loom-crop-third");
            getChildren().add(thirds[i]);
        }
        for (int i = 0; i < handles.length; i++) {
            handles[i] = new Rectangle(HANDLE, HANDLE);
            handles[i].getStyleClass().addAll("handle", "loom-frame-handle");
            getChildren().add(handles[i]);
        }
        readout.getStyleClass().add("readout");
        readout.textProperty().bind(control.readoutProperty());
        readout.visibleProperty().bind(readout.textProperty().isNotEmpty());
        getChildren().add(readout);
        InvalidationListener refresh = change -> refresh();
        frame.addListener(refresh);
        view.viewportProperty().addListener(refresh);
        canvas.widthProperty().addListener(refresh);
        canvas.heightProperty().addListener(refresh);
        refresh();
    }

    private void refresh() {
        CropFrame now = frame.getValue();
        setVisible(now != null);
        if (now == null) {
            return;
        }
        Rect rect = now.rect();
        Viewport viewport = view.viewportProperty().get();
        double left = crisp(viewport.toViewX(rect.x()));
        double top = crisp(viewport.toViewY(rect.y()));
        double right = crisp(viewport.toViewX(rect.right()));
        double bottom = crisp(viewport.toViewY(rect.bottom()));
        line.setX(left);
        line.setY(top);
        line.setWidth(right - left);
        line.setHeight(bottom - top);
        dim.getElements()
                .setAll(
                        new MoveTo(0, 0),
                        new HLineTo(canvas.getWidth()),
                        new VLineTo(canvas.getHeight()),
                        new HLineTo(0));
        dim.getElements().addAll(new MoveTo(left, top), new HLineTo(right), new VLineTo(bottom), new HLineTo(left));
        for (int i = 0; i < 2; i++) {
            double x = crisp(left + (right - left) * (i + 1) / 3);
            double y = crisp(top + (bottom - top) * (i + 1) / 3);
            place(thirds[i], x, top, x, bottom);
            place(thirds[2 + i], left, y, right, y);
        }
        for (Handle handle : Handle.values()) {
            Rectangle square = handles[handle.ordinal()];
            square.setX(Math.round(viewport.toViewX(handle.x(rect)) - HANDLE / 2));
            square.setY(Math.round(viewport.toViewY(handle.y(rect)) - HANDLE / 2));
        }
        readout.autosize();
        readout.relocate(
                Math.round((left + right - readout.prefWidth(-1)) / 2), Math.round((top + bottom - READOUT) / 2));
    }

    private static void place(Line line, double x0, double y0, double x1, double y1) {
        line.setStartX(x0);
        line.setStartY(y0);
        line.setEndX(x1);
        line.setEndY(y1);
    }

    private static double crisp(double at) {
        return Math.round(at - 0.5) + 0.5;
    }
}
