package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.PaintedGenerator;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.codec.png.PngReader;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.ui.files.FileQuestions;
import org.layerloom.ui.files.YesToFiles;
import org.layerloom.ui.tools.Viewport;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// The main job by hand, in the real window: boxes and a prompt become layers, the layers are edited and leave as
/// files.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class EditorFlowTest {
    private static final Duration STEP = Duration.ofMillis(150);
    private static final LayerId FIRST = new LayerId(1);
    private static final LayerId SECOND = new LayerId(2);

    private final List<Throwable> failures = new ArrayList<>();
    private final List<Raster> previews = new ArrayList<>();
    private Path folder;
    private EditorWindow window;
    private Editor editor;

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory("flow");
        editor = new Editor(Document.blank(400, 300));
        window = new EditorWindow(stage, editor, new PaintedGenerator(STEP).catalog(folder), failures::add);
        window.files().setQuestions(new YesToFiles(folder::resolve, FileQuestions.Unsaved.DISCARD));
        window.session()
                .previewProperty()
                .subscribe(preview -> Optional.ofNullable(preview).ifPresent(previews::add));
        SmallScreen.show(stage, window);
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    @Test
    void boxes_and_a_prompt_become_layers_that_are_edited_undone_exported_and_saved(FxRobot robot) throws Exception {
        Document start = editor.document();
        drawTwoBoxes(robot);
        describe(robot, "a fox and a star");
        generate(robot);
        assertThat(names()).containsExactly("Background", "Ellipse 1", "Star 2");
        hideMoveAndReorder(robot);
        screenShows(robot, Compositor.flatten(editor.document()));
        exportedPixelsAreTheCompositors(robot);
        everyStepIsUndoneAndDoneAgain(robot, start);
        savedProjectOpensAsItWas(robot);
    }

    @Test
    void the_window_never_waits_for_a_run_and_a_cancel_is_heard_within_a_step(FxRobot robot) throws Exception {
        drawTwoBoxes(robot);
        describe(robot, "a fox and a star");
        robot.interact(() -> window.session().settings().stepsProperty().set(OptionalInt.of(100)));
        Document before = editor.document();
        until(() -> window.session().modelProperty().get() != null);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        until(() -> window.session().previewProperty().get() != null);
        assertThat(robot.lookup("#preview").query().isVisible()).isTrue();
        drag(robot, on(20, 250), on(60, 290));
        assertThat(editor.document().regions()).hasSize(3);
        AtomicInteger step = new AtomicInteger();
        AtomicInteger heard = new AtomicInteger();
        robot.interact(() -> {
            window.session()
                    .progressProperty()
                    .subscribe(now -> Optional.ofNullable(now).ifPresent(progress -> step.set(progress.done())));
            window.session().cancellingProperty().subscribe(asked -> {
                if (asked) {
                    heard.set(step.get());
                }
            });
        });
        robot.push(KeyCode.ESCAPE);
        until(() -> !window.session().runningProperty().get());
        // The step that goes on ends, and one that ended may not have been told yet.
        assertThat(step.get() - heard.get()).isLessThanOrEqualTo(2);
        assertThat(heard.get()).isPositive();
        assertThat(editor.document().layers()).isEqualTo(before.layers());
    }

    private void drawTwoBoxes(FxRobot robot) {
        drag(robot, on(40, 40), on(180, 200));
        drag(robot, on(220, 60), on(360, 180));
        assertThat(editor.document().regions())
                .extracting(Region::box)
                .containsExactly(new Rect(40, 40, 140, 160), new Rect(220, 60, 140, 120));
    }

    private void describe(FxRobot robot, String text) {
        robot.clickOn(robot.lookup(".prompt .area").<Node>query()).write(text);
    }

    private void generate(FxRobot robot) throws Exception {
        until(() -> !robot.lookup(".generate").query().isDisabled());
        robot.clickOn(".generate");
        until(() -> !window.session().runningProperty().get());
        assertThat(editor.document().prompt()).isEqualTo("a fox and a star");
        assertThat(editor.document().layers()).hasSize(3);
        assertThat(previews).isNotEmpty();
        assertThat(robot.lookup("#preview").query().isVisible()).isFalse();
    }

    private void hideMoveAndReorder(FxRobot robot) {
        robot.clickOn(eye(robot, "Background"));
        assertThat(editor.document().layers().getFirst().props().visible()).isFalse();
        Rect from = editor.document().layer(FIRST).orElseThrow().bounds();
        robot.interact(window.canvas()::requestFocus);
        robot.push(KeyCode.V);
        drag(robot, on(110, 120), on(160, 130));
        Rect moved = editor.document().layer(FIRST).orElseThrow().bounds();
        assertThat(moved).isEqualTo(from.translate(50, 10));
        assertThat(editor.document().region(FIRST).orElseThrow().box()).isEqualTo(new Rect(90, 50, 140, 160));
        Point2D above = row(robot, "Star 2").localToScreen(20, 2);
        drag(robot, middle(row(robot, "Ellipse 1")), above);
        assertThat(names()).containsExactly("Background", "Star 2", "Ellipse 1");
        robot.push(KeyCode.SHORTCUT, KeyCode.OPEN_BRACKET);
        assertThat(names()).containsExactly("Background", "Ellipse 1", "Star 2");
        robot.push(KeyCode.SHORTCUT, KeyCode.CLOSE_BRACKET);
        assertThat(names()).containsExactly("Background", "Star 2", "Ellipse 1");
        assertThat(editor.document().layer(SECOND)).isPresent();
    }

    /// Where the picture is opaque, the canvas shows the compositor's colours.
    private void screenShows(FxRobot robot, Raster picture) throws Exception {
        until(window.canvas()::isUpToDate);
        robot.interact(() -> {
            window.view().boxesVisibleProperty().set(false);
            window.canvas().zoomTo(1);
        });
        WaitForAsyncUtils.waitForFxEvents();
        Viewport viewport = window.view().viewportProperty().get();
        WritableImage screen = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            SnapshotParameters parameters = new SnapshotParameters();
            Bounds canvas = window.canvas().getBoundsInParent();
            parameters.setViewport(new Rectangle2D(
                    canvas.getMinX() + viewport.left(),
                    canvas.getMinY() + viewport.top(),
                    picture.width(),
                    picture.height()));
            return window.canvas().snapshot(parameters, null);
        });
        int compared = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (picture.argb(x, y) >>> 24 == 255) {
                    assertThat(screen.getPixelReader().getArgb(x, y)).isEqualTo(picture.argb(x, y));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1_000);
        assertThat(editor.document().canvas()).isEqualTo(new Rect(0, 0, picture.width(), picture.height()));
    }

    private void exportedPixelsAreTheCompositors(FxRobot robot) throws Exception {
        Raster picture = Compositor.flatten(editor.document());
        assertThat(picture.alphaBounds()).isNotEqualTo(editor.document().canvas());
        work(() -> robot.interact(() -> window.actions().get("export-png").perform()));
        work(() -> robot.interact(() -> window.actions().get("export-psd").perform()));
        try (InputStream png = Files.newInputStream(folder.resolve("Untitled.png"));
                InputStream psd = Files.newInputStream(folder.resolve("Untitled.psd"))) {
            assertThat(PngReader.read(png).raster()).isEqualTo(picture);
            Document read = AnyFile.read(psd).document();
            assertThat(Compositor.flatten(read)).isEqualTo(picture);
            assertThat(read.layers()).extracting(Layer::name).containsExactlyElementsOf(names());
        }
    }

    private void everyStepIsUndoneAndDoneAgain(FxRobot robot, Document start) {
        Document end = editor.document();
        robot.interact(window.canvas()::requestFocus);
        while (editor.history().canUndo()) {
            robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        }
        assertThat(editor.document()).isSameAs(start);
        while (editor.history().canRedo()) {
            robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        }
        assertThat(editor.document()).isSameAs(end);
    }

    private void savedProjectOpensAsItWas(FxRobot robot) throws Exception {
        Document saved = editor.document();
        work(() -> robot.push(KeyCode.SHORTCUT, KeyCode.S));
        assertThat(editor.history().isClean()).isTrue();
        robot.interact(() -> editor.open(Document.blank(10, 10)));
        work(() -> robot.interact(() -> window.files().open(folder.resolve("Untitled.loom"))));
        assertThat(editor.document()).isEqualTo(saved);
        assertThat(window.files().titleProperty().get()).isEqualTo("Untitled");
    }

    private void work(Runnable work) throws Exception {
        work.run();
        until(() -> !window.files().busyProperty().get());
    }

    /// The point of the screen where a point of the document is.
    private Point2D on(double x, double y) {
        Viewport viewport = window.view().viewportProperty().get();
        Point2D point = window.canvas().localToScreen(viewport.toViewX(x), viewport.toViewY(y));
        return new Point2D(Math.round(point.getX()), Math.round(point.getY()));
    }

    private static Point2D middle(Node node) {
        return node.localToScreen(20, node.getLayoutBounds().getHeight() / 2);
    }

    private static void drag(FxRobot robot, Point2D from, Point2D to) {
        put(robot, from);
        robot.press(MouseButton.PRIMARY);
        put(robot, from.midpoint(to));
        put(robot, to);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Puts the pointer on a point, without a way there.
    private static void put(FxRobot robot, Point2D point) {
        robot.robotContext().getMouseRobot().move(point);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Node row(FxRobot robot, String name) {
        return robot.lookup(".lrow .name").lookup(name).query();
    }

    private static Node eye(FxRobot robot, String name) {
        return robot.lookup(".lrow .ibtn").queryAll().stream()
                .filter(node -> ("Hide " + name).equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return editor.document().layers().stream().map(Layer::name).toList();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
