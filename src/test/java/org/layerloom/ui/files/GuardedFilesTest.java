package org.layerloom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.Samples;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.document.Document;
import org.layerloom.files.AtomicFiles;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.Watchdog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
class GuardedFilesTest {
    private final FxRobot robot = new FxRobot();
    private final List<Notice> notices = new ArrayList<>();

    @TempDir
    Path folder;

    private final Window one = new Window();
    private final Window other = new Window();

    /// What a window has to do with files.
    private final class Window {
        final Editor editor = new Editor(Document.blank(40, 30));
        DocumentFiles files;

        void begin() {
            files = new DocumentFiles(editor, () -> null);
            files.setQuestions(new YesToFiles(name -> folder.resolve("design.loom"), FileQuestions.Unsaved.DISCARD));
            files.setOnNotice(notices::add);
            files.guard(
                    new ProjectLocks(folder.resolve("locks")),
                    new EarlierVersions(folder.resolve("versions"), () -> 3));
        }

        void open() throws TimeoutException {
            robot.interact(() -> files.open(folder.resolve("design.loom")));
            settle();
        }

        void save(String prompt) throws TimeoutException {
            robot.interact(() -> editor.commit("Edit prompt", design -> design.withPrompt(prompt)));
            robot.interact(files::save);
            settle();
        }

        void settle() throws TimeoutException {
            WaitForAsyncUtils.waitForFxEvents();
            WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, () -> !files.busyProperty().get());
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    @Start
    void start(Stage stage) {
        one.begin();
        other.begin();
        stage.setScene(new Scene(new OpeningVeil(one.files.opening()), 400, 300));
        stage.show();
    }

    private void write() throws IOException {
        AtomicFiles.write(folder.resolve("design.loom"), out -> ProjectWriter.write(Samples.design(), out));
    }

    @Test
    void a_project_that_another_window_has_opens_as_a_copy_without_a_file() throws Exception {
        write();
        one.open();
        other.open();
        assertThat(one.files.hasFile()).isTrue();
        assertThat(other.files.hasFile()).isFalse();
        assertThat(other.files.titleProperty().get()).isEqualTo("design copy");
        assertThat(other.editor.document()).isEqualTo(Samples.design());
        assertThat(other.editor.history().isClean()).isFalse();
        other.save("mine");
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.text())
                        .isEqualTo(
                                "“design.loom” was not saved: it is open in another window. Your work is still open."));
    }

    @Test
    void a_window_that_goes_on_to_another_page_lets_the_project_go() throws Exception {
        write();
        one.open();
        robot.interact(() -> one.files.create(9, 9));
        other.open();
        assertThat(other.files.hasFile()).isTrue();
        other.open();
        assertThat(other.files.hasFile()).as("opened again by its own window").isTrue();
        robot.interact(() -> other.files.close(() -> {}));
        other.settle();
        one.open();
        assertThat(one.files.hasFile()).isTrue();
    }

    @Test
    void each_save_keeps_the_version_before_which_opens_as_an_unsaved_document() throws Exception {
        write();
        one.open();
        one.save("second");
        one.save("third");
        List<EarlierVersion> found = new ArrayList<>();
        robot.interact(() -> one.files.findVersions(found::addAll));
        one.settle();
        assertThat(found)
                .hasSize(2)
                .allSatisfy(version -> assertThat(version.picture()).isPresent());
        robot.interact(() -> one.files.open(found.get(1)));
        one.settle();
        assertThat(one.editor.document()).isEqualTo(Samples.design());
        assertThat(one.files.titleProperty().get()).isEqualTo("design earlier");
        assertThat(one.files.hasFile()).isFalse();
        assertThat(one.editor.history().isClean()).isFalse();
        assertThat(notices).isEmpty();
    }

    @Test
    void opening_can_be_stopped_and_leaves_the_document_and_the_lock() throws Exception {
        write();
        robot.interact(() -> {
            one.files.open(folder.resolve("design.loom"));
            one.files
                    .opening()
                    .shownProperty()
                    .subscribe(shown -> one.files.opening().cancel());
        });
        one.settle();
        assertThat(one.editor.document().width()).isEqualTo(40);
        assertThat(one.files.opening().shownProperty().get()).isEmpty();
        assertThat(robot.lookup("#opening").query().isVisible()).isFalse();
        assertThat(notices).isEmpty();
        other.open();
        assertThat(other.files.hasFile()).isTrue();
    }

    @Test
    void a_file_that_cannot_be_read_leaves_the_document_and_the_lock() throws Exception {
        Files.writeString(folder.resolve("design.loom"), "no project");
        one.open();
        assertThat(notices).hasSize(1);
        write();
        other.open();
        assertThat(other.files.hasFile()).isTrue();
    }
}
