package org.layerloom.ui.actions.layer;

import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.edit.MarqueePixels;
import org.layerloom.edit.Marquees;
import org.layerloom.edit.Moves;
import org.layerloom.edit.Neighbours;
import org.layerloom.edit.Tree;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Section;

/// Actions on what is selected: layers, boxes, and the pixels inside the marquee.
final class SelectionActions {
    private final EditActions edits;
    private final IntSupplier colour;

    SelectionActions(EditActions edits, IntSupplier colour) {
        this.edits = edits;
        this.colour = colour;
    }

    Action[] all() {
        return new Action[] {
            edits.action(
                            Section.EDIT,
                            "delete",
                            this::delete,
                            subject -> !subject.ids().isEmpty())
                    .withIcon("mdi2t-trash-can-outline")
                    .withKey("Delete"),
            edits.action(
                            Section.EDIT,
                            Edit.of("fill-pixels", this::fill)
                                    .when(subject ->
                                            hasMarquee(subject) && subject.hasLayers(PixelLayer.class::isInstance))
                                    .minding(Guard.PIXELS)
                                    .onPixels())
                    .withIcon("mdi2f-format-color-fill")
                    .withKey("Alt+Backspace"),
            edits.action(Section.EDIT, Edit.ofPage("select-all", Marquees::all))
                    .withIcon("mdi2s-select-all")
                    .withKey("Shortcut+A")
                    .afterRule(),
            edits.action(Section.EDIT, "deselect", this::deselect, SelectionActions::isAnySelected)
                    .withKey("Shortcut+D"),
            edits.action(
                            Section.EDIT,
                            Edit.ofPage("select-inverse", Marquees::invert)
                                    .when(SelectionActions::hasMarquee)
                                    .onPixels())
                    .withKey("Shortcut+Shift+I"),
            edits.action(
                    Section.EDIT,
                    Edit.of("select-alpha", (document, ids) -> Marquees.fromAlpha(document, ids.getLast()))
                            .when(subject -> subject.primary()
                                    .flatMap(id -> subject.document().layer(id))
                                    .isPresent())
                            .onPixels())
        };
    }

    private Document fill(Document document, List<LayerId> ids) {
        return MarqueePixels.fill(document, ids, colour.getAsInt());
    }

    private static boolean hasMarquee(Subject subject) {
        return subject.document().marquee().isPresent();
    }

    private static boolean isAnySelected(Subject subject) {
        return hasMarquee(subject) || !subject.ids().isEmpty();
    }

    /// The marquee, and what is selected where there is none.
    private void deselect() {
        if (hasMarquee(edits.subject())) {
            edits.perform(Edit.ofPage("deselect", Marquees::none));
        } else {
            edits.editor().select(List.of());
        }
    }

    /// The pixels inside the marquee, or the layers and boxes where there is none.
    private void delete() {
        boolean pixels = hasMarquee(edits.subject()) && edits.subject().hasLayers(PixelLayer.class::isInstance);
        edits.perform(
                pixels
                        ? Edit.of("delete-pixels", MarqueePixels::delete)
                                .minding(Guard.ALPHA)
                                .onPixels()
                        : deleting());
    }

    static Edit deleting() {
        return Edit.of("delete", SelectionActions::deleted).minding(Guard.WHOLE).selecting(SelectionActions::next);
    }

    /// What takes the place of the topmost deleted layer in the list.
    private static List<LayerId> next(Subject subject) {
        Set<LayerId> gone = Tree.family(subject.document(), subject.ids());
        List<LayerId> rows =
                Neighbours.shown(subject.document()).stream().map(Layer::id).toList();
        List<LayerId> left = rows.stream().filter(id -> !gone.contains(id)).toList();
        int above = (int) rows.stream().takeWhile(id -> !gone.contains(id)).count();
        if (left.isEmpty() || above == rows.size()) {
            return List.of();
        }
        return List.of(left.get(Math.min(above, left.size() - 1)));
    }

    private static Document deleted(Document document, List<LayerId> ids) {
        return Moves.delete(document, ids);
    }
}
