package org.layerloom.edit.paint;

import org.layerloom.document.Rect;

/// One print of the tip, at its centre in document px.
record Dab(double x, double y) {
    /// The pixels that a tip of radius `outer` reaches.
    Rect bounds(double outer) {
        int left = (int) Math.floor(x - outer);
        int top = (int) Math.floor(y - outer);
        return new Rect(left, top, (int) Math.ceil(x + outer) - left, (int) Math.ceil(y + outer) - top);
    }
}
