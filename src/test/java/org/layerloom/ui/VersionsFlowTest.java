package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.Document;
import org.layerloom.document.History;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// Re-rolling by hand in the real window: the strip under the row, its keys, and a window that is closed meanwhile.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class VersionsFlowTest {
    private static final LayerId SECOND = new LayerId(2);

    private final List<Throwable> failures = new ArrayList<>();
    private EditorWindow window;
    private Editor editor;

    @Start
    void start(Stage stage) throws Exception {
        editor = new Editor(Document.blank(400, 300)
                .withPrompt("a fox and a star")
                .addRegion(new Rect(40, 40, 140, 160))
                .addRegion(new Rect(200, 60, 120, 120)));
        window = new EditorWindow(
                stage,
                editor,
                new PaintedGenerator(Duration.ofMillis(20)).catalog(Files.createTempDirectory("versions")),
                failures::add);
        SmallScreen.show(stage, window);
        // The window begins saved: closing it asks nothing.
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    @Test
    void a_layer_is_re_rolled_tried_with_the_arrows_and_kept_with_enter(FxRobot robot) throws Exception {
        generate(robot);
        robot.interact(() -> editor.selectionProperty().set(SECOND));
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.R);
        until(() -> !window.session().runningProperty().get());
        until(() -> robot.lookup(".cand").queryAll().size() == 5);
        Raster before = raster(editor.history().document());
        robot.clickOn(robot.lookup(".cand").nth(1).<Node>query());
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.LEFT);
        assertThat(robot.lookup("Showing 3 of 5").tryQuery()).isPresent();
        assertThat(robot.lookup("version 3 of 5").tryQuery()).isPresent();
        assertThat(raster(editor.document())).isNotEqualTo(before);
        assertThat(steps()).hasSize(2);
        robot.push(KeyCode.ENTER);
        assertThat(steps()).endsWith("Keep Star 2, version 3");
        assertThat(robot.lookup("#versions").queryAll()).isEmpty();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(raster(editor.document())).isSameAs(before);
    }

    @Test
    void escape_returns_to_what_the_layer_holds_and_alt_arrows_bring_the_versions_back(FxRobot robot) throws Exception {
        generate(robot);
        robot.interact(() -> window.session().reroll(SECOND, 2));
        until(() -> !window.session().runningProperty().get());
        Raster before = raster(editor.history().document());
        robot.interact(() -> window.canvas().requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertThat(raster(editor.document())).isSameAs(before);
        assertThat(window.session().versions().isOpen()).isFalse();
        robot.interact(() -> editor.selectionProperty().set(SECOND));
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(raster(editor.document())).isNotEqualTo(before);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(raster(editor.document())).isSameAs(before);
        assertThat(steps()).hasSize(2);
    }

    @Test
    void a_window_closed_while_generating_ends_the_run_and_breaks_nothing(FxRobot robot) throws Exception {
        until(() -> window.session().modelProperty().get() != null);
        robot.interact(() -> {
            window.session().settings().stepsProperty().set(OptionalInt.of(200));
            window.session().generate();
            window.session().generate();
        });
        until(() -> window.session().previewProperty().get() != null);
        robot.interact(window::close);
        until(() -> !window.session().runningProperty().get());
        assertThat(Window.getWindows()).isEmpty();
        assertThat(editor.document().layers()).isEmpty();
        assertThat(editor.document().regions()).hasSize(2);
    }

    private void generate(FxRobot robot) throws Exception {
        until(() -> window.session().modelProperty().get() != null);
        robot.interact(() -> window.session().generate());
        until(() -> !window.session().runningProperty().get());
    }

    private List<String> steps() {
        return editor.history().entries().stream().map(History.Entry::label).toList();
    }

    private static Raster raster(Document document) {
        return ((PixelLayer) document.layer(SECOND).orElseThrow()).raster();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
