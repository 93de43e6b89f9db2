package org.layerloom.ui.layers;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.FillLayer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Recipe;
import org.layerloom.document.TextLayer;

/// The icon of a step of the history, by what the step changed: the same in every language, whatever it is called.
final class StepIcons {
    static final String OTHER = "mdi2p-pencil-outline";

    private StepIcons() {}

    /// @param before empty for the document as it was opened
    static String of(Optional<Document> before, Document after) {
        return before.map(document -> between(document, after)).orElse("mdi2f-file-outline");
    }

    private static String between(Document before, Document after) {
        Map<LayerId, Layer> was = byId(before);
        Map<LayerId, Layer> is = byId(after);
        List<Layer> added = is.values().stream()
                .filter(layer -> !was.containsKey(layer.id()))
                .toList();
        List<Layer> lost = was.values().stream()
                .filter(layer -> !is.containsKey(layer.id()))
                .toList();
        if (before.width() != after.width() || before.height() != after.height()) {
            return "mdi2c-crop";
        }
        if (!added.isEmpty()) {
            return lost.isEmpty() ? added(added, was) : replaced(added);
        }
        Map<Layer, Layer> changed = changed(was, is);
        if (!lost.isEmpty()) {
            return lost(lost, changed);
        }
        if (!changed.isEmpty()) {
            return changed(changed);
        }
        return sameLayers(before, after);
    }

    private static Map<LayerId, Layer> byId(Document document) {
        return document.allLayers()
                .collect(Collectors.toMap(Layer::id, layer -> layer, (one, other) -> one, LinkedHashMap::new));
    }

    private static String added(List<Layer> added, Map<LayerId, Layer> was) {
        Layer first = added.getFirst();
        if (first.props().recipe().isPresent() && added.stream().noneMatch(layer -> isCopy(layer, was))) {
            return "mdi2c-creation";
        }
        if (added.stream().anyMatch(layer -> isCopy(layer, was))) {
            return "mdi2c-content-duplicate";
        }
        return added.stream()
                .filter(GroupLayer.class::isInstance)
                .findFirst()
                .map(group -> "mdi2f-folder-plus-outline")
                .orElseGet(() -> kind(first, "mdi2l-layers-plus"));
    }

    private static boolean isCopy(Layer layer, Map<LayerId, Layer> was) {
        return layer instanceof RasterLayer pixels
                && !pixels.raster().isEmpty()
                && was.values().stream().anyMatch(old -> old instanceof RasterLayer o && o.raster() == pixels.raster());
    }

    /// Layers made anew, merged ones or a group in place of what was there.
    private static String replaced(List<Layer> added) {
        return added.getFirst().props().recipe().isPresent() ? "mdi2c-creation" : "mdi2l-layers-outline";
    }

    private static String lost(List<Layer> lost, Map<Layer, Layer> changed) {
        boolean merged = changed.entrySet().stream().anyMatch(pair -> raster(pair.getKey()) != raster(pair.getValue()));
        if (merged) {
            return "mdi2a-arrow-collapse-down";
        }
        boolean ungrouped = lost.stream()
                .allMatch(layer -> layer instanceof GroupLayer group
                        && !group.children().isEmpty()
                        && group.children().stream().noneMatch(lost::contains));
        return ungrouped ? "mdi2f-folder-remove-outline" : "mdi2t-trash-can-outline";
    }

    /// What is no longer the same object, the old and the new; groups only for what they are themselves.
    private static Map<Layer, Layer> changed(Map<LayerId, Layer> was, Map<LayerId, Layer> is) {
        Map<Layer, Layer> changed = new LinkedHashMap<>();
        is.forEach((id, now) -> {
            Layer old = was.get(id);
            boolean group = old instanceof GroupLayer a
                    && now instanceof GroupLayer b
                    && a.open() == b.open()
                    && a.props().equals(b.props());
            if (old != null && old != now && !group && !old.equals(now)) {
                changed.put(old, now);
            }
        });
        return changed;
    }

    private static String changed(Map<Layer, Layer> changed) {
        Map.Entry<Layer, Layer> first = changed.entrySet().iterator().next();
        Layer old = first.getKey();
        Layer now = first.getValue();
        if (raster(old) != raster(now)) {
            return pixels(old, now);
        }
        LayerProps was = old.props();
        LayerProps is = now.props();
        if (was.visible() != is.visible()) {
            return visibility(changed);
        }
        if (was.x() != is.x() || was.y() != is.y()) {
            return "mdi2a-arrow-all";
        }
        if (!was.blending().equals(is.blending())) {
            return blending(was.blending(), is.blending());
        }
        if (!was.mask().equals(is.mask())) {
            return "mdi2t-texture-box";
        }
        if (!was.locks().equals(is.locks())) {
            return "mdi2l-lock-outline";
        }
        if (was.tag() != is.tag()) {
            return "mdi2t-tag-outline";
        }
        if (!was.name().equals(is.name())) {
            return "mdi2r-rename-outline";
        }
        return now instanceof GroupLayer ? "mdi2f-folder-outline" : kind(now, OTHER);
    }

    private static String pixels(Layer old, Layer now) {
        Optional<Recipe> recipe = now.props().recipe();
        if (recipe.isPresent() && !recipe.equals(old.props().recipe())) {
            return "mdi2d-dice-5-outline";
        }
        return kind(now, "mdi2b-brush");
    }

    private static String visibility(Map<Layer, Layer> changed) {
        Set<Boolean> shown = new HashSet<>();
        changed.values().forEach(layer -> shown.add(layer.props().visible()));
        if (shown.size() > 1) {
            return "mdi2e-eye-circle-outline";
        }
        return shown.contains(true) ? "mdi2e-eye-outline" : "mdi2e-eye-off-outline";
    }

    private static String blending(Blending was, Blending is) {
        if (was.mode() != is.mode()) {
            return "mdi2c-circle-half-full";
        }
        boolean see = was.opacity() != is.opacity() || was.fill() != is.fill();
        return see ? "mdi2c-circle-opacity" : "mdi2a-arrow-down-left";
    }

    private static String kind(Layer layer, String plain) {
        return switch (layer) {
            case TextLayer text -> "mdi2f-format-text";
            case FillLayer fill -> "mdi2f-format-color-fill";
            case PlacedLayer placed -> "mdi2i-image-outline";
            default -> plain;
        };
    }

    private static Raster raster(Layer layer) {
        return layer instanceof RasterLayer pixels ? pixels.raster() : null;
    }

    private static String sameLayers(Document before, Document after) {
        if (!before.layers().equals(after.layers())) {
            return "mdi2l-layers-outline";
        }
        if (!before.regions().equals(after.regions())) {
            return "mdi2v-vector-square";
        }
        if (!before.prompt().equals(after.prompt())) {
            return "mdi2t-text";
        }
        if (!before.marquee().equals(after.marquee())) {
            return "mdi2s-select";
        }
        return before.guides().equals(after.guides()) ? OTHER : "mdi2r-ruler";
    }
}
