package org.layerloom.ui.tools;

import java.util.Optional;
import org.layerloom.document.LayerId;

/// What a press at a place would do, told by the shape of the pointer.
///
/// @param over the box or layer under the pointer
public record Cue(Shape shape, Optional<LayerId> over) {
    /// Shapes of the pointer.
    public enum Shape {
        ARROW,
        DRAW,
        MOVE,
        STRETCH_NW,
        STRETCH_N,
        STRETCH_NE,
        STRETCH_E,
        STRETCH_SE,
        STRETCH_S,
        STRETCH_SW,
        STRETCH_W,
        TURN,
        TEXT,
        /// On something that can be taken hold of.
        POINT,
        /// What shows the place is drawn on the canvas.
        NONE
    }

    /// The arrow along which a handle is pulled.
    public static Shape stretch(Handle handle) {
        return Shape.valueOf("STRETCH_" + handle.name());
    }
}
