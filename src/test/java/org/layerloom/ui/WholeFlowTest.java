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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.psd.PsdReader;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.ui.files.FileQuestions;
import org.layerloom.ui.files.YesToFiles;
import org.layerloom.ui.tools.Viewport;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// The main job by hand, from an empty page to files, with a generator that needs no weights.
@ExtendWith(ApplicationExtension.class)
final class WholeFlowTest {
    private final FxRobot robot = new FxRobot();
    private final Document blank = Document.blank(256, 200);
    private final List<Throwable> failures = new ArrayList<>();
    private final List<Raster> previews = new CopyOnWriteArrayList<>();
    private EditorWindow window;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) throws Exception {
        PaintedGenerator painted = new PaintedGenerator(Duration.ofMillis(100));
        window = new EditorWindow(stage, new Editor(blank), painted.catalog(folder), failures::add);
        // Distances are counted, so nothing may snap.
        window.view().snappingProperty().set(false);
        window.files().setQuestions(new YesToFiles(folder::resolve, FileQuestions.Unsaved.DISCARD));
        window.session()
                .previewProperty()
                .subscribe(preview -> Optional.ofNullable(preview).ifPresent(previews::add));
        // The headless screen is 1000 px wide.
        stage.setMinWidth(1000);
        stage.setWidth(1000);
        stage.setX(0);
        stage.setY(0);
        window.show();
    }

    @BeforeEach
    void showActualSize() {
        robot.interact(() -> window.canvas().zoomTo(1));
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    private Document document() {
        return window.editor().document();
    }

    private void drag(double x0, double y0, double x1, double y1) {
        put(x0, y0);
        robot.press(MouseButton.PRIMARY);
        put((x0 + x1) / 2, (y0 + y1) / 2);
        put(x1, y1);
        robot.release(MouseButton.PRIMARY);
    }

    private void put(double x, double y) {
        Viewport viewport = window.view().viewportProperty().get();
        Point2D point = window.canvas().localToScreen(viewport.toViewX(x), viewport.toViewY(y));
        robot.robotContext().getMouseRobot().move(new Point2D(Math.round(point.getX()), Math.round(point.getY())));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void generate() throws Exception {
        robot.clickOn(".prompt .text-area").write("a red ball and a star");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> !previews.isEmpty());
        await(() -> !window.session().runningProperty().get());
    }

    @Test
    void two_boxes_become_layers_that_are_hidden_moved_reordered_exported_and_undone() throws Exception {
        drag(20, 20, 120, 120);
        drag(140, 60, 236, 180);
        generate();
        assertThat(document().layers()).hasSize(3);
        assertThat(robot.lookup("#preview").query().isVisible()).isFalse();
        Document made = document();
        Layer ball = made.layers().get(1);

        robot.push(KeyCode.ESCAPE)
                .clickOn(window.canvas(), MouseButton.SECONDARY)
                .push(KeyCode.V);
        drag(70, 70, 90, 75);
        assertThat(document().layer(ball.id()).orElseThrow().bounds())
                .isEqualTo(ball.bounds().translate(20, 5));
        robot.push(KeyCode.CONTROL, KeyCode.CLOSE_BRACKET);
        assertThat(document().layers().getLast().id()).isEqualTo(ball.id());
        robot.clickOn(eye("Background"));
        assertThat(document().layers().getFirst().props().visible()).isFalse();

        assertScreenShows(Compositor.flatten(document()));
        robot.interact(window.files()::exportPng).interact(window.files()::exportPsd);
        await(() -> !window.files().busyProperty().get());
        assertThat(readPng(folder.resolve("Untitled.png"))).isEqualTo(Compositor.flatten(document()));
        try (InputStream in = Files.newInputStream(folder.resolve("Untitled.psd"))) {
            assertThat(PsdReader.read(in).document().layers())
                    .extracting(Layer::name)
                    .containsExactlyElementsOf(
                            document().layers().stream().map(Layer::name).toList());
        }

        robot.interact(window.canvas()::requestFocus);
        while (window.editor().history().canUndo()) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        }
        assertThat(document()).isEqualTo(blank);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(document().regions()).hasSize(1);
    }

    @Test
    void a_run_shows_its_preview_and_esc_cancels_it_and_leaves_the_page_as_it_was() throws Exception {
        robot.interact(() -> window.session().settings().stepsProperty().set(OptionalInt.of(200)));
        drag(20, 20, 120, 120);
        robot.clickOn(".prompt .text-area").write("a ball");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> !previews.isEmpty());
        assertThat(robot.lookup("#preview").query().isVisible()).isTrue();
        robot.push(KeyCode.ESCAPE);
        await(() -> !window.session().runningProperty().get());
        assertThat(document().layers()).isEmpty();
        assertThat(document().regions()).hasSize(1);
    }

    private Node eye(String layer) {
        return robot.lookup(".lrow .ibtn").queryAll().stream()
                .filter(node -> ("Hide " + layer).equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private static Raster readPng(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return PngReader.read(in).raster();
        }
    }

    /// Where the picture is opaque, the canvas shows the compositor's colours.
    private void assertScreenShows(Raster picture) throws Exception {
        await(window.canvas()::isUpToDate);
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
        assertThat(document().canvas()).isEqualTo(new Rect(0, 0, picture.width(), picture.height()));
    }
}
