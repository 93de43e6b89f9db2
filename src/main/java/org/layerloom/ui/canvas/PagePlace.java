package org.layerloom.ui.canvas;

/// Where the page lies on the view.
///
/// @param x left edge of the page on the view
/// @param y its top edge
/// @param scale px of the view to a px of the page
/// @param device px of the screen to a px of the view
record PagePlace(double x, double y, double scale, double device) {
    /// Where a column of the page begins on the view: on a whole px of the screen, so that neither neighbouring tiles
    /// nor the page's edges are drawn in half.
    double across(int column) {
        return Math.round((x + column * scale) * device) / device;
    }

    /// Where a row of the page begins on the view.
    double down(int row) {
        return Math.round((y + row * scale) * device) / device;
    }
}
