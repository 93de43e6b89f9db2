package org.layerloom.ui.tools;

import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.edit.Moves;

/// Where a box or a layer can be put against the page.
public enum Align {
    LEFT("left", "mdi2a-align-horizontal-left"),
    CENTER("center", "mdi2a-align-horizontal-center"),
    RIGHT("right", "mdi2a-align-horizontal-right"),
    TOP("top", "mdi2a-align-vertical-top"),
    MIDDLE("middle", "mdi2a-align-vertical-center"),
    BOTTOM("bottom", "mdi2a-align-vertical-bottom");

    private final String where;
    private final String icon;

    Align(String where, String icon) {
        this.where = where;
        this.icon = icon;
    }

    public String label() {
        return "Align " + where;
    }

    public String icon() {
        return icon;
    }

    /// Moves box and layer of `id` there.
    public Document apply(Document document, LayerId id) {
        Rect place = Moves.place(document, id);
        Rect page = document.canvas();
        return switch (this) {
            case LEFT -> Moves.by(document, id, -place.x(), 0);
            case CENTER -> Moves.by(document, id, (page.width() - place.width()) / 2 - place.x(), 0);
            case RIGHT -> Moves.by(document, id, page.width() - place.right(), 0);
            case TOP -> Moves.by(document, id, 0, -place.y());
            case MIDDLE -> Moves.by(document, id, 0, (page.height() - place.height()) / 2 - place.y());
            case BOTTOM -> Moves.by(document, id, 0, page.height() - place.bottom());
        };
    }
}
