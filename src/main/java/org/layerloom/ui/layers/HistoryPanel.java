package org.layerloom.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.document.Document;
import org.layerloom.document.History;
import org.layerloom.ui.Editor;
import org.layerloom.ui.EmptyNote;
import org.layerloom.words.Words;

/// The tab History of the right panel: every step, newest first; a click goes back or forth to it.
public final class HistoryPanel extends VBox {
    /// One step as it is shown.
    ///
    /// @param before what it was made from; empty for the document as it was opened
    private record Step(
            int index,
            String label,
            Optional<Document> before,
            Document after,
            boolean now,
            boolean undone,
            boolean saved) {}

    private static final Words WORDS = Words.of(HistoryPanel.class);

    private final Editor editor;
    private final ListView<Step> steps = new ListView<>();
    private final Label count = new Label();
    private final EmptyNote empty = new EmptyNote(WORDS.text("history.empty"), WORDS.text("history.hint"));

    public HistoryPanel(Editor editor) {
        this.editor = editor;
        steps.getStyleClass().addAll("layers", "hist");
        steps.setAccessibleText(WORDS.text("history.steps"));
        steps.setCellFactory(view -> new StepCell());
        steps.setOnKeyPressed(event -> {
            Step step = steps.getSelectionModel().getSelectedItem();
            if (step != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                editor.goTo(step.index());
                event.consume();
            }
        });
        count.getStyleClass().addAll("t-small", "muted");
        HBox foot = new HBox(count);
        foot.getStyleClass().add("panel-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(this, Priority.ALWAYS);
        VBox.setVgrow(steps, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        getChildren().addAll(steps, empty, foot);
        editor.revisionProperty().addListener(o -> refresh());
        refresh();
    }

    private void refresh() {
        History history = editor.history();
        List<History.Entry> entries = history.entries();
        List<Step> next = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            next.add(new Step(
                    i,
                    entries.get(i).label(),
                    i == 0 ? Optional.empty() : Optional.of(entries.get(i - 1).document()),
                    entries.get(i).document(),
                    i == history.position(),
                    i > history.position(),
                    history.isClean(i)));
        }
        steps.getItems().clear();
        steps.getItems().addAll(next);
        steps.getSelectionModel().select(entries.size() - 1 - history.position());
        boolean any = entries.size() > 1;
        steps.setVisible(any);
        steps.setManaged(any);
        empty.setVisible(!any);
        empty.setManaged(!any);
        int changes = entries.size() - 1;
        count.setText(changes == 1 ? WORDS.text("history.one") : WORDS.text("history.count", changes));
    }

    /// A step: what it did, dimmed where it is undone, marked where the file holds it.
    private final class StepCell extends ListCell<Step> {
        private final FontIcon icon = new FontIcon();
        private final Label label = new Label();
        private final Label saved = new Label(WORDS.text("history.saved"));
        private final HBox row = new HBox();

        StepCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            label.setMinWidth(0);
            saved.setMinWidth(Region.USE_PREF_SIZE);
            saved.getStyleClass().addAll("t-caption", "subtle");
            row.getChildren().addAll(icon, label, space, saved);
            row.getStyleClass().add("hrow");
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    editor.goTo(getItem().index());
                }
            });
        }

        @Override
        protected void updateItem(Step step, boolean none) {
            super.updateItem(step, none);
            if (none) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            icon.setIconLiteral(StepIcons.of(step.before(), step.after()));
            label.setText(step.label());
            saved.setVisible(step.saved());
            row.getStyleClass().removeAll("now", "undone");
            if (step.now()) {
                row.getStyleClass().add("now");
            } else if (step.undone()) {
                row.getStyleClass().add("undone");
            }
            setAccessibleText(step.label() + state(step) + (step.saved() ? ", " + WORDS.text("history.saved") : ""));
            setGraphic(row);
        }

        private static String state(Step step) {
            if (step.now()) {
                return ", " + WORDS.text("history.now");
            }
            return step.undone() ? ", " + WORDS.text("history.undone") : "";
        }

        @Override
        protected double computePrefHeight(double width) {
            return LayerList.ROW;
        }
    }
}
