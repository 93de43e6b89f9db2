package org.layerloom.ui.prompt;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// A small sheet above the control that opens it. A click elsewhere or Esc closes it.
final class Flyout {
    private static final double GAP = 6;
    private static final double PADDING = 12;

    private final Popup popup = new Popup();
    private final VBox sheet = new VBox(8);

    Flyout() {
        sheet.getStyleClass().addAll("loom-sheet", "loom-flyout");
        sheet.setPadding(new Insets(PADDING));
        // The sheet takes the focus itself, so that no field is half in use when it opens.
        sheet.setFocusTraversable(true);
        popup.getContent().add(sheet);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    void setContent(Node... nodes) {
        sheet.getChildren().setAll(nodes);
    }

    /// Opens above `owner`, or closes.
    void toggle(Node owner) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        popup.show(owner.getScene().getWindow());
        sheet.requestFocus();
        Bounds bounds = owner.localToScreen(owner.getBoundsInLocal());
        Bounds inside = sheet.localToScreen(sheet.getLayoutBounds());
        popup.setX(popup.getX() + bounds.getMinX() - inside.getMinX());
        popup.setY(popup.getY() + bounds.getMinY() - GAP - inside.getMaxY());
    }
}
