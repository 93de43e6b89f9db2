package org.layerloom.edit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;

/// Layers put into groups and taken out again.
public final class Groups {
    private Groups() {}

    /// Puts the layers, in their order, into a new open group at the place of the topmost. It passes through, so that
    /// the picture stays as it is where nothing lay between them. `Document.newId()` of the document given is the
    /// group's id. Unchanged without a layer.
    public static Document group(Document document, List<LayerId> ids, String name) {
        List<Layer> members = Tree.tops(document, ids);
        if (members.isEmpty()) {
            return document;
        }
        LayerProps props = LayerProps.named(document.newId(), name)
                .withBlendMode(BlendMode.PASS_THROUGH)
                .withTag(members.getLast().props().tag());
        return gathered(document, members, new GroupLayer(props, members, true));
    }

    /// Puts `whole` in the place of the topmost of `parts` and takes the parts out of their places.
    static Document gathered(Document document, List<Layer> parts, Layer whole) {
        LayerId top = parts.getLast().id();
        Set<LayerId> gone = parts.stream().map(Layer::id).collect(Collectors.toSet());
        return LayerMoves.followed(Tree.replaced(document, layer -> {
            if (layer.id().equals(top)) {
                return List.of(whole);
            }
            return gone.contains(layer.id()) ? List.of() : List.of(layer);
        }));
    }

    /// Puts what the groups hold in their places. Their mask, opacity and blend mode go with them; what a hidden
    /// group held is hidden, and layers that had no base to be clipped to in the group are unclipped.
    public static Document ungroup(Document document, List<LayerId> ids) {
        Set<LayerId> groups = Tree.tops(document, ids).stream()
                .filter(GroupLayer.class::isInstance)
                .map(Layer::id)
                .collect(Collectors.toSet());
        Document open = Tree.replaced(
                document,
                layer -> layer instanceof GroupLayer group && groups.contains(group.id())
                        ? released(group)
                        : List.of(layer));
        return open.withRegions(open.regions().stream()
                .filter(region -> !groups.contains(region.layer()))
                .toList());
    }

    private static List<Layer> released(GroupLayer group) {
        long baseless = group.children().stream().takeWhile(Clipping::isClipped).count();
        return group.children().stream()
                .map(child -> group.children().indexOf(child) < baseless ? Clipping.unclipped(child) : child)
                .map(child -> group.props().visible() ? child : child.with(props -> props.withVisible(false)))
                .toList();
    }
}
