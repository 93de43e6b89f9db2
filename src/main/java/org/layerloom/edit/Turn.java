package org.layerloom.edit;

import java.util.List;
import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Guide;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Marquee;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.TextLayer;
import org.layerloom.document.Transform;

/// Flips and turns that only exchange pixels and lose nothing.
public enum Turn {
    FLIP_HORIZONTAL(false, true, false),
    FLIP_VERTICAL(false, false, true),
    CLOCKWISE(true, true, false),
    COUNTERCLOCKWISE(true, false, true),
    HALF(false, true, true);

    /// Rows become columns first; then left and right, top and bottom change sides.
    private final boolean swap;
    private final boolean mirrorX;
    private final boolean mirrorY;

    Turn(boolean swap, boolean mirrorX, boolean mirrorY) {
        this.swap = swap;
        this.mirrorX = mirrorX;
        this.mirrorY = mirrorY;
    }

    /// The turned raster; a quarter turn's width is the old height.
    public Raster of(Raster raster) {
        int width = swap ? raster.height() : raster.width();
        int height = swap ? raster.width() : raster.height();
        return Raster.drawn(width, height, (top, rows, argb) -> {
            int[] line = new int[swap ? 0 : width];
            for (int row = 0; row < rows; row++) {
                int y = mirrorY ? height - 1 - top - row : top + row;
                if (!swap) {
                    raster.copyRow(0, y, width, line, 0);
                }
                for (int column = 0; column < width; column++) {
                    int x = mirrorX ? width - 1 - column : column;
                    argb[row * width + column] = swap ? raster.argb(y, x) : line[x];
                }
            }
        });
    }

    /// A turn about the middle of an area whose upper left corner comes to lie at `left`, `top`.
    record About(Turn turn, Rect area, int left, int top) {
        /// About the middle of the area; of an odd difference of its sides half a pixel to the upper left.
        static About middle(Turn turn, Rect area) {
            int spare = turn.swap ? area.width() - area.height() : 0;
            return new About(turn, area, area.x() + Math.floorDiv(spare, 2), area.y() - Math.ceilDiv(spare, 2));
        }

        Rect rect(Rect r) {
            int x = turn.swap ? r.y() - area.y() : r.x() - area.x();
            int y = turn.swap ? r.x() - area.x() : r.y() - area.y();
            int width = turn.swap ? r.height() : r.width();
            int height = turn.swap ? r.width() : r.height();
            int wide = turn.swap ? area.height() : area.width();
            int high = turn.swap ? area.width() : area.height();
            return new Rect(
                    left + (turn.mirrorX ? wide - x - width : x),
                    top + (turn.mirrorY ? high - y - height : y),
                    width,
                    height);
        }

        /// The same turn of points instead of pixels.
        Transform transform() {
            int wide = turn.swap ? area.height() : area.width();
            int high = turn.swap ? area.width() : area.height();
            Transform corner = Transform.translation(-area.x(), -area.y());
            Transform swapped = turn.swap ? corner.then(new Transform(0, 1, 0, 1, 0, 0)) : corner;
            return swapped.then(new Transform(
                    turn.mirrorX ? -1 : 1,
                    0,
                    left + (turn.mirrorX ? wide : 0),
                    0,
                    turn.mirrorY ? -1 : 1,
                    top + (turn.mirrorY ? high : 0)));
        }

        Guide guide(Guide guide) {
            Rect line = guide.vertical()
                    ? rect(new Rect(guide.position(), area.y(), 0, area.height()))
                    : rect(new Rect(area.x(), guide.position(), area.width(), 0));
            boolean vertical = guide.vertical() != turn.swap;
            return new Guide(vertical, vertical ? line.x() : line.y());
        }

        Marquee marquee(Marquee marquee) {
            Rect place = rect(marquee.bounds());
            return new Marquee(turn.of(marquee.coverage()), place.x(), place.y());
        }

        /// The layer turned with its mask and all that it holds. Text becomes pixels: letters stand upright.
        Layer layer(Layer layer) {
            Rect place = rect(layer.bounds());
            LayerProps props =
                    layer.props().withMask(layer.props().mask().map(this::mask)).withPosition(place.x(), place.y());
            return switch (layer) {
                case GroupLayer group ->
                    new GroupLayer(
                            layer.props().withMask(props.mask()),
                            group.children().stream().map(this::layer).toList(),
                            group.open());
                case PixelLayer pixels -> new PixelLayer(props, turn.of(pixels.raster()));
                case TextLayer text -> new PixelLayer(props, turn.of(text.raster()));
                case FillLayer fill -> new FillLayer(props, fill(fill.fill()), turn.of(fill.raster()));
                case PlacedLayer placed ->
                    new PlacedLayer(
                            props, placed.source(), placed.transform().then(transform()), turn.of(placed.raster()));
            };
        }

        private Mask mask(Mask mask) {
            Rect place = rect(mask.bounds());
            return mask.withRaster(turn.of(mask.raster()), place.x(), place.y());
        }

        private Fill fill(Fill fill) {
            Transform map = transform();
            return switch (fill) {
                case Fill.Solid solid -> solid;
                case Fill.Gradient g ->
                    new Fill.Gradient(
                            g.radial(),
                            map.x(g.x0(), g.y0()),
                            map.y(g.x0(), g.y0()),
                            map.x(g.x1(), g.y1()),
                            map.y(g.x1(), g.y1()),
                            g.stops());
            };
        }
    }

    /// The whole page turned, with its boxes, guides and what lies off it. Text becomes pixels.
    public Document page(Document document) {
        About about = new About(this, document.canvas(), 0, 0);
        Document turned = document.withLayers(
                        document.layers().stream().map(about::layer).toList())
                .withRegions(document.regions().stream()
                        .map(region -> region.withBox(about.rect(region.box())))
                        .toList())
                .withGuides(document.guides().stream().map(about::guide).toList())
                .withMarquee(document.marquee().map(about::marquee));
        return swap ? turned.withSize(document.height(), document.width()) : turned;
    }

    /// Layers turned about the middle of all of them together, with their boxes. Text becomes pixels. Unchanged where a
    /// lock holds one of them.
    public Document layers(Document document, List<LayerId> ids) {
        List<LayerId> things = Align.things(document, ids);
        Rect area = Moves.place(document, things);
        if (area.isEmpty() || Locked.position(document, things).isPresent()) {
            return document;
        }
        About about = About.middle(this, area);
        Set<LayerId> family = Tree.family(document, things);
        return Tree.edited(document, things, about::layer)
                .withRegions(document.regions().stream()
                        .map(region ->
                                family.contains(region.layer()) ? region.withBox(about.rect(region.box())) : region)
                        .toList());
    }
}
