package org.layerloom.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;

/// Layers clipped to the one below. A group cannot be clipped, but others can be clipped to it.
public final class Clipping {
    private Clipping() {}

    /// Clips the layers to what is below them; where all are clipped already, releases them and those above that are
    /// clipped to the same base.
    public static Document toggle(Document document, List<LayerId> ids) {
        return isClipped(document, ids) ? release(document, ids) : clip(document, ids);
    }

    /// Whether there are such layers and all are clipped.
    public static boolean isClipped(Document document, List<LayerId> ids) {
        List<Layer> layers = Tree.tops(document, ids);
        return !layers.isEmpty() && layers.stream().allMatch(Clipping::isClipped);
    }

    static boolean isClipped(Layer layer) {
        return layer.props().blending().clip() && !(layer instanceof GroupLayer);
    }

    /// Whether one of the layers can be clipped: it is no group and there is something below it.
    public static boolean canClip(Document document, List<LayerId> ids) {
        return Tree.tops(document, ids).stream().anyMatch(layer -> canClip(document, layer));
    }

    private static boolean canClip(Document document, Layer layer) {
        return !(layer instanceof GroupLayer)
                && Tree.below(document, layer.id()).isPresent();
    }

    private static Document clip(Document document, List<LayerId> ids) {
        List<LayerId> clipped = Tree.tops(document, ids).stream()
                .filter(layer -> canClip(document, layer))
                .map(Layer::id)
                .toList();
        return Tree.edited(
                document,
                clipped,
                layer -> layer.with(props -> props.withBlending(props.blending().withClip(true))));
    }

    private static Document release(Document document, List<LayerId> ids) {
        Set<LayerId> released = Set.copyOf(ids);
        return Tree.eachList(document, siblings -> {
            List<Layer> result = new ArrayList<>();
            boolean releasing = false;
            for (Layer layer : siblings) {
                releasing = isClipped(layer) && (releasing || released.contains(layer.id()));
                result.add(releasing ? unclipped(layer) : layer);
            }
            return result;
        });
    }

    static Layer unclipped(Layer layer) {
        return layer.with(props -> props.withBlending(props.blending().withClip(false)));
    }

    /// What a clipped layer is clipped to: the nearest sibling below that is not.
    public static Optional<Layer> base(Document document, LayerId id) {
        return document.layer(id).filter(Clipping::isClipped).flatMap(layer -> base(document, layer));
    }

    private static Optional<Layer> base(Document document, Layer layer) {
        Optional<Layer> below = Tree.below(document, layer.id());
        return below.isPresent() && isClipped(below.get()) ? base(document, below.get()) : below;
    }

    /// A base and the layers clipped to it, bottom first; the layer alone where none is clipped to it.
    public static List<Layer> run(Document document, LayerId base) {
        List<Layer> siblings = Tree.siblings(document, base);
        List<Layer> run = new ArrayList<>();
        for (Layer layer : siblings) {
            if (layer.id().equals(base) || !run.isEmpty() && isClipped(layer)) {
                run.add(layer);
            } else if (!run.isEmpty()) {
                break;
            }
        }
        return run;
    }
}
