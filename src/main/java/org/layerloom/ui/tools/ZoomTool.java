package org.layerloom.ui.tools;

/// Comes nearer by a click, goes back by an Alt-click, and does either by a drag to the right or to the left; what
/// is under the press stays under it.
public final class ZoomTool implements ViewTool {
    /// View px of drag for which the zoom grows by e.
    private static final double DRAG = 200;

    @Override
    public Viewport drag(Viewport start, double fromX, double fromY, double toX, double toY) {
        return start.zoomedTo(start.scale() * Math.exp((toX - fromX) / DRAG), fromX, fromY);
    }

    @Override
    public Viewport click(Viewport start, double x, double y, boolean alt) {
        return start.zoomedTo(alt ? start.previousScale() : start.nextScale(), x, y);
    }
}
