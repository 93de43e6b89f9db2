package org.layerloom.ui.frame;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.layerloom.ui.Toasts;

/// Where notices lie: over the canvas, above what stands at its foot; over the start screen at the lower right.
public final class NoticePlace {
    /// To the edges, px.
    private static final double GAP = 16;

    private NoticePlace() {}

    /// Places the notices in the window, whose whole area they share with `start`.
    ///
    /// @param panel at the right of the canvas
    /// @param status below both
    /// @param foot height of what covers the canvas from below, px
    public static void keep(Toasts toasts, Region panel, Region status, ObservableDoubleValue foot, Node start) {
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(toasts, new Insets(0, GAP, GAP, 0));
        toasts.setMaxHeight(Region.USE_PREF_SIZE);
        BooleanBinding beside =
                panel.visibleProperty().and(start.visibleProperty().not());
        toasts.translateXProperty()
                .bind(Bindings.when(beside).then(panel.widthProperty().negate()).otherwise(0));
        toasts.translateYProperty()
                .bind(Bindings.when(start.visibleProperty())
                        .then(status.heightProperty().negate())
                        .otherwise(status.heightProperty().add(foot).negate()));
    }
}
