package org.layerloom.ui.actions.layer;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Moves;
import org.layerloom.edit.Tree;

/// What an action works on: the last committed document and what is selected in it.
///
/// @param ids all that is selected, the primary last
/// @param layers the selected layers, bottom first, without those that lie within another of them
record Subject(Document document, List<LayerId> ids, List<Layer> layers) {
    static Subject of(Document document, List<LayerId> ids) {
        return new Subject(document, ids, Tree.tops(document, ids));
    }

    boolean hasLayers() {
        return !layers.isEmpty();
    }

    boolean hasLayers(Predicate<Layer> such) {
        return layers.stream().anyMatch(such);
    }

    Optional<LayerId> primary() {
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.getLast());
    }

    /// How many things an edit of the selection names: the layers, or the boxes where there is none.
    int count() {
        return layers.isEmpty() ? ids.size() : layers.size();
    }

    /// The name of the only one, or of the primary.
    String name() {
        LayerId named = layers.size() == 1 ? layers.getFirst().id() : primary().orElseThrow();
        return Moves.name(document, named);
    }
}
