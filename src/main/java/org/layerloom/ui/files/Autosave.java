package org.layerloom.ui.files;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.layerloom.codec.Carried;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.document.Document;
import org.layerloom.ui.Editor;

/// Keeps what is not saved in a slot of the recovery folder: some seconds after a change, in the background. Lives on
/// the JavaFX thread.
final class Autosave {
    /// What stands beside the document.
    ///
    /// @param known pictures that lie packed in the project's file
    record Beside(KeptWork about, Carried carried, PackedPictures known) {}

    private final Editor editor;
    private final RecoveryFolder folder;
    private final Supplier<Integer> seconds;
    /// Of its own: the user's saves and exports may take longer than a change may wait.
    private final Disk disk = new Disk();
    private final Supplier<Beside> beside;
    private final Consumer<Throwable> problem;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("autosave").daemon().factory());
    private boolean scheduled;
    private boolean told;
    private Document kept;
    /// Used on the disk's thread only.
    private RecoverySlot slot;

    /// @param seconds how long a change may be in memory only
    /// @param problem hears the first of several failures
    Autosave(
            Editor editor,
            RecoveryFolder folder,
            Supplier<Integer> seconds,
            Supplier<Beside> beside,
            Consumer<Throwable> problem) {
        this.editor = editor;
        this.folder = folder;
        this.seconds = seconds;
        this.beside = beside;
        this.problem = problem;
        editor.revisionProperty().addListener(change -> changed());
    }

    private void changed() {
        if (editor.history().isClean()) {
            clear(() -> {});
        } else {
            schedule();
        }
    }

    private void schedule() {
        if (!scheduled && !clock.isShutdown()) {
            scheduled = true;
            clock.schedule(() -> Platform.runLater(this::keep), seconds.get(), TimeUnit.SECONDS);
        }
    }

    private void keep() {
        scheduled = false;
        Document document = editor.history().document();
        if (editor.history().isClean() || document == kept) {
            return;
        }
        kept = document;
        Beside now = beside.get();
        disk.runUnseen(
                () -> {
                    if (slot == null) {
                        slot = folder.newSlot();
                    }
                    slot.write(document, now.about(), now.carried(), now.known());
                    return () -> told = false;
                },
                e -> {
                    kept = null;
                    schedule(); // there may be room then
                    if (!told) {
                        told = true;
                        problem.accept(e);
                    }
                });
    }

    /// Goes on in a slot that was left by another window, whose work is the document now.
    void adopt(RecoverySlot found) {
        kept = editor.history().document();
        disk.runUnseen(
                () -> {
                    RecoverySlot before = slot;
                    slot = found;
                    if (before != null) {
                        before.delete();
                    }
                    return () -> {};
                },
                problem);
    }

    /// Removes what is kept; then calls back.
    void clear(Runnable then) {
        kept = null;
        disk.runUnseen(
                () -> {
                    RecoverySlot before = slot;
                    slot = null;
                    if (before != null) {
                        before.delete();
                    }
                    return then;
                },
                e -> then.run());
    }

    /// To be called when the window is gone.
    void stop() {
        clock.shutdownNow();
    }
}
