package org.layerloom.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Marquee;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// A part of a design as one flat picture, for other programs.
public final class PictureCopy {
    private PictureCopy() {}

    /// What the given layers look like by themselves, inside the marquee where there is one, cut to what can be
    /// seen.
    ///
    /// @param ids layers and groups; none = the whole picture
    /// @return empty where nothing can be seen
    public static Optional<Raster> of(Document document, List<LayerId> ids) {
        Set<LayerId> chosen = Set.copyOf(ids);
        Document alone = chosen.isEmpty() ? document : document.withLayers(only(document.layers(), chosen));
        Rect area = document.marquee()
                .map(Marquee::bounds)
                .orElse(document.canvas())
                .intersect(document.canvas());
        if (area.isEmpty()) {
            return Optional.empty();
        }
        Raster painted = Raster.drawn(area.width(), area.height(), (top, rows, argb) -> {
            Rect band = new Rect(area.x(), area.y() + top, area.width(), rows);
            Compositor.paint(alone, band, argb, 0, area.width());
        });
        Raster picture = document.marquee()
                .map(marquee -> AlphaMath.times(painted, area.x(), area.y(), AlphaMath.of(marquee)))
                .orElse(painted);
        Rect visible = picture.alphaBounds();
        return visible.isEmpty() ? Optional.empty() : Optional.of(picture.crop(visible));
    }

    private static List<Layer> only(List<Layer> layers, Set<LayerId> chosen) {
        List<Layer> kept = new ArrayList<>();
        for (Layer layer : layers) {
            if (chosen.contains(layer.id())) {
                kept.add(layer);
            } else if (layer instanceof GroupLayer group) {
                List<Layer> inside = only(group.children(), chosen);
                if (!inside.isEmpty()) {
                    kept.add(group.withChildren(inside));
                }
            }
        }
        return kept;
    }
}
