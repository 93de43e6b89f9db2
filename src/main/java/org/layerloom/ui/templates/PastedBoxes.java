package org.layerloom.ui.templates;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.layerloom.codec.layout.Layout;
import org.layerloom.codec.layout.LayoutAnswer;
import org.layerloom.codec.layout.LayoutException;
import org.layerloom.codec.layout.LayoutQuestion;
import org.layerloom.document.Document;
import org.layerloom.edit.BoxLayouts;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.words.Words;

/// Boxes by way of the clipboard: the question for a language model goes out, its answer comes in as one step.
final class PastedBoxes {
    private static final Words WORDS = Words.of(PastedBoxes.class);

    private final Editor editor;
    private final Consumer<Notice> onNotice;

    PastedBoxes(Editor editor, Consumer<Notice> onNotice) {
        this.editor = editor;
        this.onNotice = onNotice;
    }

    void paste() {
        system().ifPresent(board -> lay(Optional.ofNullable(board.getString()).orElse("")));
    }

    /// Lays the boxes that a text holds in place of those that have no layer yet.
    void lay(String text) {
        editor.finishTyping();
        Document now = editor.document();
        try {
            Layout layout = LayoutAnswer.read(text, now.width(), now.height(), GenerateRequest.MAX_BOXES);
            editor.commit(
                    WORDS.text("paste.step"), document -> BoxLayouts.lay(document, layout.toDocument(layout.prompt())));
            if (!layout.notes().isEmpty()) {
                onNotice.accept(Notice.warning(WORDS.text("paste.notes", String.join("; ", layout.notes()))));
            }
        } catch (LayoutException e) {
            onNotice.accept(Notice.error(WORDS.text("paste.refused", e.getMessage())));
        }
    }

    void copyQuestion() {
        editor.finishTyping();
        Document now = editor.document();
        ClipboardContent content = new ClipboardContent();
        content.putString(LayoutQuestion.text(now.prompt(), now.width(), now.height(), GenerateRequest.MAX_BOXES));
        system().ifPresent(board -> {
            board.setContent(content);
            onNotice.accept(Notice.done(WORDS.text("question.copied")));
        });
    }

    /// None where there is no display.
    private static Optional<Clipboard> system() {
        try {
            return Optional.of(Clipboard.getSystemClipboard());
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
