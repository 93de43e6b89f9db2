package org.layerloom.ui.about;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.words.Words;

/// The report as it will be copied, to be read before, and the choice of what it tells.
final class ProblemReportSheet extends VBox {
    static final double WIDTH = 680;

    private static final Words WORDS = Words.of(ProblemReportSheet.class);
    private static final int ROWS = 18;

    ProblemReportSheet(ProblemReport report) {
        super(12);
        setId("problem-report");
        getStyleClass().add("sheet-body");
        Label about = new Label(WORDS.text("report.about"));
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        TextArea text = new TextArea();
        text.setId("problem-report-text");
        text.setAccessibleText(WORDS.text("report.title"));
        text.setEditable(false);
        text.setPrefRowCount(ROWS);
        VBox.setVgrow(text, Priority.ALWAYS);
        CheckBox messages = new CheckBox(WORDS.text("report.messages"));
        messages.setId("problem-report-messages");
        messages.selectedProperty().subscribe(all -> text.setText(report.text(all)));
        Button copy = new Button(WORDS.text("report.copy"), new FontIcon("mdi2c-content-copy"));
        copy.setId("problem-report-copy");
        copy.getStyleClass().setAll("button", "btn", "primary");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.getText());
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(WORDS.text("report.copied"));
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(12, messages, gap, copy);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(about, text, foot);
    }
}
