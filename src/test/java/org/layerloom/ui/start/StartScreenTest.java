package org.layerloom.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.files.AtomicFiles;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.ui.Editor;
import org.layerloom.ui.EditorWindow;
import org.layerloom.ui.SmallScreen;
import org.layerloom.ui.Watchdog;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.ProgramSettings;
import org.layerloom.ui.templates.Template;
import org.layerloom.ui.templates.Templates;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class StartScreenTest {
    private final List<Throwable> failures = new ArrayList<>();
    private final Preferences preferences = Preferences.unkept();
    private EditorWindow window;

    @Start
    void start(Stage stage) {
        window = new EditorWindow(
                stage,
                new Editor(Document.blank(400, 300)),
                new ModelCatalog(List.of(), List.of(Path.of("assets", "models").toAbsolutePath())),
                preferences,
                failures::add);
        window.show();
        preferences.set(
                RecentFiles.SETTING,
                List.of(new RecentFile(Path.of("gone.loom").toAbsolutePath().toString(), 0, 3)));
        window.welcome();
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    private static boolean isStart(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#start").query().isVisible();
    }

    @Test
    void enter_takes_the_first_page_with_its_boxes(FxRobot robot) {
        robot.push(KeyCode.ENTER);
        assertThat(isStart(robot)).isFalse();
        Template first = Templates.all().getFirst();
        assertThat(window.editor().document()).isEqualTo(first.document());
        assertThat(window.files().titleProperty().get()).isEqualTo(first.name());
        assertThat(window.editor().history().isClean()).isTrue();
    }

    @Test
    void the_editor_comes_behind_the_first_screen_once_that_is_seen_or_when_a_page_is_taken(FxRobot robot) {
        Stage[] second = new Stage[1];
        robot.interact(() -> {
            second[0] = new Stage();
            EditorWindow other = new EditorWindow(
                    second[0],
                    new Editor(Document.blank(40, 30)),
                    new ModelCatalog(List.of(), List.of()),
                    Preferences.unkept(),
                    failures::add);
            other.begin(Optional.empty());
            assertThat(second[0].getScene().lookup("#title")).isNull();
            assertThat(second[0].getScene().lookup("#start").isVisible()).isTrue();
            other.editor().commit("Prompt", page -> page.withPrompt("a cat"));
            assertThat(second[0].getScene().lookup("#title")).isNotNull();
            second[0].hide();
        });
    }

    @Test
    void closing_a_document_goes_back_to_the_start(FxRobot robot) {
        robot.push(KeyCode.ENTER);
        robot.interact(() -> window.actions().get("close").perform());
        assertThat(isStart(robot)).isTrue();
        assertThat(window.editor().document().regions()).isEmpty();
    }

    @Test
    void the_first_steps_go_on_by_what_is_done_and_do_not_come_again_once_skipped(FxRobot robot) {
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("Describe the picture").query().isVisible()).isTrue();
        robot.clickOn("#tour-skip");
        assertThat(preferences.get(ProgramSettings.TOUR_DONE)).isTrue();
        assertThat(robot.lookup("#tour").query().isVisible()).isFalse();
    }

    @Test
    void a_file_that_cannot_be_opened_is_told_over_the_start_screen(FxRobot robot) throws Exception {
        robot.interact(() -> window.files().open(Path.of("gone.loom").toAbsolutePath()));
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> robot.lookup(".toast").tryQuery().isPresent());
        Node notice = robot.lookup(".toast").query();
        assertThat(isStart(robot)).isTrue();
        assertThat(robot.from(notice).lookup(".ibtn").tryQuery()).isPresent();
        robot.clickOn(robot.from(notice).lookup(".ibtn").<Button>query());
        assertThat(robot.lookup(".toast").tryQuery()).isEmpty();
    }

    @Test
    void a_window_that_begins_with_a_file_shows_the_first_steps_once(FxRobot robot, @TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("box.loom");
        Document page = Document.blank(64, 64).addRegion(new Rect(8, 8, 16, 16));
        AtomicFiles.write(file, out -> ProjectWriter.write(page, out));
        robot.interact(() -> window.begin(Optional.of(file)));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !isStart(robot));
        assertThat(robot.lookup("Describe the picture").query().isVisible()).isTrue();
        robot.clickOn("#tour-skip");
        robot.interact(() -> window.begin(Optional.of(file)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#tour").query().isVisible()).isFalse();
    }

    @Test
    void keys_of_the_editor_do_nothing_at_the_start(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.R).push(KeyCode.V);
        assertThat(window.view().rulersVisibleProperty().get()).isTrue();
        assertThat(isStart(robot)).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.N);
        assertThat(robot.lookup("#new-page").tryQuery()).isPresent();
    }

    @Test
    void a_file_that_is_gone_is_dimmed_and_taken_off_the_list(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> robot.lookup(".recent-row").query().isDisabled());
        robot.interact(() -> robot.lookup("#recent .ibtn").<Button>query().fire());
        assertThat(preferences.get(RecentFiles.SETTING)).isEmpty();
        assertThat(robot.lookup("Files you open will be listed here.").query().isVisible())
                .isTrue();
    }
}
