package org.layerloom.ui.modes;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A list of a few things to choose one of, with a sentence about each. The arrow keys go from one to the next, Enter
/// chooses.
final class ChoiceList extends ScrollPane {
    private static final double WIDTH = 420;
    private static final double MOST_HEIGHT = 560;

    private final VBox rows = new VBox(2);

    ChoiceList(String name) {
        getStyleClass().add("sheet-scroll");
        setContent(rows);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setPrefWidth(WIDTH);
        setMaxHeight(MOST_HEIGHT);
        setAccessibleText(name);
        setFocusTraversable(false);
        rows.heightProperty().addListener((o, before, height) -> setPrefViewportHeight(height.doubleValue()));
        rows.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// A heading over the rows that follow.
    void addHeading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().addAll("flabel", "choice-heading");
        rows.getChildren().add(heading);
    }

    void add(ChoiceRow row) {
        rows.getChildren().add(row);
        row.focusWithinProperty().addListener((o, before, within) -> {
            if (within) {
                bringIntoView(row);
            }
        });
    }

    /// Scrolls as little as shows the whole row.
    private void bringIntoView(ChoiceRow row) {
        double shown = getViewportBounds().getHeight();
        double hidden = rows.getHeight() - shown;
        if (hidden > 0) {
            double top = getVvalue() * hidden;
            double wanted = Math.clamp(
                    top,
                    row.getBoundsInParent().getMaxY() - shown,
                    row.getBoundsInParent().getMinY());
            setVvalue(wanted / hidden);
        }
    }

    /// Puts the focus on the chosen row, once the list is shown.
    void focusChosen() {
        Platform.runLater(() -> rows.getChildren().stream()
                .filter(ChoiceRow.class::isInstance)
                .map(ChoiceRow.class::cast)
                .filter(ChoiceRow::isChosen)
                .findFirst()
                .ifPresent(ChoiceRow::focus));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> step(event, 1);
            case UP -> step(event, -1);
            default -> {}
        }
    }

    /// The next row in a direction that can be chosen gets the focus.
    private void step(KeyEvent event, int direction) {
        int at = 0;
        while (at < rows.getChildren().size() && !isFocused(rows.getChildren().get(at))) {
            at++;
        }
        for (int i = at + direction; i >= 0 && i < rows.getChildren().size(); i += direction) {
            if (rows.getChildren().get(i) instanceof ChoiceRow row && row.canBeChosen()) {
                row.focus();
                break;
            }
        }
        event.consume();
    }

    private static boolean isFocused(Node node) {
        return node.isFocusWithin();
    }
}
