package org.layerloom.ui.actions.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.edit.LayerEdits;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Section;

/// Actions on what layers show and how they are marked: visibility, blend mode, locks, colour tags.
final class LookActions {
    private final EditActions edits;

    LookActions(EditActions edits) {
        this.edits = edits;
    }

    List<Action> all() {
        List<Action> all = new ArrayList<>();
        all.add(layer(Edit.of("layer-visible", LookActions::toggleVisible))
                .withIcon("mdi2e-eye-outline")
                .afterRule());
        all.add(layer(Edit.of("layer-solo", LayerEdits::solo)).withIcon("mdi2e-eye-circle-outline"));
        all.add(layer(Edit.of("mode-next", (document, ids) -> LayerEdits.cycleMode(document, ids, true)))
                .withKey("Shift+Equals"));
        all.add(layer(Edit.of("mode-previous", (document, ids) -> LayerEdits.cycleMode(document, ids, false)))
                .withKey("Shift+Minus"));
        all.addAll(locks());
        for (int tag = 0; tag < LayerProps.TAGS; tag++) {
            all.add(tag(tag));
        }
        return all;
    }

    private List<Action> locks() {
        return List.of(
                lock("lock-all", LayerEdits::toggleLocks)
                        .withIcon("mdi2l-lock-outline")
                        .withKey("'/'")
                        .afterRule(),
                lock("lock-transparency", toggled(Locks::transparency, locks -> on -> locks.withTransparency(on)))
                        .withIcon("mdi2c-checkerboard"),
                lock("lock-pixels", toggled(Locks::pixels, locks -> on -> locks.withPixels(on)))
                        .withIcon("mdi2b-brush"),
                lock("lock-position", toggled(Locks::position, locks -> on -> locks.withPosition(on)))
                        .withIcon("mdi2a-arrow-all"));
    }

    /// Locks where one of the layers is not locked so, else unlocks all.
    private static Change toggled(Predicate<Locks> lock, Function<Locks, Function<Boolean, Locks>> with) {
        return (document, ids) -> {
            boolean all = ids.stream()
                    .flatMap(id -> document.layer(id).stream())
                    .allMatch(layer -> lock.test(layer.props().locks()));
            UnaryOperator<LayerProps> edit =
                    props -> props.withLocks(with.apply(props.locks()).apply(!all));
            return LayerEdits.props(ids, edit).apply(document);
        };
    }

    /// An edit of selected layers.
    private interface Change {
        Document apply(Document document, List<LayerId> ids);
    }

    private Action lock(String name, Change change) {
        return layer(Edit.of(name, change::apply)).inMenu(EditActions.words().text("menu.lock"));
    }

    private Action tag(int tag) {
        Action action = layer(Edit.of("tag-" + tag, (document, ids) -> LayerEdits.tag(document, ids, tag))
                        .when(subject ->
                                subject.hasLayers(layer -> layer.props().tag() != tag)))
                .inMenu(EditActions.words().text("menu.tag"));
        return action.withIcon("mdi2t-tag-outline");
    }

    private Action layer(Edit edit) {
        return edits.action(Section.LAYER, edit);
    }

    /// Hides all of them where one shows, else shows all.
    private static Document toggleVisible(Document document, List<LayerId> ids) {
        boolean any = ids.stream()
                .flatMap(id -> document.layer(id).stream())
                .map(Layer::props)
                .anyMatch(LayerProps::visible);
        return LayerEdits.show(document, ids, !any);
    }
}
