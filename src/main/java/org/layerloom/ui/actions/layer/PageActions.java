package org.layerloom.ui.actions.layer;

import org.layerloom.edit.Pages;
import org.layerloom.edit.Turn;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Section;

/// Actions on the page: cut, flipped and turned with all that is on it.
final class PageActions {
    private final EditActions edits;

    PageActions(EditActions edits) {
        this.edits = edits;
    }

    Action[] all() {
        return new Action[] {
            page(Edit.ofPage("page-crop", Pages::cropToMarquee)
                            .when(subject -> subject.document().marquee().isPresent()))
                    .withIcon("mdi2c-crop")
                    .afterRule(),
            page(Edit.ofPage("page-trim", Pages::trim)
                    .when(subject -> !subject.document().layers().isEmpty())
                    .onPixels()),
            page(Edit.ofPage("page-flip-horizontal", Turn.FLIP_HORIZONTAL::page).onPixels())
                    .afterRule(),
            page(Edit.ofPage("page-flip-vertical", Turn.FLIP_VERTICAL::page).onPixels()),
            page(Edit.ofPage("page-clockwise", Turn.CLOCKWISE::page).onPixels()),
            page(Edit.ofPage("page-counterclockwise", Turn.COUNTERCLOCKWISE::page)
                    .onPixels()),
            page(Edit.ofPage("page-half-turn", Turn.HALF::page).onPixels())
        };
    }

    private Action page(Edit edit) {
        return edits.action(Section.EDIT, edit).inMenu(EditActions.words().text("menu.page"));
    }
}
