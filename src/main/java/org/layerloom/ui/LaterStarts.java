package org.layerloom.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.layerloom.files.Handover;

/// Takes what later starts of the program are given to this window, which comes to the front. Of several files the
/// first is opened: a window shows one design.
final class LaterStarts implements Handover.Taker {
    private static final int PATIENCE_SECONDS = 4;

    private final Stage stage;
    private final Consumer<Path> open;

    /// @param open opens a file in place of the document, unless the user wants to keep what is not saved
    LaterStarts(Stage stage, Consumer<Path> open) {
        this.stage = stage;
        this.open = open;
    }

    @Override
    public boolean take(List<Path> files) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        try {
            Platform.runLater(() -> {
                // Whoever waited too long opens a window of its own.
                if (taken.complete(stage.isShowing()) && taken.join()) {
                    show(files);
                }
            });
            return taken.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IllegalStateException | ExecutionException | TimeoutException e) {
            return !taken.complete(false); // the window has just gone, or does not answer
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !taken.complete(false);
        }
    }

    private void show(List<Path> files) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        files.stream().findFirst().ifPresent(open);
    }
}
