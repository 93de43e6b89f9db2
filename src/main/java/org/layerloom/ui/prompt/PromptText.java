package org.layerloom.ui.prompt;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.layerloom.ui.Editor;

/// A text area over one of the document's prompts. What is typed shows everywhere at once and becomes one step of
/// the history when the typing rests or the focus leaves, not one a key; undo and redo are the document's. Tab
/// moves the focus.
public final class PromptText extends TextArea {
    /// More is cut: no model reads so much, and a text field that holds a whole book is slow.
    public static final int MAX_LENGTH = 10_000;

    private static final Duration REST = Duration.seconds(1.5);

    private final Editor editor;
    private final PauseTransition rest = new PauseTransition(REST);
    private PromptSubject subject = PromptSubject.WHOLE;
    /// The typed text is not yet in the document.
    private boolean pending;
    private boolean syncing;
    private Runnable onCut = () -> {};

    public PromptText(Editor editor) {
        this.editor = editor;
        getStyleClass().add("area");
        setWrapText(true);
        setTextFormatter(new TextFormatter<>(this::cut));
        rest.setOnFinished(event -> flush());
        editor.onFinishTyping(this::flush);
        textProperty().addListener(o -> typed());
        focusedProperty().addListener((o, before, focused) -> {
            if (!focused) {
                flush();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        editor.documentProperty().addListener(o -> refresh());
        refresh();
    }

    /// Keeps what was typed, and edits another text from now on.
    public void setSubject(PromptSubject next) {
        if (!next.equals(subject)) {
            flush();
            subject = next;
            refresh();
        }
    }

    /// What is called when a text was too long and its end was left out.
    public void setOnCut(Runnable onCut) {
        this.onCut = onCut;
    }

    private TextFormatter.Change cut(TextFormatter.Change change) {
        int over = change.getControlNewText().length() - MAX_LENGTH;
        if (over > 0 && change.isAdded()) {
            String added = change.getText();
            change.setText(added.substring(0, Math.max(0, added.length() - over)));
            int caret = Math.min(
                    change.getCaretPosition(), change.getControlNewText().length());
            change.selectRange(caret, caret);
            onCut.run();
        }
        return change;
    }

    PromptSubject subject() {
        return subject;
    }

    /// Another text takes the place of this one: one step of the history of its own.
    void put(String next) {
        flush();
        editor.commit(subject.label(), subject.write(next));
        requestFocus();
        end();
    }

    /// Brings what was typed into the document now.
    void flush() {
        rest.stop();
        if (pending) {
            pending = false;
            editor.commit(subject.label(), subject.write(getText().strip()));
        }
    }

    private void typed() {
        if (!syncing) {
            pending = true;
            rest.playFromStart();
            editor.preview(subject.write(getText().strip()));
        }
    }

    private void refresh() {
        Optional<String> text = subject.read(editor.document());
        if (text.isEmpty()) {
            pending = false;
            rest.stop();
        }
        if (!pending && !getText().strip().equals(text.orElse(""))) {
            syncing = true;
            setText(text.orElse(""));
            end();
            syncing = false;
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (event.isShortcutDown() && isRedo(event)) {
            editor.redo();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            editor.undo();
        } else {
            return;
        }
        event.consume();
    }

    private static boolean isRedo(KeyEvent event) {
        return event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown();
    }
}
