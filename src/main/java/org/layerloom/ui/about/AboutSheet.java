package org.layerloom.ui.about;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.layerloom.ui.frame.Mark;
import org.layerloom.words.Words;

/// Which program this is, and on what it runs.
final class AboutSheet extends VBox {
    static final double WIDTH = 440;

    private static final Words WORDS = Words.of(AboutSheet.class);

    /// @param licences shows what the program is made of
    /// @param report shows the report for a problem
    AboutSheet(Map<String, String> facts, Runnable licences, Runnable report) {
        super(12);
        setId("about");
        getStyleClass().add("sheet-body");
        Label name = new Label(WORDS.text("about.version", facts.get("Layerloom")));
        name.setId("about-version");
        name.getStyleClass().add("t-title");
        HBox head = new HBox(10, new Mark(), name);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox foot = new HBox(8, button("licences", licences), button("report", report));
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        head,
                        line(WORDS.text("about.what"), ""),
                        line(WORDS.text("about.licence"), ""),
                        line(
                                WORDS.text("about.runs", facts.get("system"), facts.get("Java"), facts.get("JavaFX")),
                                "muted"),
                        foot);
    }

    private static Button button(String action, Runnable work) {
        Button button = new Button(WORDS.text("action." + action));
        button.setId("about-" + action);
        button.getStyleClass().setAll("button", "btn");
        button.setOnAction(event -> work.run());
        return button;
    }

    private static Label line(String text, String style) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        if (!style.isEmpty()) {
            line.getStyleClass().addAll("t-small", style);
        }
        return line;
    }
}
