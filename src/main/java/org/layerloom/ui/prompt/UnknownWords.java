package org.layerloom.ui.prompt;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;
import org.layerloom.generate.UnknownNoun;
import org.layerloom.words.Words;

/// A quiet line under a prompt: which of its nouns the model was not taught, and near ones that take their place at a
/// click. It shows when the typing rests, and keeps nobody from generating.
final class UnknownWords extends FlowPane {
    private static final Words WORDS = Words.of(UnknownWords.class);
    private static final Duration REST = Duration.seconds(0.7);
    /// More are left out: the line is a hint.
    private static final int MOST = 3;

    private final PromptText text;
    private final PickedVocabulary vocabulary;
    private final PauseTransition rest = new PauseTransition(REST);

    UnknownWords(PromptText text, PickedVocabulary vocabulary) {
        super(6, 4);
        this.text = text;
        this.vocabulary = vocabulary;
        getStyleClass().add("unknown-words");
        setRowValignment(VPos.CENTER);
        setAlignment(Pos.CENTER_LEFT);
        rest.setOnFinished(event -> refresh());
        text.textProperty().addListener(o -> rest.playFromStart());
        vocabulary.taughtProperty().subscribe(taught -> refresh());
        refresh();
    }

    private void refresh() {
        PickedVocabulary.Taught taught = vocabulary.taughtProperty().get();
        getChildren().clear();
        taught.problem().ifPresent(sentence -> getChildren().add(line(sentence)));
        List<UnknownNoun> unknown = taught.unknown(text.getText());
        for (UnknownNoun noun : unknown.subList(0, Math.min(MOST, unknown.size()))) {
            add(noun);
        }
        boolean any = !getChildren().isEmpty();
        setVisible(any);
        setManaged(any);
    }

    private void add(UnknownNoun noun) {
        String key = (getChildren().isEmpty() ? "unknown" : "unknown.too")
                + (noun.near().isEmpty() ? "" : ".near");
        getChildren().add(line(WORDS.text(key, noun.text())));
        for (String thing : noun.near()) {
            Button chip = new Button(thing);
            chip.getStyleClass().setAll("button", "near-chip");
            String about = WORDS.text("unknown.replace", noun.text(), thing);
            chip.setAccessibleText(about);
            chip.setTooltip(new Tooltip(about));
            chip.setOnAction(event -> replace(noun, thing));
            getChildren().add(chip);
        }
    }

    /// The text may have changed since the line was made: the noun is looked for again.
    private void replace(UnknownNoun noun, String thing) {
        String now = text.getText();
        vocabulary.taughtProperty().get().unknown(now).stream()
                .filter(other -> other.text().equals(noun.text()))
                .findFirst()
                .ifPresent(other -> text.put(other.replacedIn(now, thing)));
        refresh();
    }

    private static Label line(String sentence) {
        Label line = new Label(sentence);
        line.getStyleClass().addAll("t-small", "subtle");
        return line;
    }
}
