package org.layerloom.ui.frame;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// The program's mark: three layers, one over the other, 22 x 22 px.
final class Mark extends Pane {
    private static final double SIDE = 22;

    Mark() {
        setMinSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
        getChildren().addAll(sheet(2, 8, "mark-low"), sheet(5, 5, "mark-middle"), sheet(8, 2, "mark-high"));
    }

    private static Rectangle sheet(double x, double y, String styleClass) {
        Rectangle sheet = new Rectangle(x, y, 12, 12);
        sheet.setArcWidth(5);
        sheet.setArcHeight(5);
        sheet.getStyleClass().add(styleClass);
        return sheet;
    }
}
