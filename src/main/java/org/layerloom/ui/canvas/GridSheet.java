package org.layerloom.ui.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.layerloom.ui.NumberField;
import org.layerloom.ui.ViewState;
import org.layerloom.words.Words;

/// Asks how far the grid's lines are from each other. The grid is shown, so that it is seen.
public final class GridSheet extends VBox {
    public static final double WIDTH = 320;
    private static final int WIDEST = 2_000;

    /// @param close takes the sheet away
    public GridSheet(ViewState view, Runnable close) {
        super(16);
        setId("grid-sheet");
        getStyleClass().add("sheet-body");
        Words words = Words.of(GridSheet.class);
        view.gridVisibleProperty().set(true);
        NumberField step = new NumberField("", words.text("grid.step"), "px", 1, WIDEST);
        step.setId("grid-step-field");
        step.setPrefWidth(104);
        step.setOnPreview(view.gridStepProperty()::set);
        step.setOnCommit(view.gridStepProperty()::set);
        step.show(view.gridStepProperty().get());
        Button done = new Button(words.text("done"));
        done.getStyleClass().setAll("btn", "primary");
        done.setOnAction(event -> close.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, step, gap, done);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(row);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                // A field takes what was typed when it loses the focus.
                done.requestFocus();
                done.fire();
                event.consume();
            }
        });
    }
}
