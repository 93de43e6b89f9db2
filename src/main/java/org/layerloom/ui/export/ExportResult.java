package org.layerloom.ui.export;

import java.util.List;
import java.util.OptionalLong;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.layerloom.ui.FxPictures;
import org.layerloom.words.Words;

/// What comes of an export: its picture, how large it is, and what its format cannot hold.
final class ExportResult extends VBox {
    static final double WIDTH = 240;

    private static final Words WORDS = Words.of(ExportResult.class);
    private static final double PICTURE = 200;
    private static final double KILO = 1000;

    private final ImageView picture = new ImageView();
    private final Label size = new Label(" ");
    private final VBox lost = new VBox(4);

    ExportResult() {
        super(8);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(PICTURE);
        picture.setPreserveRatio(true);
        picture.setAccessibleText(WORDS.text("result.picture"));
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("loom-export-picture");
        frame.setMinSize(WIDTH, PICTURE);
        frame.setMaxSize(WIDTH, PICTURE);
        size.setId("export-size");
        size.getStyleClass().add("t-small");
        lost.setId("export-lost");
        getChildren().addAll(frame, size, lost);
    }

    /// While it is being found out.
    void begin() {
        size.setText(WORDS.text("result.wait"));
    }

    void show(ExportTrial trial) {
        picture.setImage(FxPictures.image(trial.picture()));
        String pixels = WORDS.text("result.size", String.valueOf(trial.width()), String.valueOf(trial.height()));
        size.setText(trial.bytes().isPresent() ? pixels + "  \u00b7  " + bytes(trial.bytes()) : pixels);
        tell(trial.lost());
    }

    /// Why nothing can come of it.
    void refuse(String sentence) {
        picture.setImage(null);
        size.setText(" ");
        tell(List.of(sentence));
    }

    private void tell(List<String> sentences) {
        lost.getChildren().setAll(sentences.stream().map(ExportResult::line).toList());
    }

    private static Label line(String sentence) {
        Label line = new Label(sentence);
        line.getStyleClass().addAll("t-small", "muted");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private static String bytes(OptionalLong bytes) {
        double kilo = bytes.getAsLong() / KILO;
        return kilo < KILO
                ? WORDS.text("result.kilobytes", Math.max(1, Math.round(kilo)))
                : WORDS.text("result.megabytes", Math.round(kilo / KILO * 10) / 10.0);
    }
}
