package org.layerloom.ui.actions.layer;

import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.layerloom.document.Document;
import org.layerloom.document.RasterLayer;
import org.layerloom.ui.Editor;

/// Edits that draw whole layers: small ones at once, large ones beside the JavaFX thread, so that the window never
/// stands still.
final class PixelWork {
    /// Pixels of all layers together up to which an edit is done at once.
    private static final long FEW = 1_500_000;

    private final Editor editor;
    private boolean running;

    PixelWork(Editor editor) {
        this.editor = editor;
    }

    /// Makes the edit one step of the history. Where another step came meanwhile, the edit is made of the document
    /// that it led to. While one edit is being drawn no other begins.
    ///
    /// @param done called after it, on the JavaFX thread
    void commit(String label, UnaryOperator<Document> edit, Runnable done) {
        if (running) {
            return;
        }
        Document before = editor.history().document();
        if (pixels(before) <= FEW) {
            editor.commit(label, edit);
            done.run();
        } else {
            begin(before, label, edit, done);
        }
    }

    private static long pixels(Document document) {
        return document.canvas().area()
                + document.allLayers()
                        .filter(RasterLayer.class::isInstance)
                        .mapToLong(layer -> layer.bounds().area())
                        .sum();
    }

    private void begin(Document before, String label, UnaryOperator<Document> edit, Runnable done) {
        running = true;
        Thread.ofVirtual().name("edit").start(() -> {
            try {
                Document after = edit.apply(before);
                Platform.runLater(() -> finish(before, after, label, edit, done));
            } catch (RuntimeException | OutOfMemoryError failure) {
                Platform.runLater(() -> {
                    running = false;
                    throw failure;
                });
            }
        });
    }

    private void finish(Document before, Document after, String label, UnaryOperator<Document> edit, Runnable done) {
        editor.finishTyping();
        if (editor.history().document() != before) {
            begin(editor.history().document(), label, edit, done);
            return;
        }
        running = false;
        editor.commit(label, document -> after);
        done.run();
    }
}
