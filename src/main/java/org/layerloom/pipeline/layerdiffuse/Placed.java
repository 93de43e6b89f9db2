package org.layerloom.pipeline.layerdiffuse;

import org.layerloom.composite.Resampler;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// A picture, and where it lies on the page.
///
/// @param bounds of the raster's size
record Placed(Raster raster, Rect bounds) {
    private static Placed of(Resampler.Drawn drawn) {
        return new Placed(drawn.raster(), drawn.bounds());
    }

    /// A transparent picture that stands for the whole of a box.
    static Placed filling(Raster raster, Rect box) {
        return of(Pictures.filling(raster, box));
    }

    /// What is seen of a transparent picture, as large as a box holds it.
    static Placed fitted(Raster raster, Rect box) {
        return of(Pictures.fitted(raster, box));
    }

    /// What lies in a box, without transparent edges.
    Placed trimmed(Rect box) {
        Rect inside = bounds.intersect(box);
        if (inside.isEmpty()) {
            return new Placed(Raster.empty(), new Rect(box.x(), box.y(), 0, 0));
        }
        Raster cut = raster.crop(inside.translate(-bounds.x(), -bounds.y()));
        Rect seen = cut.alphaBounds();
        return new Placed(cut.crop(seen), seen.translate(inside.x(), inside.y()));
    }
}
