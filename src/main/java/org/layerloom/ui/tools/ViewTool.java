package org.layerloom.ui.tools;

/// A tool that changes the view, not the document. Places are px of the view.
public interface ViewTool {
    /// The view while the button is held: `start` is the view at the press.
    Viewport drag(Viewport start, double fromX, double fromY, double toX, double toY);

    /// The view after a click without a drag.
    Viewport click(Viewport start, double x, double y, boolean alt);
}
