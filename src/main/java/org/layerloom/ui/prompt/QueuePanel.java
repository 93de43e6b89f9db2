package org.layerloom.ui.prompt;

import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.layerloom.ui.IconButton;
import org.layerloom.words.Words;

/// What is being made and what waits, on top of the tab History; not there at all while there is nothing. The
/// waiting ones can be moved, with Up and Down too, and taken out.
public final class QueuePanel extends VBox {
    private static final Words WORDS = Words.of(QueuePanel.class);

    private final GenerationSession session;
    private final Label title = new Label();
    private final Label left = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final VBox rows = new VBox(2);

    public QueuePanel(GenerationSession session) {
        this.session = session;
        getStyleClass().add("loom-queue");
        setId("queue");
        Label caption = new Label(WORDS.text("queue"));
        caption.getStyleClass().add("flabel");
        left.getStyleClass().addAll("t-caption", "muted");
        VBox card = new VBox(now(), bar, left, rows);
        card.getStyleClass().add("loom-queue-card");
        bar.getStyleClass().add("progress-line");
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(caption, card);
        session.progressProperty().subscribe(progress -> {
            if (progress != null) {
                show(progress);
            }
        });
        session.waiting().addListener((InvalidationListener) o -> showWaiting());
        visibleProperty().bind(session.runningProperty());
        managedProperty().bind(session.runningProperty());
        showWaiting();
    }

    private HBox now() {
        title.getStyleClass().add("t-medium");
        title.setMinWidth(0);
        IconButton cancel = new IconButton("mdi2s-stop", WORDS.text("action.cancel"), "Esc");
        cancel.getStyleClass().add("i14");
        cancel.disableProperty().bind(session.cancellingProperty());
        cancel.setOnAction(event -> session.cancel());
        FontIcon icon = new FontIcon("mdi2c-creation");
        icon.getStyleClass().add("i16");
        HBox row = new HBox(8, icon, title, space(), cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(RunProgress progress) {
        title.setText(progress.title());
        left.setText(
                progress.timeLeft().isEmpty()
                        ? progress.step()
                        : WORDS.text("queue.left", progress.step(), progress.timeLeft()));
        bar.setProgress(progress.share());
    }

    private void showWaiting() {
        rows.getChildren().clear();
        for (int i = 0; i < session.waiting().size(); i++) {
            rows.getChildren().add(row(i, session.waiting().get(i).label()));
        }
        rows.setManaged(!rows.getChildren().isEmpty());
    }

    private HBox row(int index, String label) {
        Label turn = new Label(index == 0 ? WORDS.text("queue.next") : WORDS.text("queue.place", index + 1));
        turn.getStyleClass().addAll("t-caption", "muted");
        turn.setMinWidth(44);
        Label name = new Label(label);
        name.getStyleClass().add("t-small");
        name.setMinWidth(0);
        IconButton up = button("mdi2a-arrow-up", WORDS.text("queue.up", label), () -> move(index, -1));
        IconButton down = button("mdi2a-arrow-down", WORDS.text("queue.down", label), () -> move(index, 1));
        up.setDisable(index == 0);
        down.setDisable(index == session.waiting().size() - 1);
        IconButton remove = button("mdi2c-close", WORDS.text("unqueue"), () -> session.removeWaiting(index));
        HBox row = new HBox(turn, name, space(), up, down, remove);
        row.getStyleClass().add("loom-queue-row");
        row.setFocusTraversable(true);
        row.setAccessibleText(turn.getText() + " " + label);
        row.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, index));
        return row;
    }

    private void key(KeyEvent event, int index) {
        switch (event.getCode()) {
            case UP -> move(index, -1);
            case DOWN -> move(index, 1);
            case DELETE, BACK_SPACE -> session.removeWaiting(index);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// The row that was moved keeps the focus, so that it can be moved on.
    private void move(int index, int places) {
        session.moveWaiting(index, places);
        int now = Math.clamp(index + places, 0, rows.getChildren().size() - 1);
        rows.getChildren().get(now).requestFocus();
    }

    private static IconButton button(String icon, String label, Runnable work) {
        IconButton button = new IconButton(icon, label);
        button.getStyleClass().add("i14");
        button.setFocusTraversable(false);
        button.setOnAction(event -> work.run());
        return button;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
