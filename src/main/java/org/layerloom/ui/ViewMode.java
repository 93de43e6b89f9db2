package org.layerloom.ui;

/// What the canvas shows of the page.
public enum ViewMode {
    /// The picture with the boxes over it.
    BOXES,
    /// The picture alone.
    PICTURE,
    /// How opaque the picture is, as grey: black is transparent.
    ALPHA
}
