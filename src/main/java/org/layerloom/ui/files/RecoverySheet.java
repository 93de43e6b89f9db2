package org.layerloom.ui.files;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.layerloom.words.Words;

/// Work of windows that ended without saving, each to be opened or thrown away.
public final class RecoverySheet extends VBox {
    public static final double WIDTH = 640;

    private static final Words WORDS = Words.of(RecoverySheet.class);
    private static final double GAP = 12;

    private final DocumentFiles files;
    private final Runnable close;

    /// @param close takes the sheet away
    public RecoverySheet(List<Abandoned> found, DocumentFiles files, Runnable close) {
        super(GAP);
        this.files = files;
        this.close = close;
        setId("recovery");
        getStyleClass().add("sheet-body");
        Label about = new Label(WORDS.text("recovery.about"));
        about.getStyleClass().addAll("t-small", "muted");
        about.setWrapText(true);
        getChildren().add(about);
        found.forEach(work -> getChildren().add(row(work)));
    }

    public static String title() {
        return WORDS.text("recovery.title");
    }

    private Node row(Abandoned work) {
        Button recover = new Button(WORDS.text("recovery.recover"));
        recover.getStyleClass().add("accent");
        recover.setOnAction(event -> {
            close.run();
            files.recover(work);
        });
        Button discard = new Button(WORDS.text("recovery.discard"));
        String kept = WORDS.text("recovery.time", WorkRow.when(work.about().time()));
        WorkRow row = new WorkRow(work.title(), kept, work.picture(), discard, recover);
        discard.setOnAction(event -> {
            files.discard(work);
            getChildren().remove(row);
            if (getChildren().size() == 1) {
                close.run();
            }
        });
        return row;
    }
}
