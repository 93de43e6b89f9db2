package org.layerloom.ui.paint;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.layerloom.document.Document;
import org.layerloom.ui.Editor;

/// Edits that fill areas: at once on a small page; on a large one beside the JavaFX thread, and of those that are
/// asked for meanwhile only the last. Lives on the JavaFX thread.
final class FillWork {
    /// Pixels of a page that are filled within a frame.
    private static final long FEW = 4_000_000;

    private final Editor editor;
    private final ExecutorService filling = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("fill").daemon().factory());
    /// Counts what was asked for; whatever is not the last is not wanted any more.
    private volatile int asked;

    FillWork(Editor editor) {
        this.editor = editor;
    }

    void preview(UnaryOperator<Document> edit) {
        if (isQuick()) {
            asked++;
            editor.preview(edit);
        } else {
            begin(edit, filled -> editor.preview(document -> filled));
        }
    }

    /// @param then called after the step was made
    void commit(String label, UnaryOperator<Document> edit, Runnable then) {
        if (isQuick()) {
            asked++;
            editor.commit(label, edit);
            then.run();
        } else {
            begin(edit, filled -> {
                editor.commit(label, document -> filled);
                then.run();
            });
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

    private void begin(UnaryOperator<Document> edit, Consumer<Document> taker) {
        int mine = ++asked;
        Document before = editor.history().document();
        filling.execute(() -> {
            if (mine == asked) {
                Document filled = edit.apply(before);
                Platform.runLater(() -> take(mine, before, filled, edit, taker));
            }
        });
    }

    /// Another step that came meanwhile is not undone by this one: the edit is made of the document that it led to.
    private void take(
            int mine, Document before, Document filled, UnaryOperator<Document> edit, Consumer<Document> taker) {
        if (mine != asked) {
            return;
        }
        if (editor.history().document() == before) {
            taker.accept(filled);
        } else {
            begin(edit, taker);
        }
    }
}
