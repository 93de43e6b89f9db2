package org.layerloom.ui.files;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.layerloom.words.Words;

/// The earlier versions of the project, each to be opened as a document of its own.
public final class VersionsSheet extends VBox {
    public static final double WIDTH = 640;

    private static final Words WORDS = Words.of(VersionsSheet.class);
    private static final double GAP = 12;

    /// @param close takes the sheet away
    public VersionsSheet(List<EarlierVersion> found, DocumentFiles files, Runnable close) {
        super(GAP);
        setId("versions");
        getStyleClass().add("sheet-body");
        Label about = new Label(WORDS.text(found.isEmpty() ? "versions.none" : "versions.about"));
        about.getStyleClass().addAll("t-small", "muted");
        about.setWrapText(true);
        getChildren().add(about);
        for (EarlierVersion earlier : found) {
            Button open = new Button(WORDS.text("versions.open"));
            open.setOnAction(event -> {
                close.run();
                files.open(earlier);
            });
            String saved =
                    WORDS.text("versions.time", WorkRow.when(earlier.version().time()));
            getChildren().add(new WorkRow(files.titleProperty().get(), saved, earlier.picture(), open));
        }
    }

    public static String title() {
        return WORDS.text("versions.title");
    }
}
