package org.layerloom.edit;

import java.util.List;
import org.layerloom.composite.Resampler;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;

/// Puts pictures from elsewhere on a page.
public final class Placing {
    private Placing() {}

    /// A picture as it will lie on a page: whole, in the middle, made smaller where it is larger than the page.
    ///
    /// @param source the picture itself
    /// @param shown its pixels on the page
    public record Placed(String name, Raster source, Transform transform, Raster shown, Rect place) {}

    /// Works out how a picture lies on a page; for a large one that takes a while.
    public static Placed fit(String name, Raster source, Rect page) {
        double scale =
                Math.min(1, Math.min((double) page.width() / source.width(), (double) page.height() / source.height()));
        int width = Math.max(1, (int) Math.round(source.width() * scale));
        int height = Math.max(1, (int) Math.round(source.height() * scale));
        Rect place =
                new Rect(page.x() + (page.width() - width) / 2, page.y() + (page.height() - height) / 2, width, height);
        Transform transform = Transform.scaling((double) width / source.width(), (double) height / source.height())
                .then(Transform.translation(place.x(), place.y()));
        Raster shown = new Resampler(Resampler.Quality.FINE, () -> false)
                .draw(source, transform, place)
                .raster();
        return new Placed(name, source, transform, shown, place);
    }

    /// A placed picture with another one in its place: as large as fits into where the one before lies, in its middle,
    /// turned as that is. Mask, mode, opacity and name stay. For a large picture that takes a while.
    public static PlacedLayer replaced(PlacedLayer layer, Raster source) {
        Raster before = layer.source();
        double scale = Math.min((double) before.width() / source.width(), (double) before.height() / source.height());
        Transform whole = Transform.scaling(scale, scale)
                .then(Transform.translation(
                        (before.width() - source.width() * scale) / 2, (before.height() - source.height() * scale) / 2))
                .then(layer.transform());
        Rect bounds = Resampler.bounds(source.width(), source.height(), whole);
        Resampler.Drawn drawn = new Resampler(Resampler.Quality.FINE, () -> false).draw(source, whole, bounds);
        return new PlacedLayer(layer.props().withPosition(drawn.x(), drawn.y()), source, whole, drawn.raster());
    }

    /// The document with the pictures as layers on top, the first lowest.
    public static Document add(Document document, List<Placed> pictures) {
        Document more = document;
        for (Placed picture : pictures) {
            LayerProps props = LayerProps.named(more.newId(), picture.name())
                    .withPosition(picture.place().x(), picture.place().y());
            more = more.add(new PlacedLayer(props, picture.source(), picture.transform(), picture.shown()));
        }
        return more;
    }

    /// The same with each picture's middle at a point.
    public static Document addAt(Document document, List<Placed> pictures, int x, int y) {
        return add(
                document,
                pictures.stream()
                        .map(p -> moved(
                                p,
                                x - p.place().width() / 2 - p.place().x(),
                                y - p.place().height() / 2 - p.place().y()))
                        .toList());
    }

    private static Placed moved(Placed picture, int dx, int dy) {
        return new Placed(
                picture.name(),
                picture.source(),
                picture.transform().then(Transform.translation(dx, dy)),
                picture.shown(),
                picture.place().translate(dx, dy));
    }
}
