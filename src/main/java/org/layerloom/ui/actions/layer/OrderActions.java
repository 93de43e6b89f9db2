package org.layerloom.ui.actions.layer;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Arrange;
import org.layerloom.edit.LayerMoves;
import org.layerloom.edit.Neighbours;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Section;

/// Actions on the order of the layers, and that walk through it.
final class OrderActions {
    private final EditActions edits;

    OrderActions(EditActions edits) {
        this.edits = edits;
    }

    Action[] all() {
        return new Action[] {
            arrange("layer-front", Arrange.TO_FRONT::apply, "mdi2a-arrange-bring-to-front", "Shift+Close Bracket")
                    .afterRule(),
            arrange("layer-raise", OrderActions::raise, "mdi2a-arrow-up", "Close Bracket"),
            arrange("layer-lower", OrderActions::lower, "mdi2a-arrow-down", "Open Bracket"),
            arrange("layer-back", Arrange.TO_BACK::apply, "mdi2a-arrange-send-to-back", "Shift+Open Bracket"),
            edits.action(
                            Section.LAYER,
                            Edit.of("layer-reverse", Arrange.REVERSE::apply)
                                    .when(subject -> subject.layers().size() > 1))
                    .inMenu(menu())
                    .afterRule(),
            select("select-above", -1).withKey("Alt+Close Bracket"),
            select("select-below", 1).withKey("Alt+Open Bracket"),
            edits.action(
                            Section.LAYER,
                            "select-layers",
                            this::selectAll,
                            subject -> !subject.document().layers().isEmpty())
                    .inMenu(EditActions.words().text("menu.select"))
                    .withKey("Shortcut+Alt+A")
                    .afterRule()
        };
    }

    private static String menu() {
        return EditActions.words().text("menu.arrange");
    }

    private Action arrange(String name, Order order, String icon, String key) {
        return edits.action(Section.LAYER, Edit.of(name, order::apply))
                .inMenu(menu())
                .withIcon(icon)
                .withKey("Shortcut+" + key);
    }

    /// Puts layers elsewhere in the stack.
    private interface Order {
        Document apply(Document document, List<LayerId> ids);
    }

    /// One layer goes through the rows of the list, into groups and out of them; several stay in their groups.
    private static Document raise(Document document, List<LayerId> ids) {
        return ids.size() == 1 ? LayerMoves.raise(document, ids.getFirst()) : Arrange.FORWARD.apply(document, ids);
    }

    private static Document lower(Document document, List<LayerId> ids) {
        return ids.size() == 1 ? LayerMoves.lower(document, ids.getFirst()) : Arrange.BACKWARD.apply(document, ids);
    }

    private Action select(String name, int step) {
        return edits.action(
                        Section.LAYER,
                        name,
                        () -> step(step),
                        subject -> !subject.document().layers().isEmpty())
                .inMenu(EditActions.words().text("menu.select"));
    }

    private void step(int step) {
        Optional<LayerId> from = edits.subject().primary();
        Neighbours.next(edits.subject().document(), from, step)
                .ifPresent(layer -> edits.editor().select(List.of(layer.id())));
    }

    private void selectAll() {
        List<LayerId> rows = Neighbours.shown(edits.subject().document()).stream()
                .map(Layer::id)
                .toList();
        edits.editor().select(rows.reversed());
    }
}
