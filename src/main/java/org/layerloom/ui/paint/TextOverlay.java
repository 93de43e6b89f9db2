package org.layerloom.ui.paint;

import java.awt.geom.Rectangle2D;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.layerloom.document.text.TextLines;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.tools.Viewport;
import org.layerloom.words.Words;

/// Caret and selection over the text that is being typed. The typing itself, with everything that a text field can
/// do, is done by one that is not seen; the letters on the canvas are the layer's own.
public final class TextOverlay extends Pane {
    private static final Duration BLINK = Duration.millis(530);

    private final TextSession session;
    private final ViewState view;
    private final Node canvas;
    private final TextArea area = new TextArea();
    private final Pane marks = new Pane();
    private final Line caret = new Line();
    private final Timeline blinking = new Timeline(new KeyFrame(BLINK, event -> caret.setVisible(!caret.isVisible())));
    private boolean loading;

    /// @param canvas gets the keys back when the typing ends
    public TextOverlay(TextSession session, ViewState view, Node canvas) {
        this.session = session;
        this.view = view;
        this.canvas = canvas;
        setMouseTransparent(true);
        setVisible(false);
        area.setId("canvas-text");
        area.setOpacity(0);
        area.setAccessibleText(Words.of(TextOverlay.class).text("typing"));
        caret.getStyleClass().add("text-caret");
        getChildren().addAll(area, marks, caret);
        blinking.setCycleCount(Animation.INDEFINITE);
        area.textProperty().addListener((o, before, now) -> {
            if (!loading) {
                session.type(now);
            }
        });
        area.selectionProperty().addListener(change -> draw());
        area.caretPositionProperty().addListener(change -> draw());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        session.editingProperty().addListener((o, before, now) -> show(before, now));
        view.viewportProperty().addListener(change -> draw());
    }

    /// Selects from where a drag began to where it is.
    public void select(int anchor, int to) {
        area.selectRange(anchor, to);
    }

    /// Takes the keys, while a text is being typed.
    public void focus() {
        if (session.isGoing()) {
            area.requestFocus();
        }
    }

    private void key(KeyEvent event) {
        boolean ends = event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER && event.isShortcutDown();
        if (ends) {
            session.finish();
            event.consume();
        }
    }

    private void show(TextSession.Editing before, TextSession.Editing now) {
        if (now == null) {
            blinking.stop();
            setVisible(false);
            if (area.isFocused()) {
                canvas.requestFocus();
            }
        } else if (before == null) {
            loading = true;
            area.setText(now.text().content());
            loading = false;
            setVisible(true);
            area.requestFocus();
            area.selectAll();
        }
        draw();
    }

    private void draw() {
        if (!session.isGoing()) {
            return;
        }
        TextLines lines = new TextLines(session.editingProperty().get().text());
        Viewport viewport = view.viewportProperty().get();
        TextLines.Caret place = lines.caret(area.getCaretPosition());
        double x = Math.round(viewport.toViewX(place.x())) + 0.5;
        double top = viewport.toViewY(place.top());
        caret.setStartX(x);
        caret.setEndX(x);
        caret.setStartY(top);
        caret.setEndY(viewport.toViewY(place.bottom()));
        // Where an input method opens its list.
        area.resizeRelocate(x, top, 200, Math.max(20, caret.getEndY() - top));
        marks.getChildren().clear();
        for (Rectangle2D part : lines.selection(
                area.getSelection().getStart(), area.getSelection().getEnd())) {
            Rectangle mark = new Rectangle(
                    viewport.toViewX(part.getX()),
                    viewport.toViewY(part.getY()),
                    part.getWidth() * viewport.scale(),
                    part.getHeight() * viewport.scale());
            mark.getStyleClass().add("text-selection");
            marks.getChildren().add(mark);
        }
        blink();
    }

    /// From now on, so that the caret is seen while it moves.
    private void blink() {
        caret.setVisible(true);
        if (Platform.getPreferences().isReducedMotion()) {
            blinking.stop();
        } else {
            blinking.playFromStart();
        }
    }
}
