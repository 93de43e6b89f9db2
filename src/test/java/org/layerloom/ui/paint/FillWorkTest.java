package org.layerloom.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.Document;
import org.layerloom.document.History;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Watchdog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class FillWorkTest {
    private Editor editor;

    @Start
    void start(Stage stage) {
        editor = new Editor(Document.blank(4096, 4096));
    }

    @Test
    void steps_on_a_large_page_are_all_kept_whatever_is_asked_for_meanwhile(FxRobot robot) throws Exception {
        FillWork work = new FillWork(editor);
        robot.interact(() -> {
            work.commit("One", document -> document.withPrompt(document.prompt() + "1"), () -> {});
            work.commit("Two", document -> document.withPrompt(document.prompt() + "2"), () -> {});
            work.preview(document -> document.withPrompt("shown"));
            work.cancel();
        });
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> editor.history().entries().size() == 3);
        assertThat(editor.history().entries()).extracting(History.Entry::label).containsExactly("Open", "One", "Two");
        assertThat(editor.history().document().prompt()).isEqualTo("12");
    }

    @Test
    void a_step_never_lands_in_a_document_that_was_opened_meanwhile(FxRobot robot) throws Exception {
        FillWork work = new FillWork(editor);
        AtomicBoolean filled = new AtomicBoolean();
        robot.interact(() -> {
            work.commit(
                    "One",
                    document -> {
                        filled.set(true);
                        return document.withPrompt("1");
                    },
                    () -> {});
            editor.open(Document.blank(8, 8));
            work.commit("Two", document -> document.withPrompt("2"), () -> {});
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, filled::get);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(editor.history().document().prompt()).isEqualTo("2");
        assertThat(editor.history().entries()).hasSize(2);
    }
}
