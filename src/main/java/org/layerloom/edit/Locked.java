package org.layerloom.edit;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Locks;

/// The locks that stand against an edit of layers: their own, those of the groups that they are in, and those of what
/// they hold. Gives the first locked layer, for the sentence that says why nothing happened.
public final class Locked {
    private Locked() {}

    /// What keeps the layers from being moved and transformed.
    public static Optional<Layer> position(Document document, Collection<LayerId> ids) {
        return first(document, ids, Locks::position);
    }

    /// What keeps their pixels from being changed.
    public static Optional<Layer> pixels(Document document, Collection<LayerId> ids) {
        return first(document, ids, Locks::pixels);
    }

    /// What keeps their alpha from being changed: a lock of the transparency or of all pixels.
    public static Optional<Layer> alpha(Document document, Collection<LayerId> ids) {
        return first(document, ids, locks -> locks.transparency() || locks.pixels());
    }

    /// What keeps them from being deleted: a layer that is locked in every way.
    public static Optional<Layer> whole(Document document, Collection<LayerId> ids) {
        return first(document, ids, Locks.ALL::equals);
    }

    private static Optional<Layer> first(Document document, Collection<LayerId> ids, Predicate<Locks> lock) {
        return Tree.tops(document, ids).stream()
                .flatMap(layer -> Stream.concat(Tree.ancestors(document, layer.id()).stream(), Tree.of(layer)))
                .filter(layer -> lock.test(layer.props().locks()))
                .findFirst();
    }
}
