package org.layerloom.ui.tour;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.layerloom.ui.Editor;
import org.layerloom.ui.prompt.GenerationSession;
import org.layerloom.words.Words;

/// The first steps in three hints over the canvas: draw a box, describe, generate. Each goes on by itself when it was
/// done; all can be skipped, and do not come again.
public final class Tour extends VBox {
    private static final Words WORDS = Words.of(Tour.class);
    private static final int STEPS = 3;
    private static final double WIDTH = 340;

    private final Editor editor;
    private final GenerationSession session;
    private final ObjectProperty<Boolean> done;
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label count = new Label();
    private final Button next = new Button();
    private int step;

    /// @param done whether the hints were shown; setting it to false shows them from the first
    public Tour(Editor editor, GenerationSession session, ObjectProperty<Boolean> done) {
        super(8);
        this.editor = editor;
        this.session = session;
        this.done = done;
        setId("tour");
        getStyleClass().add("tour");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        title.getStyleClass().add("t-strong");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        count.getStyleClass().addAll("t-small", "muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button skip = button(new Button(WORDS.text("skip")), "tour-skip", "flat");
        skip.setOnAction(event -> done.set(true));
        button(next, "tour-next", "primary");
        next.setOnAction(event -> show(step + 1));
        HBox foot = new HBox(8, count, gap, skip, next);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, text, foot);
        setVisible(false);
        done.addListener((o, before, now) -> {
            if (now) {
                setVisible(false);
            } else {
                begin();
            }
        });
        InvalidationListener look = change -> goOn();
        editor.documentProperty().addListener(look);
        session.runningProperty().addListener(look);
    }

    /// Shows the first hint, unless they were shown before.
    public void begin() {
        if (!done.get()) {
            setVisible(true);
            show(0);
            goOn();
        }
    }

    private static Button button(Button button, String id, String style) {
        button.setId(id);
        button.getStyleClass().setAll("button", "btn", style);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void show(int wanted) {
        if (wanted >= STEPS) {
            done.set(true);
            return;
        }
        step = wanted;
        title.setText(WORDS.text("title." + (step + 1)));
        text.setText(WORDS.text("text." + (step + 1)));
        count.setText(WORDS.text("count", step + 1, STEPS));
        next.setText(WORDS.text(step == STEPS - 1 ? "end" : "next"));
    }

    private void goOn() {
        while (isVisible() && isDone(step)) {
            show(step + 1);
        }
    }

    private boolean isDone(int wanted) {
        return switch (wanted) {
            case 0 -> !editor.document().regions().isEmpty();
            case 1 -> !editor.document().prompt().isBlank();
            default -> session.runningProperty().get();
        };
    }
}
