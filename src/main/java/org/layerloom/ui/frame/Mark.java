package org.layerloom.ui.frame;

import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.layerloom.ui.Tags;

/// The program's mark: three layers, one over the other, 22 x 22 px.
public final class Mark extends Pane {
    private static final double SIDE = 22;
    private static final double ICON = 64;

    public Mark() {
        setMinSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
        getChildren().addAll(sheet(2, 8, "mark-low"), sheet(5, 5, "mark-middle"), sheet(8, 2, "mark-high"));
    }

    /// The mark as the icon of a window.
    public static Image icon() {
        Mark mark = new Mark();
        List<Color> colors = List.of(Tags.color(3), Tags.color(1), Tags.color(5));
        for (int i = 0; i < colors.size(); i++) {
            ((Rectangle) mark.getChildren().get(i)).setFill(colors.get(i));
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(new Scale(ICON / SIDE, ICON / SIDE));
        return mark.snapshot(parameters, new WritableImage((int) ICON, (int) ICON));
    }

    private static Rectangle sheet(double x, double y, String styleClass) {
        Rectangle sheet = new Rectangle(x, y, 12, 12);
        sheet.setArcWidth(5);
        sheet.setArcHeight(5);
        sheet.getStyleClass().add(styleClass);
        return sheet;
    }
}
