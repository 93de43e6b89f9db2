package org.layerloom.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Region;

/// What a run made.
///
/// @param background an opaque picture of the canvas' size; empty where the request had a fixed one
/// @param blend an opaque picture of foreground and background together, of the canvas' size, where the mode makes one
/// @param layers one for each target, in the request's order
/// @param merged the model's own picture of the whole, of the canvas' size; the stack's composite is sharper
/// @param recipe of the background and of every layer without an own prompt
/// @param notes what the user should know: sentences
public record GenerateResult(
        Optional<Raster> background,
        Optional<Raster> blend,
        List<Made> layers,
        Raster merged,
        Recipe recipe,
        List<String> notes) {
    /// Name of the layer that a generated background becomes.
    public static final String BACKGROUND = "Background";

    /// Name of the layer that a generated blend becomes.
    public static final String BLEND = "Blend";

    /// A made layer, trimmed to its visible pixels, which lie inside its target's box.
    public record Made(LayerId layer, String name, int x, int y, Raster raster, Recipe recipe) {}

    public GenerateResult {
        layers = List.copyOf(layers);
        notes = List.copyOf(notes);
    }

    /// A result without a blend.
    public GenerateResult(
            Optional<Raster> background, List<Made> layers, Raster merged, Recipe recipe, List<String> notes) {
        this(background, Optional.empty(), layers, merged, recipe, notes);
    }

    /// Puts the result into the document as it is now: a layer that is still there keeps its properties and gets
    /// new pixels, one that is not is added at its region's place in the stack, and one whose region was deleted
    /// meanwhile is dropped. What is locked meanwhile stays as it is. A blend goes on top, hidden unless it is all
    /// that was made: it would cover the rest.
    public Document applyTo(Document document) {
        Set<LayerId> kept = KeptLayers.of(document);
        Document next =
                background.map(raster -> withBackground(document, raster, kept)).orElse(document);
        for (Made made : layers) {
            next = kept.contains(made.layer()) ? next : withLayer(next, made);
        }
        return blend.isPresent() ? withBlend(next, blend.get()) : next;
    }

    private Document withBlend(Document document, Raster raster) {
        boolean alone = background.isEmpty() && layers.isEmpty();
        LayerProps props = LayerProps.named(document.newId(), BLEND).withVisible(alone);
        return document.add(new PixelLayer(props.withRecipe(recipe), raster));
    }

    private Document withBackground(Document document, Raster raster, Set<LayerId> kept) {
        Optional<PixelLayer> old =
                background(document).filter(layer -> layer.props().recipe().isPresent());
        if (old.isPresent() && kept.contains(old.get().id())) {
            return document;
        }
        if (old.isPresent()) {
            return document.with(
                    old.get().id(),
                    layer -> ((PixelLayer) layer.with(props -> props.withRecipe(recipe))).withPixels(raster, 0, 0));
        }
        LayerProps props = LayerProps.named(document.newId(), BACKGROUND).withTag(LayerProps.TAGS - 1);
        List<Layer> layers = new ArrayList<>(document.layers());
        layers.addFirst(new PixelLayer(props.withRecipe(recipe), raster));
        return document.withLayers(layers);
    }

    /// The bottom layer, where it has the canvas' size and belongs to no region. A run replaces it only if a run
    /// made it.
    public static Optional<PixelLayer> background(Document document) {
        return document.layers().stream()
                .limit(1)
                .filter(PixelLayer.class::isInstance)
                .map(PixelLayer.class::cast)
                .filter(layer -> isWhole(layer.raster(), document)
                        && document.region(layer.id()).isEmpty())
                .findFirst();
    }

    private static boolean isWhole(Raster raster, Document document) {
        return raster.width() == document.width() && raster.height() == document.height();
    }

    private static Document withLayer(Document document, Made made) {
        Optional<Layer> old = document.layer(made.layer());
        if (old.isPresent()) {
            return document.with(
                    made.layer(),
                    layer -> layer instanceof PixelLayer pixels
                            ? ((PixelLayer) pixels.with(props -> props.withRecipe(made.recipe())))
                                    .withPixels(made.raster(), made.x(), made.y())
                            : layer);
        }
        return document.region(made.layer())
                .map(region -> {
                    LayerProps props = LayerProps.named(made.layer(), made.name())
                            .withPosition(made.x(), made.y())
                            .withTag(region.tag())
                            .withRecipe(made.recipe());
                    return insert(document, region, new PixelLayer(props, made.raster()));
                })
                .orElse(document);
    }

    /// Above the layer of the next lower region that has one, or above the group that holds it; else above the
    /// background.
    static Document insert(Document document, Region region, Layer layer) {
        List<Layer> layers = new ArrayList<>(document.layers());
        layers.add(placeInStack(document, region), layer);
        return document.withLayers(layers);
    }

    private static int placeInStack(Document document, Region region) {
        List<Region> regions = document.regions();
        for (int i = regions.indexOf(region) - 1; i >= 0; i--) {
            LayerId below = regions.get(i).layer();
            for (int place = 0; place < document.layers().size(); place++) {
                if (holds(document.layers().get(place), below)) {
                    return place + 1;
                }
            }
        }
        return background(document).isPresent() ? 1 : 0;
    }

    private static boolean holds(Layer layer, LayerId id) {
        return layer.id().equals(id)
                || layer instanceof GroupLayer group
                        && group.children().stream().anyMatch(child -> holds(child, id));
    }
}
