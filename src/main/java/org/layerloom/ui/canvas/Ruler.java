package org.layerloom.ui.canvas;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.edit.Moves;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Tags;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.preferences.LengthUnit;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.ProgramSettings;
import org.layerloom.ui.tools.Viewport;

/// A ruler along an edge of the canvas, in the unit of lengths, with the range of all that is selected in the tag
/// colour of
/// the primary.
public final class Ruler extends Region {
    public static final double THICKNESS = 20;
    private static final double LABEL_SIZE = 9;

    private final Editor editor;
    private final ViewState view;
    private final ObjectProperty<LengthUnit> unit;
    private final ObjectProperty<Integer> resolution;
    private final boolean horizontal;
    private final Canvas canvas = new Canvas();

    public Ruler(Editor editor, ViewState view, Preferences preferences, Orientation orientation) {
        this.editor = editor;
        this.view = view;
        unit = preferences.property(ProgramSettings.UNIT);
        resolution = preferences.property(ProgramSettings.RESOLUTION);
        horizontal = orientation == Orientation.HORIZONTAL;
        getStyleClass().add("ruler");
        setPrefSize(THICKNESS, THICKNESS);
        setMinSize(THICKNESS, THICKNESS);
        getChildren().add(canvas);
        InvalidationListener redraw = change -> requestLayout();
        view.viewportProperty().addListener(redraw);
        view.darkProperty().addListener(redraw);
        unit.addListener(redraw);
        resolution.addListener(redraw);
        editor.selectedProperty().addListener(redraw);
        editor.documentProperty().addListener(redraw);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        if (!editor.selected().isEmpty()) {
            tint(g, editor.selected());
        }
        drawTicks(g);
    }

    private double length() {
        return horizontal ? getWidth() : getHeight();
    }

    private double toView(double at) {
        Viewport viewport = view.viewportProperty().get();
        return horizontal ? viewport.toViewX(at) : viewport.toViewY(at);
    }

    private void tint(GraphicsContext g, List<LayerId> ids) {
        Rect place = Moves.place(editor.document(), ids);
        LayerId id = ids.getLast();
        int tag = editor.document()
                .region(id)
                .map(region -> region.tag())
                .or(() -> editor.document().layer(id).map(layer -> layer.props().tag()))
                .orElse(0);
        double from = toView(horizontal ? place.x() : place.y());
        double to = toView(horizontal ? place.right() : place.bottom());
        g.setFill(Tags.color(tag).deriveColor(0, 1, 1, 0.22));
        if (horizontal) {
            g.fillRect(from, 0, to - from, THICKNESS);
        } else {
            g.fillRect(0, from, THICKNESS, to - from);
        }
    }

    private void drawTicks(GraphicsContext g) {
        boolean dark = view.darkProperty().get();
        g.setStroke(Color.web(dark ? "#4A4D55" : "#A9ABB4"));
        g.setFill(Color.web(dark ? "#92959F" : "#656973"));
        g.setFont(Font.font("Inter", LABEL_SIZE));
        g.setLineWidth(1);
        double zoom = view.viewportProperty().get().scale();
        RulerScale scale = RulerScale.of(unit.get(), resolution.get(), zoom);
        double last = (length() - toView(0)) / zoom;
        for (long label = scale.before(-toView(0) / zoom); scale.at(label, 0) <= last; label++) {
            drawLabel(g, scale.label(label), toView(scale.at(label, 0)));
            for (int part = 0; part < scale.parts(); part++) {
                double at = Math.round(toView(scale.at(label, part))) + 0.5;
                double tall = part == 0 ? 10 : part * 2 == scale.parts() ? 6 : 3;
                drawTick(g, at, tall);
            }
        }
    }

    private void drawTick(GraphicsContext g, double at, double tall) {
        if (horizontal) {
            g.strokeLine(at, THICKNESS - tall, at, THICKNESS);
        } else {
            g.strokeLine(THICKNESS - tall, at, THICKNESS, at);
        }
    }

    private void drawLabel(GraphicsContext g, String text, double at) {
        if (horizontal) {
            g.fillText(text, Math.round(at) + 3, LABEL_SIZE);
        } else {
            g.save();
            g.translate(LABEL_SIZE, Math.round(at) - 3);
            g.rotate(-90);
            g.fillText(text, 0, 0);
            g.restore();
        }
    }
}
