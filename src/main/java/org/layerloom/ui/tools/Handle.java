package org.layerloom.ui.tools;

import java.util.Optional;
import org.layerloom.document.Rect;

/// The eight points that a selected box is stretched by.
///
/// @see Boxes#resize
public enum Handle {
    NW(-1, -1),
    N(0, -1),
    NE(1, -1),
    E(1, 0),
    SE(1, 1),
    S(0, 1),
    SW(-1, 1),
    W(-1, 0);

    /// Half the side of a handle's sensitive square, view px.
    private static final double REACH = 8;

    private final int horizontal;
    private final int vertical;

    Handle(int horizontal, int vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /// -1 on the left edge, 1 on the right one, 0 between.
    public int horizontal() {
        return horizontal;
    }

    /// -1 on the upper edge, 1 on the lower one, 0 between.
    public int vertical() {
        return vertical;
    }

    public double x(Rect box) {
        return box.x() + box.width() * (horizontal + 1) / 2.0;
    }

    public double y(Rect box) {
        return box.y() + box.height() * (vertical + 1) / 2.0;
    }

    /// The handle of `box` under the pointer. On a small box the corners win over the edges, and the inside stays
    /// free to be moved by.
    public static Optional<Handle> under(Rect box, Pointer at) {
        double reachX = Math.min(REACH * at.pixel(), Math.max(box.width() / 4.0, 3 * at.pixel()));
        double reachY = Math.min(REACH * at.pixel(), Math.max(box.height() / 4.0, 3 * at.pixel()));
        Optional<Handle> edge = Optional.empty();
        for (Handle handle : values()) {
            if (Math.abs(at.x() - handle.x(box)) <= reachX && Math.abs(at.y() - handle.y(box)) <= reachY) {
                if (handle.horizontal != 0 && handle.vertical != 0) {
                    return Optional.of(handle);
                }
                edge = Optional.of(handle);
            }
        }
        return edge;
    }
}
