package org.layerloom.ui.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Guide;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

/// Draws what is being moved, drawn or stretched to what stands still on the page: edges and centres of boxes, layers
/// and the page, guides, the grid, and equal gaps between them.
public final class Snapping {
    /// How near a place must be, view px.
    private static final double REACH = 6;

    private final SnapSettings settings;
    private final SnapAxis x;
    private final SnapAxis y;

    private Snapping(SnapSettings settings, List<Rect> others, List<Guide> guides) {
        this.settings = settings;
        this.x = axis(true, others, guides);
        this.y = axis(false, others, guides);
    }

    private SnapAxis axis(boolean alongX, List<Rect> others, List<Guide> guides) {
        return new SnapAxis(
                alongX,
                others.stream().map(rect -> Span.of(rect, alongX)).distinct().toList(),
                settings.toGuides()
                        ? guides.stream()
                                .filter(guide -> guide.vertical() == alongX)
                                .map(Guide::position)
                                .toList()
                        : List.of(),
                settings.grid());
    }

    /// @param moving what does not stand still, with all that it holds
    public static Snapping of(Document document, List<LayerId> moving, SnapSettings settings) {
        List<Rect> others = new ArrayList<>();
        if (settings.on()) {
            others.add(document.canvas());
            document.regions().stream()
                    .filter(region -> moving.stream().noneMatch(id -> Targets.belongs(document, id, region.layer())))
                    .map(Region::box)
                    .forEach(others::add);
            document.layers().stream()
                    .flatMap(Snapping::seen)
                    .filter(layer -> moving.stream().noneMatch(id -> Targets.belongs(document, id, layer.id())))
                    .filter(layer -> document.region(layer.id()).isEmpty())
                    .map(Layer::bounds)
                    .filter(bounds -> !bounds.isEmpty())
                    .forEach(others::add);
        }
        return new Snapping(settings, others, document.guides());
    }

    private static Stream<Layer> seen(Layer layer) {
        if (!layer.props().visible()) {
            return Stream.empty();
        }
        return layer instanceof GroupLayer group ? group.children().stream().flatMap(Snapping::seen) : Stream.of(layer);
    }

    /// Whether Ctrl, pressed since the drag began, keeps it from snapping.
    private boolean isFree(Pointer start, Pointer to) {
        return !settings.on() || to.ctrl() && !start.ctrl();
    }

    /// A drag of `place` by `offset`, drawn to what is near.
    Offset move(Rect place, Offset offset, Pointer start, Pointer to) {
        if (isFree(start, to)) {
            return offset;
        }
        Rect moved = place.translate(offset.dx(), offset.dy());
        double reach = REACH * to.pixel();
        boolean level = to.shift() && offset.dy() == 0;
        boolean upright = to.shift() && offset.dx() == 0;
        int dx = upright ? 0 : (int) x.shift(Span.of(moved, true), reach);
        int dy = level ? 0 : (int) y.shift(Span.of(moved, false), reach);
        return new Offset(offset.dx() + dx, offset.dy() + dy);
    }

    /// A pointer that draws a corner, drawn to what is near.
    Pointer corner(Pointer start, Pointer to) {
        return stretched(start, to, to.x(), to.y(), true, true);
    }

    /// A pointer that pulls an edge or a corner which lies at (`edgeX`, `edgeY`), drawn so that the edge meets what is
    /// near.
    Pointer stretched(Pointer start, Pointer to, double edgeX, double edgeY, boolean horizontal, boolean vertical) {
        if (isFree(start, to) || to.shift()) {
            return to;
        }
        double reach = REACH * to.pixel();
        double dx = horizontal ? x.edge(edgeX, reach) - edgeX : 0;
        double dy = vertical ? y.edge(edgeY, reach) - edgeY : 0;
        return new Pointer(to.x() + dx, to.y() + dy, to.pixel(), false, to.alt(), to.ctrl());
    }

    /// A single line, drawn to what is near.
    ///
    /// @param alongX whether it is an upright line that moves sideways
    double edge(boolean alongX, double at, Pointer to) {
        return settings.on() && !to.ctrl() ? (alongX ? x : y).edge(at, REACH * to.pixel()) : at;
    }

    /// What a rectangle touches where it lies.
    List<SnapLine> lines(Rect place, Pointer start, Pointer to) {
        if (isFree(start, to)) {
            return List.of();
        }
        return Stream.concat(x.touched(Span.of(place, true)).stream(), y.touched(Span.of(place, false)).stream())
                .distinct()
                .toList();
    }
}
