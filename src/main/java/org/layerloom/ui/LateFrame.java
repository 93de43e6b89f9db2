package org.layerloom.ui;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// Puts the editor into the window behind the start screen once that is seen: to style the editor takes longer than all
/// the rest of a start. Where a document is shown at once it is there at once.
final class LateFrame {
    private final StackPane root;
    private final Node frame;
    private final Node start;

    /// @param root all that the window shows, the start screen among it
    LateFrame(StackPane root, Node frame, Node start) {
        this.root = root;
        this.frame = frame;
        this.start = start;
        frame.visibleProperty().bind(start.visibleProperty().not());
        start.visibleProperty().addListener((o, before, shown) -> {
            if (!shown) {
                put();
            }
        });
    }

    /// To be called right before the window is shown.
    void begin() {
        if (start.isVisible()) {
            FirstFrames.seen(this::put);
        } else {
            put();
        }
    }

    private void put() {
        if (!root.getChildren().contains(frame)) {
            root.getChildren().addFirst(frame);
        }
    }
}
