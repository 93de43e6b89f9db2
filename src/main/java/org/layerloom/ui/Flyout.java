package org.layerloom.ui;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// A small sheet beside the control that opens it. A click elsewhere or Esc closes it.
public final class Flyout {
    private static final double GAP = 6;
    private static final double PADDING = 12;

    private final Popup popup = new Popup();
    private final VBox sheet = new VBox(8);

    /// Puts the sheet beside its owner again: what it holds may grow.
    private Runnable place = () -> {};

    public Flyout() {
        sheet.getStyleClass().addAll("loom-sheet", "loom-flyout");
        sheet.setPadding(new Insets(PADDING));
        // The sheet takes the focus itself, so that no field is half in use when it opens.
        sheet.setFocusTraversable(true);
        popup.getContent().add(sheet);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        sheet.layoutBoundsProperty().addListener(o -> Platform.runLater(this::placeAgain));
    }

    public void setContent(Node... nodes) {
        sheet.getChildren().setAll(nodes);
    }

    public boolean isOpen() {
        return popup.isShowing();
    }

    /// Opens above `owner`, or closes.
    public void toggle(Node owner) {
        toggle(owner, Side.TOP);
    }

    /// Opens at a side of `owner`, or closes.
    public void toggle(Node owner, Side side) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        place = () -> place(owner, side);
        popup.show(owner.getScene().getWindow());
        sheet.requestFocus();
        place.run();
    }

    /// Once the window is as large as its sheet.
    private void placeAgain() {
        if (popup.isShowing()) {
            place.run();
        }
    }

    private void place(Node owner, Side side) {
        Bounds bounds = owner.localToScreen(owner.getBoundsInLocal());
        Bounds inside = sheet.localToScreen(sheet.getLayoutBounds());
        double x = switch (side) {
            case LEFT -> bounds.getMinX() - GAP - inside.getMaxX();
            case RIGHT -> bounds.getMaxX() + GAP - inside.getMinX();
            case TOP, BOTTOM -> bounds.getMinX() - inside.getMinX();
        };
        double y = switch (side) {
            case LEFT, RIGHT -> bounds.getMinY() - inside.getMinY();
            case TOP -> bounds.getMinY() - GAP - inside.getMaxY();
            case BOTTOM -> bounds.getMaxY() + GAP - inside.getMinY();
        };
        popup.setX(popup.getX() + x);
        popup.setY(popup.getY() + y);
    }

    public boolean isShowing() {
        return popup.isShowing();
    }

    public void hide() {
        popup.hide();
    }

    /// What is called when it closes, however it is closed.
    public void setOnHidden(Runnable work) {
        popup.setOnHidden(event -> work.run());
    }
}
