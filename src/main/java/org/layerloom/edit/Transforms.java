package org.layerloom.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.layerloom.composite.Resampler;
import org.layerloom.composite.Resampler.Drawn;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Marquee;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.document.Transform;
import org.layerloom.document.text.TextSetter;
import org.layerloom.edit.paint.FillPainter;

/// Scales, turns and mirrors layers with their masks and boxes. Placed pictures are drawn from their source; text
/// stays text while it is only scaled evenly; a solid or straight gradient stays one while its sides stay level.
/// Boxes never turn: they take the rectangle around what they become.
public final class Transforms {
    private static final double SAME = 1e-9;
    /// Px that a layer may have without anything of it being cut off.
    private static final long MOST = 1L << 26;

    private final Transform transform;
    private final Resampler resampler;
    private final Rect within;
    private final boolean draft;

    private Transforms(Transform transform, Resampler resampler, Rect within, boolean draft) {
        this.transform = transform;
        this.resampler = resampler;
        this.within = within;
        this.draft = draft;
    }

    /// For what is kept. A layer of more than 64 million px is cut off a page's width and height beyond the page.
    public static Transforms fine(Transform transform, Document document, Resampler resampler) {
        int width = document.width();
        int height = document.height();
        return new Transforms(transform, resampler, new Rect(-width, -height, 3 * width, 3 * height), false);
    }

    /// For what is shown while it is dragged: only what is on the page, text as its pixels.
    public static Transforms draft(Transform transform, Document document, Resampler resampler) {
        return new Transforms(transform, resampler, document.canvas(), true);
    }

    /// Where layers and boxes lie together, each layer by its pixels.
    public static Rect place(Document document, List<LayerId> ids) {
        return ids.stream()
                .map(id -> document.layer(id)
                        .map(Layer::bounds)
                        .filter(bounds -> !bounds.isEmpty())
                        .orElseGet(() -> Moves.place(document, id)))
                .reduce(Rect.EMPTY, Rect::union);
    }

    /// The whole page scaled with all that it holds, guides and marquee too. Locks hold nothing here.
    ///
    /// @throws IllegalArgumentException for sides that a page cannot have
    /// @throws java.util.concurrent.CancellationException when the resampler was cancelled
    public static Document page(Document document, int width, int height, Resampler resampler) {
        double sx = (double) width / document.width();
        double sy = (double) height / document.height();
        Document sized = document.withSize(width, height);
        Transforms scaling = fine(Transform.scaling(sx, sy), sized, resampler);
        List<LayerId> all = Stream.concat(
                        document.layers().stream().map(Layer::id),
                        document.regions().stream().map(Region::layer))
                .distinct()
                .toList();
        return scaling.apply(sized, all)
                .withGuides(document.guides().stream()
                        .map(guide -> guide.at((int) Math.round(guide.position() * (guide.vertical() ? sx : sy))))
                        .toList())
                .withMarquee(document.marquee().flatMap(scaling::marquee));
    }

    Optional<Marquee> marquee(Marquee marquee) {
        Drawn drawn = draw(
                marquee.coverage(),
                Transform.translation(marquee.x(), marquee.y()).then(transform));
        return drawn.raster().isEmpty()
                ? Optional.empty()
                : Optional.of(new Marquee(drawn.raster(), drawn.x(), drawn.y()));
    }

    /// The name of a text that would have to become pixels first.
    public static Optional<String> hindered(Document document, List<LayerId> ids, Transform transform) {
        return isEven(transform)
                ? Optional.empty()
                : ids.stream()
                        .flatMap(id -> document.layer(id).stream())
                        .flatMap(Tree::of)
                        .filter(TextLayer.class::isInstance)
                        .map(Layer::name)
                        .findFirst();
    }

    /// The document with these layers and boxes transformed, each with all that it holds.
    ///
    /// @throws java.util.concurrent.CancellationException when the resampler was cancelled
    public Document apply(Document document, List<LayerId> ids) {
        List<LayerId> tops = Tree.tops(document, ids).stream().map(Layer::id).toList();
        Document done = Tree.edited(document, tops, this::layer);
        Set<LayerId> family = Tree.family(document, ids);
        return done.withRegions(done.regions().stream()
                .map(region -> family.contains(region.layer()) ? region.withBox(box(region.box())) : region)
                .toList());
    }

    /// Brings what `apply` made of `before` into a document that may have gone on since; what has other pixels by now
    /// is left alone.
    public static Document carry(Document now, Document before, Document after, List<LayerId> ids) {
        if (now == before) {
            return after;
        }
        Document done = now;
        for (LayerId id : ids) {
            Optional<Layer> from = before.layer(id);
            if (now.layer(id).equals(from) && after.layer(id).isPresent()) {
                done = done.with(id, layer -> after.layer(id).orElseThrow());
            }
        }
        for (LayerId id : Tree.family(before, ids)) {
            Optional<Rect> box = after.region(id).map(region -> region.box());
            if (box.isPresent() && now.region(id).equals(before.region(id))) {
                done = done.withRegion(id, region -> region.withBox(box.get()));
            }
        }
        return done;
    }

    /// What is kept is kept whole as far as memory goes; beyond that, what is far off the page is cut off.
    private Drawn draw(Raster source, Transform whole) {
        return resampler.draw(source, whole, limit(Resampler.bounds(source.width(), source.height(), whole)));
    }

    private Rect limit(Rect bounds) {
        return draft || bounds.area() > MOST ? within : bounds;
    }

    /// The rectangle around a box's corners where they come to lie.
    private Rect box(Rect box) {
        Rect bounds = Resampler.bounds(
                box.width(),
                box.height(),
                Transform.translation(box.x(), box.y()).then(transform));
        return new Rect(bounds.x(), bounds.y(), Math.max(1, bounds.width()), Math.max(1, bounds.height()));
    }

    private Layer layer(Layer layer) {
        Layer drawn = switch (layer) {
            case GroupLayer group ->
                group.withChildren(group.children().stream().map(this::layer).toList());
            case PlacedLayer placed -> placed(placed);
            case TextLayer text when !draft && isEven(transform) -> text(text);
            case FillLayer fill when isLevel(transform) && isKept(fill.fill()) -> fill(fill);
            case RasterLayer pixels -> pixels(pixels);
        };
        return drawn.with(props -> props.withMask(layer.props().mask().map(this::mask)));
    }

    PixelLayer pixels(RasterLayer layer) {
        Drawn drawn = draw(
                layer.raster(),
                Transform.translation(layer.props().x(), layer.props().y()).then(transform));
        return new PixelLayer(layer.props(), Raster.empty()).withPixels(drawn.raster(), drawn.x(), drawn.y());
    }

    private PlacedLayer placed(PlacedLayer layer) {
        Transform whole = layer.transform().then(transform);
        Drawn drawn = draw(layer.source(), whole);
        return new PlacedLayer(layer.props().withPosition(drawn.x(), drawn.y()), layer.source(), whole, drawn.raster());
    }

    private Layer text(TextLayer layer) {
        Text text = layer.text();
        double x = transform.x(text.x(), text.y());
        double y = transform.y(text.x(), text.y());
        double size = Math.clamp(text.size() * transform.xx(), 1, Text.MAX_SIZE);
        return TextSetter.reset(layer, text.withSize(size).translate(x - text.x(), y - text.y()));
    }

    private FillLayer fill(FillLayer layer) {
        Rect whole = box(layer.bounds());
        Rect area = whole.intersect(limit(whole));
        Fill fill = switch (layer.fill()) {
            case Fill.Solid solid -> solid;
            case Fill.Gradient(boolean radial, double x0, double y0, double x1, double y1, List<Fill.Stop> stops) ->
                new Fill.Gradient(
                        radial,
                        transform.x(x0, y0),
                        transform.y(x0, y0),
                        transform.x(x1, y1),
                        transform.y(x1, y1),
                        stops);
        };
        return new FillLayer(layer.props().withPosition(area.x(), area.y()), fill, FillPainter.raster(fill, area));
    }

    /// Whether a fill is the same kind of fill afterwards: circles must not become ellipses.
    private boolean isKept(Fill fill) {
        return !(fill instanceof Fill.Gradient) || Math.abs(Math.abs(transform.xx()) - Math.abs(transform.yy())) < SAME;
    }

    /// What is outside a mask's raster stays what it is: where that shows everything, its holes are drawn instead.
    private Mask mask(Mask mask) {
        boolean holes = mask.outside() == 255;
        Raster source = holes ? AlphaMath.inverse(mask.raster()) : mask.raster();
        Drawn drawn = draw(source, Transform.translation(mask.x(), mask.y()).then(transform));
        return mask.withRaster(holes ? AlphaMath.inverse(drawn.raster()) : drawn.raster(), drawn.x(), drawn.y());
    }

    /// Whether letters stay upright and in proportion.
    private static boolean isEven(Transform t) {
        return isLevel(t) && t.xx() > 0 && Math.abs(t.xx() - t.yy()) < 0.02 * t.xx();
    }

    private static boolean isLevel(Transform t) {
        return Math.abs(t.xy()) < SAME && Math.abs(t.yx()) < SAME;
    }
}
