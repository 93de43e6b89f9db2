package org.layerloom.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;

/// A run that makes some boxes only: all else that is visible is given to it and stays byte for byte.
final class PartRequest {
    private PartRequest() {}

    /// @param boxes the boxes to make
    static GenerateRequest of(Document document, Set<LayerId> boxes, String model, Settings settings) {
        List<Target> targets = document.regions().stream()
                .filter(region -> boxes.contains(region.layer()))
                .filter(region -> !region.box().intersect(document.canvas()).isEmpty())
                .map(region -> target(document, region))
                .toList();
        List<Fixed> fixed = new ArrayList<>();
        collect(document, document.layers(), boxes, fixed);
        return new GenerateRequest(
                model,
                Mode.LAYERS,
                document.width(),
                document.height(),
                document.prompt(),
                "",
                targets,
                fixed,
                settings);
    }

    private static Target target(Document document, Region region) {
        return Target.of(region.layer(), region.box().intersect(document.canvas()), region.prompt());
    }

    private static void collect(Document document, List<Layer> layers, Set<LayerId> boxes, List<Fixed> fixed) {
        for (Layer layer : layers) {
            if (!layer.props().visible() || boxes.contains(layer.id())) {
                continue;
            }
            switch (layer) {
                case GroupLayer group -> collect(document, group.children(), boxes, fixed);
                case RasterLayer pixels -> fixed(document, pixels).ifPresent(fixed::add);
            }
        }
    }

    /// What of the layer lies on the page; empty where nothing does.
    private static Optional<Fixed> fixed(Document document, RasterLayer layer) {
        Rect seen = layer.bounds().intersect(document.canvas());
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Raster raster = layer.raster()
                .crop(seen.translate(-layer.props().x(), -layer.props().y()));
        boolean covers = seen.equals(document.canvas());
        boolean isBackground = covers && layer.equals(document.layers().getFirst());
        return Optional.of(
                new Fixed(layer.id(), seen, raster, isBackground ? Fixed.Role.BACKGROUND : Fixed.Role.LAYER));
    }
}
