package org.layerloom.ui.canvas;

import javafx.beans.property.ReadOnlyStringProperty;
import org.layerloom.ui.tools.DirectTool;

/// A tool that shapes a frame over the page; the document changes when the frame is applied.
interface Framer extends DirectTool {
    /// Whether there is a frame to shape.
    boolean isActive();

    /// What is told of the frame while it is dragged; else empty.
    ReadOnlyStringProperty readoutProperty();

    void nudge(int dx, int dy);

    void apply();

    /// Takes the frame away; the document stays as it was.
    void abandon();
}
