package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.Document;
import org.layerloom.generate.ModelCatalog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// An editor's window that is gone takes its memory with it.
@ExtendWith(ApplicationExtension.class)
final class ForgottenWindowTest {
    private Stage stage;
    private WeakReference<Editor> editor;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        Editor shown = new Editor(Document.blank(400, 300));
        new EditorWindow(stage, shown, new ModelCatalog(List.of(), List.of()), failure -> {}).show();
        editor = new WeakReference<>(shown);
    }

    @Test
    void a_stage_that_shows_something_else_keeps_nothing_of_the_editor(FxRobot robot) throws Exception {
        robot.interact(() -> {
            stage.setScene(new Scene(new Pane(), 100, 100));
        });
        FiredEventsForgotten.forget();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            System.gc();
            return editor.refersTo(null);
        });
        assertThat(editor.get()).isNull();
    }
}
