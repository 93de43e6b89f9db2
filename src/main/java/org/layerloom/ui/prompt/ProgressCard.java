package org.layerloom.ui.prompt;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.IconButton;
import org.layerloom.words.Words;

/// What the prompt bar shows while a run goes on: how far it is, how long it takes, the prompt, Cancel, and Generate,
/// which adds to the queue now.
final class ProgressCard extends VBox {
    private static final double TEXT_HEIGHT = 42;
    private static final double DIMMED = 0.55;
    /// A screen reader is told at the start, at each quarter and at the end.
    private static final int QUARTERS = 4;

    private static final Words WORDS = Words.of(ProgressCard.class);

    private final Label title = new Label();
    private final Label step = new Label();
    private final Label left = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label prompt = new Label();
    private final Button cancel = new Button();
    private final Label next = new Label();
    private final IconButton unqueue = new IconButton("mdi2c-close", WORDS.text("unqueue"));
    private int announced = -1;

    ProgressCard(GenerationSession session, GenerateButton later) {
        super(4); // with the head and the bar's margin as high as the other side of the card
        title.getStyleClass().add("t-strong");
        step.getStyleClass().addAll("t-small", "muted");
        left.getStyleClass().addAll("t-small", "muted");
        left.setMinWidth(USE_PREF_SIZE);
        bar.getStyleClass().add("progress-line");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(WORDS.text("progress"));
        HBox head = new HBox(8, title, step, space(), left, next(session));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(22);
        head.setMaxHeight(22);
        setMargin(bar, new Insets(0, 0, 2, 0));
        getChildren().addAll(head, bar, foot(session, later));
        session.progressProperty()
                .subscribe(progress -> Optional.ofNullable(progress).ifPresent(this::show));
        session.cancellingProperty().subscribe(cancelling -> {
            cancel.setDisable(cancelling);
            if (cancelling) {
                title.setText(WORDS.text("cancelling"));
                step.setText("");
                left.setText("");
            }
        });
        session.runningProperty().subscribe(running -> announced = -1);
    }

    /// The run that comes next, and the button that takes it out of the queue; nothing where none waits.
    private HBox next(GenerationSession session) {
        Region rule = new Region();
        rule.getStyleClass().add("vrule");
        next.getStyleClass().addAll("t-small", "muted");
        unqueue.getStyleClass().add("i14");
        unqueue.setOnAction(event -> session.removeWaiting(0));
        HBox box = new HBox(8, rule, next, unqueue);
        box.setAlignment(Pos.CENTER_LEFT);
        InvalidationListener refresh = o -> {
            boolean any = !session.waiting().isEmpty();
            box.setVisible(any);
            box.setManaged(any);
            if (any) {
                int more = session.waiting().size() - 1;
                String label = session.waiting().getFirst().label();
                next.setText(more == 0 ? WORDS.text("next", label) : WORDS.text("next.more", label, more));
            }
        };
        session.waiting().addListener(refresh);
        refresh.invalidated(session.waiting());
        return box;
    }

    private HBox foot(GenerationSession session, GenerateButton later) {
        prompt.setWrapText(true);
        prompt.setOpacity(DIMMED);
        prompt.setMinWidth(0);
        prompt.setAlignment(Pos.TOP_LEFT);
        prompt.setMaxHeight(TEXT_HEIGHT - 8);
        cancel.getStyleClass().setAll("button", "btn", "cancel");
        Label key = new Label("Esc");
        key.getStyleClass().add("kbd");
        HBox content = new HBox(8, new FontIcon("mdi2s-stop"), new Label(WORDS.text("cancel")), key);
        content.setAlignment(Pos.CENTER);
        cancel.setGraphic(content);
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setAccessibleText(WORDS.text("cancel"));
        cancel.setOnAction(event -> session.cancel());
        HBox foot = new HBox(12, prompt, space(), cancel, later);
        HBox.setMargin(prompt, new Insets(4, 0, 0, 4));
        foot.setAlignment(Pos.TOP_LEFT);
        foot.setMinHeight(TEXT_HEIGHT);
        return foot;
    }

    void focusCancel() {
        cancel.requestFocus();
    }

    boolean isCancelFocused() {
        return cancel.isFocused();
    }

    void showPrompt(String text) {
        prompt.setText(text);
    }

    private void show(RunProgress progress) {
        title.setText(progress.title());
        step.setText(progress.step());
        left.setText(progress.timeLeft());
        bar.setProgress(progress.share());
        int quarter = progress.share() < 0 ? 0 : (int) (progress.share() * QUARTERS);
        if (quarter != announced) {
            announced = quarter;
            title.setAccessibleText(progress.title() + " " + progress.step());
            title.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
