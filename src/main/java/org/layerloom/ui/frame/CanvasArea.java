package org.layerloom.ui.frame;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.layerloom.ui.Editor;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.canvas.CanvasView;
import org.layerloom.ui.canvas.Ruler;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.prompt.PromptBar;
import org.layerloom.ui.tour.Tour;

/// The middle of the window: the canvas between its rulers, the prompt bar at its foot, first steps over it.
public final class CanvasArea extends BorderPane {
    /// Between the prompt bar and the status bar, px.
    private static final double PROMPT_GAP = 16;

    private static final double PROMPT_WIDTH = 880;
    private static final double PROMPT_SIDES = 24;

    public CanvasArea(
            Editor editor, ViewState view, CanvasView canvas, PromptBar prompt, Tour tour, Preferences preferences) {
        StackPane area = new StackPane(canvas, prompt, tour);
        area.setMinSize(0, 0);
        StackPane.setAlignment(prompt, Pos.BOTTOM_CENTER);
        StackPane.setMargin(prompt, new Insets(0, PROMPT_SIDES, PROMPT_GAP, PROMPT_SIDES));
        prompt.setMaxWidth(PROMPT_WIDTH);
        prompt.setMaxHeight(Region.USE_PREF_SIZE);
        canvas.footProperty().bind(prompt.heightProperty().add(PROMPT_GAP));
        StackPane.setAlignment(tour, Pos.BOTTOM_LEFT);
        StackPane.setMargin(tour, new Insets(0, 0, 2 * PROMPT_GAP, PROMPT_SIDES));
        tour.translateYProperty().bind(canvas.footProperty().negate());
        setCenter(area);
        Ruler top = new Ruler(editor, view, preferences, Orientation.HORIZONTAL);
        Ruler left = new Ruler(editor, view, preferences, Orientation.VERTICAL);
        addRulers(view, canvas, top, left);
    }

    private void addRulers(ViewState view, CanvasView canvas, Ruler top, Ruler left) {
        canvas.takeGuidesFrom(top, false);
        canvas.takeGuidesFrom(left, true);
        Region corner = new Region();
        corner.getStyleClass().add("ruler");
        corner.setPrefSize(Ruler.THICKNESS, Ruler.THICKNESS);
        corner.setMinSize(Ruler.THICKNESS, Ruler.THICKNESS);
        HBox.setHgrow(top, Priority.ALWAYS);
        HBox row = new HBox(corner, top);
        for (Node ruler : new Node[] {row, left}) {
            ruler.visibleProperty().bind(view.rulersVisibleProperty());
            ruler.managedProperty().bind(view.rulersVisibleProperty());
        }
        setTop(row);
        setLeft(left);
    }
}
