package org.layerloom.ui.tools;

/// Where the pointer is, and what is held with it.
///
/// @param x in document px
/// @param y in document px
/// @param pixel document px that one px of the view is wide: how far "near" reaches
/// @param shift whether Shift is held: keeps proportions, or one direction
/// @param alt whether Alt is held: from the centre
public record Pointer(double x, double y, double pixel, boolean shift, boolean alt) {
    /// The document pixel under the pointer.
    int column() {
        return (int) Math.floor(x);
    }

    int row() {
        return (int) Math.floor(y);
    }

    /// Whether the pointer has left `start` by more than a shaky click does.
    public boolean hasDraggedFrom(Pointer start) {
        return Math.max(Math.abs(x - start.x), Math.abs(y - start.y)) >= 3 * start.pixel;
    }
}
