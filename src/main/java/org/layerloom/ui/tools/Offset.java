package org.layerloom.ui.tools;

/// How far a drag has gone, in whole document px.
record Offset(int dx, int dy) {
    /// With Shift held only the longer direction counts.
    static Offset between(Pointer start, Pointer to) {
        int dx = (int) Math.round(to.x() - start.x());
        int dy = (int) Math.round(to.y() - start.y());
        if (!to.shift()) {
            return new Offset(dx, dy);
        }
        return Math.abs(dx) >= Math.abs(dy) ? new Offset(dx, 0) : new Offset(0, dy);
    }
}
