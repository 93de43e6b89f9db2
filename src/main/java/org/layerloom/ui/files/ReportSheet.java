package org.layerloom.ui.files;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.words.Words;

/// What a file could not keep, as a list that can be copied.
public final class ReportSheet extends VBox {
    public static final double WIDTH = 560;

    private static final Words WORDS = Words.of(ReportSheet.class);
    private static final double MOST_HEIGHT = 360;
    /// Names of layers told in one line.
    private static final int MOST_NAMES = 12;

    public ReportSheet(Report report) {
        super(16);
        setId("report");
        getStyleClass().add("sheet-body");
        VBox lines = new VBox(12);
        report.lines().forEach(line -> lines.getChildren().add(line(line)));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMaxHeight(MOST_HEIGHT);
        Button copy = new Button(WORDS.text("report.copy"), new FontIcon("mdi2c-content-copy"));
        copy.setId("report-copy");
        copy.getStyleClass().setAll("button", "btn");
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(String.join("\n", report.sentences()));
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox foot = new HBox(copy);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(scroll, foot);
    }

    private static Node line(Report.Line line) {
        Label sentence = new Label(line.sentence());
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        VBox box = new VBox(2, sentence);
        if (!line.others().isEmpty()) {
            String names =
                    String.join(", ", line.others().stream().limit(MOST_NAMES).toList());
            int more = line.others().size() - MOST_NAMES;
            Label others = new Label(
                    more > 0 ? WORDS.text("report.also.more", names, more) : WORDS.text("report.also", names));
            others.getStyleClass().addAll("t-small", "muted");
            others.setWrapText(true);
            others.setMinHeight(USE_PREF_SIZE);
            box.getChildren().add(others);
        }
        return box;
    }
}
