package org.layerloom.ui.files;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.layerloom.ui.FxPictures;
import org.layerloom.words.Words;

/// Work of windows that ended without saving, each to be opened or thrown away.
public final class RecoverySheet extends VBox {
    public static final double WIDTH = 640;

    private static final Words WORDS = Words.of(RecoverySheet.class);
    private static final double PICTURE_WIDTH = 96;
    private static final double PICTURE_HEIGHT = 72;
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
        Label name = new Label(work.title());
        name.getStyleClass().add("t-medium");
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .format(work.about().time().atZone(ZoneId.systemDefault()));
        Label time = new Label(WORDS.text("recovery.time", when));
        time.getStyleClass().addAll("t-small", "muted");
        VBox text = new VBox(2, name, time);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(GAP);
        Button recover = new Button(WORDS.text("recovery.recover"));
        recover.getStyleClass().add("accent");
        recover.setOnAction(event -> {
            close.run();
            files.recover(work);
        });
        Button discard = new Button(WORDS.text("recovery.discard"));
        discard.setOnAction(event -> {
            files.discard(work);
            getChildren().remove(row);
            if (getChildren().size() == 1) {
                close.run();
            }
        });
        recover.setMinWidth(USE_PREF_SIZE);
        discard.setMinWidth(USE_PREF_SIZE);
        row.getStyleClass().add("recovery-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().addAll(picture(work), text, discard, recover);
        return row;
    }

    private static Node picture(Abandoned work) {
        ImageView view = new ImageView();
        view.setFitWidth(PICTURE_WIDTH);
        view.setFitHeight(PICTURE_HEIGHT);
        view.setPreserveRatio(true);
        view.setAccessibleText(WORDS.text("recovery.picture", work.title()));
        work.picture().map(FxPictures::image).ifPresent(view::setImage);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("recovery-picture");
        frame.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        frame.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        return frame;
    }
}
