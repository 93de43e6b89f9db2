package org.layerloom.ui.versions;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.KeptLayers;

/// Pixels that a run once made for a layer, which can take the place of those it has.
///
/// @param name the layer's, where it has to be made anew
/// @param box the box that it was made in; the page's for a background
/// @param x left edge of the raster on the canvas of that time
/// @param y top edge
public record Version(LayerId layer, String name, Rect box, int x, int y, Raster raster, Recipe recipe) {
    /// What a run made for a box of `document`; empty where the box is gone.
    public static Optional<Version> of(GenerateResult.Made made, Document document) {
        return document.region(made.layer())
                .map(region -> new Version(
                        made.layer(), made.name(), region.box(), made.x(), made.y(), made.raster(), made.recipe()));
    }

    /// The background that a run made; empty where it made none.
    public static Optional<Version> background(LayerId layer, GenerateResult result, Document document) {
        return result.background()
                .map(raster -> new Version(
                        layer, GenerateResult.BACKGROUND, document.canvas(), 0, 0, raster, result.recipe()));
    }

    /// The pixels that a layer has now; empty where no run made them.
    public static Optional<Version> now(LayerId id, Document document) {
        return document.layer(id)
                .filter(PixelLayer.class::isInstance)
                .map(PixelLayer.class::cast)
                .flatMap(layer -> layer.props().recipe().map(recipe -> of(layer, recipe, document)));
    }

    private static Version of(PixelLayer layer, Recipe recipe, Document document) {
        return new Version(
                layer.id(),
                layer.name(),
                box(layer.id(), document),
                layer.props().x(),
                layer.props().y(),
                layer.raster(),
                recipe);
    }

    private static Rect box(LayerId layer, Document document) {
        return document.region(layer).map(Region::box).orElse(document.canvas());
    }

    /// The document with these pixels in the layer, where its box is by now; unchanged where neither layer nor box
    /// is there any more, or the layer is locked.
    public Document applyTo(Document document) {
        if (KeptLayers.of(document).contains(layer)) {
            return document;
        }
        Rect now = box(layer, document);
        int left = x + now.x() - box.x();
        int top = y + now.y() - box.y();
        if (document.layer(layer).isPresent()) {
            return document.with(
                    layer,
                    old -> old instanceof PixelLayer pixels
                            ? ((PixelLayer) pixels.with(props -> props.withRecipe(recipe)))
                                    .withPixels(raster, left, top)
                            : old);
        }
        GenerateResult.Made made = new GenerateResult.Made(layer, name, left, top, raster, recipe);
        return new GenerateResult(Optional.empty(), List.of(made), raster, recipe, List.of()).applyTo(document);
    }
}
