package org.layerloom.ui.prompt;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.layerloom.words.Words;

/// The prompts that were used, the last one first, found by their words; one that is clicked is used again.
final class PromptHistory extends VBox {
    private static final Words WORDS = Words.of(PromptHistory.class);
    private static final double WIDTH = 420;
    private static final double ROW = 32;
    private static final int MOST_ROWS = 8;

    private final GenerationSettings settings;
    private final TextField search = new TextField();
    private final ListView<String> prompts = new ListView<>();

    /// @param onChosen takes the prompt
    PromptHistory(GenerationSettings settings, Consumer<String> onChosen) {
        super(8);
        this.settings = settings;
        setId("prompt-history");
        setPrefWidth(WIDTH);
        search.getStyleClass().add("loom-text");
        search.setPromptText(WORDS.text("history.search"));
        search.setAccessibleText(WORDS.text("history.search"));
        search.textProperty().addListener(o -> refresh());
        search.setOnAction(event -> choose(onChosen));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                prompts.requestFocus();
                event.consume();
            }
        });
        prompts.getStyleClass().add("loom-prompts");
        prompts.setAccessibleText(WORDS.text("history"));
        prompts.setFixedCellSize(ROW);
        prompts.setCellFactory(view -> new PromptCell());
        prompts.setOnMouseClicked(event -> choose(onChosen));
        prompts.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(onChosen);
                event.consume();
            }
        });
        Label empty = new Label(WORDS.text("history.empty"));
        empty.getStyleClass().addAll("t-small", "muted");
        prompts.setPlaceholder(empty);
        getChildren().addAll(search, prompts);
        refresh();
    }

    private void choose(Consumer<String> onChosen) {
        String prompt = prompts.getSelectionModel().getSelectedItem();
        if (prompt != null) {
            onChosen.accept(prompt);
        }
    }

    private void refresh() {
        prompts.getItems().setAll(settings.memoryProperty().get().search(search.getText()));
        prompts.getSelectionModel().selectFirst();
        int rows = Math.clamp(prompts.getItems().size(), 2, MOST_ROWS);
        prompts.setPrefHeight(rows * ROW + 10);
    }

    /// One line of the prompt; the rest is cut.
    private static final class PromptCell extends ListCell<String> {
        PromptCell() {
            setPrefWidth(0);
            getStyleClass().add("loom-prompt-row");
        }

        @Override
        protected void updateItem(String prompt, boolean empty) {
            super.updateItem(prompt, empty);
            setText(empty ? null : prompt.replace('\n', ' '));
        }
    }
}
