package org.layerloom.ui.prompt;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.layerloom.ui.NumberField;
import org.layerloom.words.Words;

/// Asks for the style that layers are to have, and how far they may change for it.
final class RestyleSheet extends VBox {
    static final double WIDTH = 420;

    private static final Words WORDS = Words.of(RestyleSheet.class);
    private static final int PERCENT = 100;
    private static final int LEAST = 10;

    /// @param styles to choose from; others can be typed
    /// @param about what is restyled
    /// @param onChosen is told once, never with a blank style
    RestyleSheet(List<String> styles, String about, Consumer<Remake> onChosen) {
        super(16);
        setId("restyle-sheet");
        getStyleClass().add("sheet-body");
        Label note = new Label(about);
        note.getStyleClass().addAll("t-small", "muted");
        note.setWrapText(true);
        ComboBox<String> style = new ComboBox<>();
        style.setId("restyle-style");
        style.setEditable(true);
        style.getItems().setAll(styles);
        style.setPromptText(WORDS.text("restyle.style"));
        style.setAccessibleText(WORDS.text("restyle.style"));
        style.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(style, Priority.ALWAYS);
        int[] percent = {(int) Math.round(Remake.USUAL_STRENGTH * PERCENT)};
        NumberField strength =
                new NumberField(WORDS.text("strength"), WORDS.text("strength.about"), "%", LEAST, PERCENT);
        strength.setId("restyle-strength");
        strength.setPrefWidth(136);
        strength.setOnCommit(value -> percent[0] = value);
        strength.show(percent[0]);
        Button go = new Button(WORDS.text("restyle.go"));
        go.setId("restyle-go");
        go.getStyleClass().setAll("btn", "primary");
        go.disableProperty().bind(style.getEditor().textProperty().map(String::isBlank));
        go.setOnAction(event -> onChosen.accept(new Remake(
                (double) percent[0] / PERCENT, style.getEditor().getText().strip())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox last = new HBox(8, gap, go);
        last.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(note, new HBox(8, style, strength), last);
        style.getEditor().setOnAction(event -> go.fire());
    }
}
