package org.layerloom.ui.files;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.layerloom.document.Raster;
import org.layerloom.ui.FxPictures;
import org.layerloom.words.Words;

/// A row of a sheet that offers work: its picture, its name, when it was kept, and what can be done with it.
final class WorkRow extends HBox {
    private static final double PICTURE_WIDTH = 96;
    private static final double PICTURE_HEIGHT = 72;
    private static final double GAP = 12;

    WorkRow(String title, String about, Optional<Raster> picture, Button... buttons) {
        super(GAP);
        getStyleClass().add("recovery-row");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(title);
        name.getStyleClass().add("t-medium");
        Label more = new Label(about);
        more.getStyleClass().addAll("t-small", "muted");
        VBox text = new VBox(2, name, more);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(picture(title, picture), text);
        for (Button button : buttons) {
            button.setMinWidth(USE_PREF_SIZE);
            getChildren().add(button);
        }
    }

    /// A date and a time as they are written here.
    static String when(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .format(time.atZone(ZoneId.systemDefault()));
    }

    private static Node picture(String title, Optional<Raster> picture) {
        ImageView view = new ImageView();
        view.setFitWidth(PICTURE_WIDTH);
        view.setFitHeight(PICTURE_HEIGHT);
        view.setPreserveRatio(true);
        view.setAccessibleText(Words.of(WorkRow.class).text("recovery.picture", title));
        picture.map(FxPictures::image).ifPresent(view::setImage);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("recovery-picture");
        frame.setMinSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        frame.setMaxSize(PICTURE_WIDTH, PICTURE_HEIGHT);
        return frame;
    }
}
