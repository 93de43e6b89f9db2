package org.layerloom.ui.frame;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/// The areas of the window in the order in which F6 walks through them.
public final class Areas {
    private final List<Node> areas;

    public Areas(Node... areas) {
        this.areas = List.of(areas);
    }

    /// Gives the focus to the first control of the next area, or of the one before, that has any.
    public void walk(Node focused, boolean forward) {
        int at = indexOf(focused);
        for (int i = 1; i <= areas.size(); i++) {
            Node area = areas.get(Math.floorMod(at + (forward ? i : -i), areas.size()));
            Optional<Node> first = firstFocusable(area);
            if (first.isPresent()) {
                first.get().requestFocus();
                return;
            }
        }
    }

    private int indexOf(Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            int index = areas.indexOf(node);
            if (index >= 0) {
                return index;
            }
        }
        return 0;
    }

    private static Optional<Node> firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> firstFocusable(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
