package org.layerloom.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.Feedback;
import org.layerloom.ui.tools.Handle;
import org.layerloom.ui.tools.TransformFrame;
import org.layerloom.ui.tools.Viewport;

/// The frame of a transform with its eight handles.
final class TransformOverlay extends Pane {
    private static final double HANDLE = 8;
    private static final double READOUT = 20;

    private final ObservableValue<TransformFrame> frame;
    private final ViewState view;
    private final Label readout = new Label();
    private final Polygon halo = new Polygon();
    private final Polygon line = new Polygon();
    private final List<Rectangle> handles = new ArrayList<>();

    TransformOverlay(TransformControl control, ViewState view) {
        frame = control.frameProperty();
        this.view = view;
        setId("transform-frame");
        setMouseTransparent(true);
        halo.getStyleClass().add("loom-frame-halo");
        line.getStyleClass().add("loom-frame");
        FeedbackLines snapped = new FeedbackLines(view);
        control.linesProperty()
                .addListener((o, before, lines) -> snapped.show(new Feedback("", lines, Optional.empty())));
        getChildren().addAll(snapped, halo, line);
        for (int i = 0; i < Handle.values().length; i++) {
            Rectangle handle = new Rectangle(HANDLE, HANDLE);
            handle.getStyleClass().addAll("handle", "loom-frame-handle");
            handles.add(handle);
        }
        getChildren().addAll(handles);
        readout.getStyleClass().add("readout");
        readout.textProperty().bind(control.readoutProperty());
        readout.visibleProperty().bind(readout.textProperty().isNotEmpty());
        getChildren().add(readout);
        InvalidationListener refresh = change -> refresh();
        frame.addListener(refresh);
        view.viewportProperty().addListener(refresh);
        refresh();
    }

    private void refresh() {
        TransformFrame now = frame.getValue();
        setVisible(now != null);
        if (now == null) {
            return;
        }
        Viewport viewport = view.viewportProperty().get();
        List<Double> points = new ArrayList<>();
        for (Handle corner : List.of(Handle.NW, Handle.NE, Handle.SE, Handle.SW)) {
            points.add(crisp(viewport.toViewX(now.handleX(corner))));
            points.add(crisp(viewport.toViewY(now.handleY(corner))));
        }
        halo.getPoints().setAll(points);
        line.getPoints().setAll(points);
        for (Handle handle : Handle.values()) {
            Rectangle square = handles.get(handle.ordinal());
            square.setX(Math.round(viewport.toViewX(now.handleX(handle)) - HANDLE / 2));
            square.setY(Math.round(viewport.toViewY(now.handleY(handle)) - HANDLE / 2));
        }
        readout.autosize();
        readout.relocate(
                Math.round(viewport.toViewX(now.cx()) - readout.prefWidth(-1) / 2),
                Math.round(viewport.toViewY(now.cy()) - READOUT / 2));
    }

    private static double crisp(double at) {
        return Math.round(at - 0.5) + 0.5;
    }
}
