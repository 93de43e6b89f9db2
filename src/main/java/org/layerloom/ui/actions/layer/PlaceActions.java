package org.layerloom.ui.actions.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.layerloom.edit.Align;
import org.layerloom.edit.Distribute;
import org.layerloom.edit.Turn;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Section;

/// Actions on where boxes and layers lie: aligned, spread, flipped and turned.
public final class PlaceActions {
    private static final List<String> ALIGN_ICONS = List.of(
            "mdi2a-align-horizontal-left",
            "mdi2a-align-horizontal-center",
            "mdi2a-align-horizontal-right",
            "mdi2a-align-vertical-top",
            "mdi2a-align-vertical-center",
            "mdi2a-align-vertical-bottom");

    private final EditActions edits;

    PlaceActions(EditActions edits) {
        this.edits = edits;
    }

    /// The name of the action of a way to align.
    public static String name(Align align) {
        return "align-" + align.name().toLowerCase(Locale.ROOT);
    }

    /// The name of the action of a way to distribute.
    public static String name(Distribute distribute) {
        return "distribute-" + distribute.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<Action> all() {
        List<Action> all = new ArrayList<>();
        for (Align align : Align.values()) {
            Action action = align(align).withIcon(ALIGN_ICONS.get(align.ordinal()));
            all.add(align == Align.LEFT || align == Align.TOP ? action.afterRule() : action);
        }
        for (Distribute distribute : Distribute.values()) {
            Action action = distribute(distribute);
            all.add(distribute == Distribute.HORIZONTAL_CENTERS ? action.afterRule() : action);
        }
        all.add(turn("layer-flip-horizontal", Turn.FLIP_HORIZONTAL)
                .withIcon("mdi2f-flip-horizontal")
                .afterRule());
        all.add(turn("layer-flip-vertical", Turn.FLIP_VERTICAL).withIcon("mdi2f-flip-vertical"));
        all.add(turn("layer-clockwise", Turn.CLOCKWISE).withIcon("mdi2r-rotate-right"));
        all.add(turn("layer-counterclockwise", Turn.COUNTERCLOCKWISE).withIcon("mdi2r-rotate-left"));
        all.add(turn("layer-half-turn", Turn.HALF));
        return all;
    }

    private Action align(Align align) {
        Edit edit = Edit.of(name(align), align::apply)
                .when(subject -> !subject.ids().isEmpty())
                .minding(Guard.POSITION);
        return edits.action(Section.LAYER, edit).inMenu(EditActions.words().text("menu.align"));
    }

    private Action distribute(Distribute distribute) {
        Edit edit = Edit.of(name(distribute), distribute::apply)
                .when(subject -> Distribute.count(subject.document(), subject.ids()) >= Distribute.LEAST)
                .minding(Guard.POSITION);
        Action action =
                edits.action(Section.LAYER, edit).inMenu(EditActions.words().text("menu.align"));
        return switch (distribute) {
            case HORIZONTAL_CENTERS -> action.withIcon("mdi2d-distribute-horizontal-center");
            case VERTICAL_CENTERS -> action.withIcon("mdi2d-distribute-vertical-center");
            default -> action;
        };
    }

    private Action turn(String name, Turn turn) {
        Edit edit = Edit.of(name, turn::layers).minding(Guard.POSITION).onPixels();
        return edits.action(Section.LAYER, edit).inMenu(EditActions.words().text("menu.turn"));
    }
}
