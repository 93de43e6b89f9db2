package org.layerloom.edit.paint;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.Fill.Gradient;
import org.layerloom.document.Fill.Stop;
import org.layerloom.document.FillLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.edit.LayerMoves;

/// Draws a gradient between two points: on the selected fill layer, whose colours it keeps, or on a new one above
/// the selected layer.
///
/// @param layer the fill layer that is changed; empty = a new one is made
/// @param above what a new layer is put above
/// @param name what a new layer is called
/// @param stops the colours of a new gradient, or of one that takes the place of a single colour
/// @param radial whether a new one is
public record GradientDrag(
        Optional<LayerId> layer, Optional<LayerId> above, String name, List<Stop> stops, boolean radial) {
    /// Which of the two points is dragged.
    public enum End {
        FIRST,
        LAST
    }

    public GradientDrag {
        stops = List.copyOf(stops);
    }

    /// The document with the gradient from one point to the other.
    public Document between(Document document, double x0, double y0, double x1, double y1) {
        if (layer.isPresent()) {
            return document.with(layer.get(), found -> moved(found, x0, y0, x1, y1));
        }
        LayerId id = document.newId();
        Gradient gradient = new Gradient(radial, x0, y0, x1, y1, stops);
        Document more =
                document.add(FillPainter.layer(document, LayerProps.named(id, name), gradient, document.canvas()));
        return above.map(below -> LayerMoves.drop(more, id, below, LayerMoves.Side.ABOVE))
                .orElse(more);
    }

    private Layer moved(Layer found, double x0, double y0, double x1, double y1) {
        if (!(found instanceof FillLayer fill)) {
            return found;
        }
        return FillPainter.refill(
                fill,
                fill.fill() instanceof Gradient before
                        ? new Gradient(before.radial(), x0, y0, x1, y1, before.stops())
                        : new Gradient(radial, x0, y0, x1, y1, stops));
    }

    /// Moves one end of a fill layer's gradient, the other stays.
    public static Document end(Document document, LayerId layer, End end, double x, double y) {
        return document.with(
                layer,
                found -> found instanceof FillLayer fill && fill.fill() instanceof Gradient g
                        ? FillPainter.refill(
                                fill,
                                end == End.FIRST
                                        ? new Gradient(g.radial(), x, y, g.x1(), g.y1(), g.stops())
                                        : new Gradient(g.radial(), g.x0(), g.y0(), x, y, g.stops()))
                        : found);
    }
}
