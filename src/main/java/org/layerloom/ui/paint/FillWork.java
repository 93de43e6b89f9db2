package org.layerloom.ui.paint;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.layerloom.document.Document;
import org.layerloom.document.History;
import org.layerloom.ui.Editor;

/// Edits that fill areas: at once on a small page; on a large one beside the JavaFX thread, and of the
/// previews that are asked for meanwhile only the last. Lives on the JavaFX thread.
final class FillWork {
    /// Pixels of a page that are filled within a frame.
    private static final long FEW = 4_000_000;

    private final Editor editor;
    private final ExecutorService filling = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("fill").daemon().factory());
    /// Counts what was asked for; a preview that is not the last is not wanted any more.
    private volatile int asked;

    FillWork(Editor editor) {
        this.editor = editor;
    }

    void preview(UnaryOperator<Document> edit) {
        asked++;
        if (isQuick()) {
            editor.preview(edit);
        } else {
            show(asked, edit);
        }
    }

    /// @param then called after the step was made
    void commit(String label, UnaryOperator<Document> edit, Runnable then) {
        asked++;
        if (isQuick()) {
            editor.commit(label, edit);
            then.run();
        } else {
            keep(editor.history(), label, edit, then);
        }
    }

    /// What was being previewed is not shown any more.
    void cancel() {
        asked++;
        editor.cancelPreview();
    }

    private boolean isQuick() {
        return editor.history().document().canvas().area() <= FEW;
    }

    private void show(int mine, UnaryOperator<Document> edit) {
        Document before = editor.history().document();
        filling.execute(() -> {
            if (mine == asked) {
                Document filled = edit.apply(before);
                Platform.runLater(() -> showFilled(mine, before, filled, edit));
            }
        });
    }

    private void showFilled(int mine, Document before, Document filled, UnaryOperator<Document> edit) {
        if (mine != asked) {
            return;
        }
        if (editor.history().document() == before) {
            editor.preview(document -> filled);
        } else {
            show(mine, edit);
        }
    }

    private void keep(History history, String label, UnaryOperator<Document> edit, Runnable then) {
        Document before = history.document();
        filling.execute(() -> {
            Document filled = edit.apply(before);
            Platform.runLater(() -> keepFilled(history, label, before, filled, edit, then));
        });
    }

    /// A step is dropped only with its document. Another one that came meanwhile is not undone by it: the edit is made
    /// of the document that it led to.
    private void keepFilled(
            History history,
            String label,
            Document before,
            Document filled,
            UnaryOperator<Document> edit,
            Runnable then) {
        if (editor.history() != history) {
            return;
        }
        editor.finishTyping();
        if (history.document() == before) {
            editor.commit(label, document -> filled);
            then.run();
        } else {
            keep(history, label, edit, then);
        }
    }
}
