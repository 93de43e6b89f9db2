package org.layerloom.ui.tools;

/// Where the pointer is, and what is held with it.
///
/// @param x in document px
/// @param y in document px
/// @param pixel document px that one px of the view is wide: how far "near" reaches
/// @param shift whether Shift is held: keeps proportions, or one direction; at the press, adds
/// @param alt whether Alt is held: from the centre; at the press, a copy, or takes away
/// @param ctrl whether Ctrl (on a Mac, Cmd) is held: at the press, adds; later, nothing snaps
public record Pointer(double x, double y, double pixel, boolean shift, boolean alt, boolean ctrl) {
    /// With nothing held.
    public static Pointer at(double x, double y, double pixel) {
        return new Pointer(x, y, pixel, false, false, false);
    }

    /// The document pixel under the pointer.
    public int column() {
        return (int) Math.floor(x);
    }

    public int row() {
        return (int) Math.floor(y);
    }

    /// Whether the pointer has left `start` by more than a shaky click does.
    public boolean hasDraggedFrom(Pointer start) {
        return Math.max(Math.abs(x - start.x), Math.abs(y - start.y)) >= 3 * start.pixel;
    }
}
