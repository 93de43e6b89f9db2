package org.layerloom.ui.prompt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.testfx.util.WaitForAsyncUtils;

/// A document, the painted generator, and the session between them, driven from a test's thread.
final class SessionStage {
    final List<Notice> notices = new ArrayList<>();
    final Editor editor;
    final GenerationSession session;

    SessionStage(Document document, Duration stepTime) throws Exception {
        Path models = Files.createTempDirectory("models");
        editor = fx(() -> new Editor(document));
        session = fx(() -> new GenerationSession(editor, new PaintedGenerator(stepTime).catalog(models)));
        session.setOnNotice(notices::add);
        until(() -> session.modelProperty().get() != null);
    }

    /// Does it on the JavaFX thread and waits until no run is left.
    void run(Runnable work) throws Exception {
        act(work);
        until(() -> !session.runningProperty().get());
    }

    void act(Runnable work) throws Exception {
        fx(() -> {
            work.run();
            return null;
        });
    }

    Layer layer(LayerId id) {
        return editor.document().layer(id).orElseThrow();
    }

    Raster raster(LayerId id) {
        return ((PixelLayer) layer(id)).raster();
    }

    String lastStep() {
        return editor.history().entries().getLast().label();
    }

    int steps() {
        return editor.history().entries().size();
    }

    static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> fx(condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T fx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get();
    }
}
