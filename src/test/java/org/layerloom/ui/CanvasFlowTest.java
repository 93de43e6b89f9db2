package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.Document;
import org.layerloom.document.Guide;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Marquee;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.ui.tools.Handle;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.TransformFrame;
import org.layerloom.ui.tools.Viewport;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// Placing things on the canvas by hand: guides, marquee, moves of many, transform, crop and sizes, each undone.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class CanvasFlowTest {
    private static final LayerId LOW = new LayerId(1);
    private static final LayerId HIGH = new LayerId(2);
    private static final Document PAGE = Document.blank(400, 300)
            .add(layer(LOW, 40, 40, 80, 60, 0xffcc3344))
            .add(layer(HIGH, 200, 120, 60, 60, 0xff3344cc));

    private final List<Throwable> failures = new ArrayList<>();
    private EditorWindow window;
    private Editor editor;

    private static PixelLayer layer(LayerId id, int x, int y, int width, int height, int argb) {
        return new PixelLayer(
                LayerProps.named(id, "Layer " + id.value()).withPosition(x, y), Raster.filled(width, height, argb));
    }

    @Start
    void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory("canvas");
        editor = new Editor(PAGE);
        window = new EditorWindow(
                stage, editor, new PaintedGenerator(Duration.ofMillis(50)).catalog(folder), failures::add);
        SmallScreen.show(stage, window);
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    @Test
    void two_layers_move_together_and_back(FxRobot robot) {
        robot.interact(() -> editor.select(List.of(LOW, HIGH)));
        take(robot, ToolKind.MOVE);
        drag(robot, on(80, 70), on(95, 85));
        assertThat(place(LOW)).isEqualTo(new Rect(55, 55, 80, 60));
        assertThat(place(HIGH)).isEqualTo(new Rect(215, 135, 60, 60));
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(place(HIGH)).isEqualTo(new Rect(225, 135, 60, 60));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(editor.document()).isSameAs(PAGE);
    }

    @Test
    void a_guide_comes_out_of_the_ruler_and_goes_back(FxRobot robot) {
        take(robot, ToolKind.MOVE);
        Point2D ruler = new Point2D(
                on(0, 0).getX() + 20, window.canvas().localToScreen(0, 0).getY() - 10);
        drag(robot, ruler, on(150, 227));
        assertThat(editor.document().guides()).containsExactly(new Guide(false, 227));
        drag(robot, on(150, 227), on(150, 250));
        assertThat(editor.document().guides()).containsExactly(new Guide(false, 250));
        drag(robot, on(150, 250), ruler);
        assertThat(editor.document().guides()).isEmpty();
        assertThat(editor.history().position()).isEqualTo(3);
    }

    @Test
    void a_marquee_is_drawn_and_dropped(FxRobot robot) {
        atFullSize(robot);
        robot.push(KeyCode.SHIFT, KeyCode.M);
        drag(robot, on(61, 220), on(141, 270));
        assertThat(editor.document().marquee().map(Marquee::bounds)).isEqualTo(Optional.of(new Rect(61, 220, 80, 50)));
        put(robot, on(300, 20));
        robot.clickOn(MouseButton.PRIMARY);
        assertThat(editor.document().marquee()).isEmpty();
    }

    @Test
    void a_layer_is_scaled_and_turned_and_nothing_is_kept_before_enter(FxRobot robot) throws Exception {
        robot.interact(() -> editor.select(List.of(HIGH)));
        atFullSize(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        TransformFrame frame = frame();
        drag(robot, on(frame.handleX(Handle.SE), frame.handleY(Handle.SE)), on(290, 210));
        until(() -> place(HIGH).equals(new Rect(200, 120, 90, 90)));
        assertThat(editor.history().document()).isSameAs(PAGE);
        robot.push(KeyCode.ENTER);
        until(() -> editor.history().canUndo());
        assertThat(place(HIGH)).isEqualTo(new Rect(200, 120, 90, 90));
        assertThat(window.view().toolProperty().get()).isEqualTo(ToolKind.BOX);
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        assertThat(robot.lookup("#transform-options").tryQuery()).isPresent();
        type(robot, "#transform-angle", "45");
        until(() -> place(HIGH).width() > 120);
        atFullSize(robot);
        robot.push(KeyCode.ESCAPE);
        until(() -> place(HIGH).width() == 90);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(editor.document()).isSameAs(PAGE);
    }

    @Test
    void the_marquees_pixels_are_transformed_alone_and_esc_puts_them_back(FxRobot robot) throws Exception {
        Optional<Marquee> marquee = Optional.of(Marquee.of(new Rect(200, 120, 30, 60)));
        robot.interact(() -> {
            editor.commit("Select", document -> document.withMarquee(marquee));
            editor.select(List.of(HIGH));
        });
        Document before = editor.document();
        atFullSize(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        assertThat(frame().bounds()).isEqualTo(new Rect(200, 120, 30, 60));
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        until(() -> !editor.document().layer(HIGH).equals(before.layer(HIGH)));
        robot.push(KeyCode.ESCAPE);
        assertThat(editor.document()).isEqualTo(before);
        robot.push(KeyCode.SHORTCUT, KeyCode.T);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        robot.push(KeyCode.ENTER);
        until(() -> editor.history().document() != before);
        assertThat(place(HIGH)).isEqualTo(new Rect(190, 120, 70, 60));
        assertThat(editor.document().marquee().map(Marquee::bounds)).contains(new Rect(190, 120, 30, 60));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(editor.document()).isEqualTo(before);
    }

    @Test
    void the_page_is_cropped_and_pixels_off_it_stay(FxRobot robot) {
        atFullSize(robot);
        robot.push(KeyCode.C);
        drag(robot, on(0, 150), on(60, 150));
        robot.push(KeyCode.ENTER);
        assertThat(editor.document().canvas()).isEqualTo(new Rect(0, 0, 340, 300));
        assertThat(place(LOW)).isEqualTo(new Rect(-20, 40, 80, 60));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(editor.document()).isSameAs(PAGE);
    }

    @Test
    void page_and_picture_get_another_size(FxRobot robot) throws Exception {
        robot.interact(() -> window.actions().get("page-size").perform());
        robot.clickOn("#anchor-top_left");
        type(robot, "#size-width", "500");
        robot.clickOn("#size-apply");
        assertThat(editor.document().canvas()).isEqualTo(new Rect(0, 0, 500, 300));
        assertThat(place(LOW)).isEqualTo(new Rect(40, 40, 80, 60));
        robot.interact(() -> window.actions().get("image-size").perform());
        type(robot, "#size-width", "250");
        robot.clickOn("#size-apply");
        until(() -> editor.document().width() == 250);
        assertThat(editor.document().height()).isEqualTo(150);
        assertThat(place(LOW)).isEqualTo(new Rect(20, 20, 40, 30));
    }

    @Test
    void snapping_grid_and_guides_are_switched_by_their_keys(FxRobot robot) {
        atFullSize(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.QUOTE);
        assertThat(window.view().gridVisibleProperty().get()).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.SEMICOLON);
        assertThat(window.view().snappingProperty().get()).isFalse();
        robot.push(KeyCode.SHORTCUT, KeyCode.SEMICOLON);
        assertThat(window.view().guidesVisibleProperty().get()).isFalse();
        robot.clickOn("#toggle-snap");
        assertThat(window.view().snappingProperty().get()).isTrue();
    }

    private TransformFrame frame() throws Exception {
        until(() -> window.frames().transform().frameProperty().get() != null);
        return window.frames().transform().frameProperty().get();
    }

    private Rect place(LayerId id) {
        return editor.document().layer(id).orElseThrow().bounds();
    }

    private void take(FxRobot robot, ToolKind kind) {
        atFullSize(robot);
        robot.interact(() -> window.view().toolProperty().set(kind));
    }

    /// Focuses the canvas, a px of the page being one of the screen, so that places are exact.
    private void atFullSize(FxRobot robot) {
        robot.interact(() -> {
            window.canvas().zoomTo(1);
            window.canvas().requestFocus();
        });
    }

    private static void type(FxRobot robot, String field, String text) {
        TextField input = robot.lookup(field + " .text-field").<TextField>query();
        robot.interact(() -> {
            input.requestFocus();
            input.setText(text);
            input.getOnAction().handle(new ActionEvent());
        });
    }

    /// The point of the screen where a point of the document is.
    private Point2D on(double x, double y) {
        Viewport viewport = window.view().viewportProperty().get();
        Point2D point = window.canvas().localToScreen(viewport.toViewX(x), viewport.toViewY(y));
        return new Point2D(Math.round(point.getX()), Math.round(point.getY()));
    }

    private static void drag(FxRobot robot, Point2D from, Point2D to) {
        put(robot, from);
        robot.press(MouseButton.PRIMARY);
        put(robot, from.midpoint(to));
        put(robot, to);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void put(FxRobot robot, Point2D point) {
        robot.robotContext().getMouseRobot().move(point);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
