package org.layerloom.ui.files;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.layerloom.ui.FxPictures;
import org.layerloom.words.Words;

/// Lies over the window while a file is opened, so that nothing is done to the document that is about to go. What takes
/// longer than a moment shows the file's picture, how far it is, and a way back.
public final class OpeningVeil extends StackPane {
    private static final Words WORDS = Words.of(OpeningVeil.class);
    private static final Duration MOMENT = Duration.millis(300);
    private static final double GAP = 16;
    private static final double BAR = 280;
    /// How much of the window the picture may take.
    private static final double PART = 0.6;

    private final Opening opening;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final VBox body = new VBox(GAP);
    private final PauseTransition moment = new PauseTransition(MOMENT);

    public OpeningVeil(Opening opening) {
        this.opening = opening;
        setId("opening");
        setVisible(false);
        Button cancel = new Button(WORDS.text("cancel"));
        cancel.setId("opening-cancel");
        cancel.setOnAction(event -> opening.cancel());
        picture.setPreserveRatio(true);
        picture.fitWidthProperty().bind(widthProperty().multiply(PART));
        picture.fitHeightProperty().bind(heightProperty().multiply(PART));
        name.getStyleClass().add("t-medium");
        bar.setPrefWidth(BAR);
        body.setAlignment(Pos.CENTER);
        body.getStyleClass().add("opening");
        body.getChildren().addAll(picture, name, bar, cancel);
        getChildren().add(body);
        moment.setOnFinished(event -> body.setVisible(true));
        opening.shareProperty()
                .subscribe(share -> bar.setProgress(
                        share.doubleValue() > 0 ? share.doubleValue() : ProgressBar.INDETERMINATE_PROGRESS));
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.ANY, this::key);
            }
        });
        opening.shownProperty().subscribe(shown -> shown.ifPresentOrElse(this::show, this::hide));
    }

    private void show(Opening.Shown shown) {
        name.setText(WORDS.text("opening", shown.name()));
        picture.setImage(shown.picture().map(FxPictures::image).orElse(null));
        picture.setAccessibleText(WORDS.text("recovery.picture", shown.name()));
        if (!isVisible()) {
            body.setVisible(false);
            setVisible(true);
            moment.playFromStart();
        }
    }

    private void hide() {
        moment.stop();
        setVisible(false);
        picture.setImage(null);
    }

    /// No key reaches what lies below; Escape stops.
    private void key(KeyEvent event) {
        if (isVisible()) {
            if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
                opening.cancel();
            }
            event.consume();
        }
    }
}
