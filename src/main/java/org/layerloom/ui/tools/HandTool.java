package org.layerloom.ui.tools;

/// Pulls the page along.
public final class HandTool implements ViewTool {
    @Override
    public Viewport drag(Viewport start, double fromX, double fromY, double toX, double toY) {
        return start.panned(toX - fromX, toY - fromY);
    }

    @Override
    public Viewport click(Viewport start, double x, double y, boolean alt) {
        return start;
    }
}
