package org.layerloom.ui;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.layer.OpacityKeys;
import org.layerloom.ui.canvas.CanvasView;
import org.layerloom.ui.canvas.Frames;
import org.layerloom.ui.frame.Sheets;
import org.layerloom.ui.prompt.GenerationSession;
import org.layerloom.ui.start.StartScreen;

/// Who gets a key that nothing in the window took: a sheet, the start screen, the hand, or an action.
record WindowKeys(
        Stage stage,
        Editor editor,
        Actions actions,
        CanvasView canvas,
        Frames frames,
        GenerationSession session,
        Sheets sheets,
        StartScreen start,
        OpacityKeys opacity) {

    void handle(KeyEvent event) {
        if (sheets.isVisible()) {
            sheets.key(event);
            return;
        }
        Node focus = stage.getScene().getFocusOwner();
        if (start.isVisible()) {
            start.key(event, focus);
            return;
        }
        boolean pressed = event.getEventType() == KeyEvent.KEY_PRESSED;
        if (event.getCode() == KeyCode.SPACE && !(focus instanceof TextInputControl)) {
            canvas.holdHand(event.getEventType() != KeyEvent.KEY_RELEASED);
            event.consume();
        } else if (pressed && event.getCode() == KeyCode.ESCAPE) {
            escape();
            event.consume();
        } else {
            opacity.handle(event, focus);
            actions.handle(event, focus);
        }
    }

    /// Undoes the nearest thing: the drag, the version being tried, the run, the selection.
    private void escape() {
        if (canvas.cancelDrag() || frames.abandon()) {
            return;
        }
        if (session.versions().isOpen()) {
            session.versions().close();
        } else if (session.runningProperty().get()) {
            session.cancel();
        } else {
            editor.selectionProperty().set(null);
        }
    }
}
