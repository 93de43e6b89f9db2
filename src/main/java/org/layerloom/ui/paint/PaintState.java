package org.layerloom.ui.paint;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.layerloom.document.Text;
import org.layerloom.document.text.Typeface;
import org.layerloom.edit.paint.Brush;
import org.layerloom.edit.paint.Painting;
import org.layerloom.ui.color.Colors;

/// How the painting tools are set; no part of the document.
public final class PaintState {
    private final Colors colors = new Colors();
    private final ObjectProperty<Brush> brush = new SimpleObjectProperty<>(Brush.ROUND);
    private final ObjectProperty<Brush> eraser = new SimpleObjectProperty<>(Brush.ROUND.withSize(40));
    private final ObjectProperty<Text> textStyle = new SimpleObjectProperty<>(
            new Text("", Typeface.BUNDLED, 64, false, false, 0xff000000, Text.Align.LEFT, 1.2, 0, 0));
    private final BooleanProperty radial = new SimpleBooleanProperty();
    private final BooleanProperty picksFromLayer = new SimpleBooleanProperty();

    public Colors colors() {
        return colors;
    }

    /// The tip of the brush, or of the eraser.
    public ObjectProperty<Brush> tipProperty(boolean erases) {
        return erases ? eraser : brush;
    }

    /// What a new text looks like; its content, colour and place do not count.
    public ObjectProperty<Text> textStyleProperty() {
        return textStyle;
    }

    /// Whether a new gradient runs in circles.
    public BooleanProperty radialProperty() {
        return radial;
    }

    /// Whether the eyedropper takes the selected layer's colour; else what the picture shows.
    public BooleanProperty picksFromLayerProperty() {
        return picksFromLayer;
    }

    Painting.Tip tip(boolean erases) {
        return new Painting.Tip(
                tipProperty(erases).get(),
                erases,
                colors.foregroundProperty().get(),
                colors.backgroundProperty().get());
    }
}
