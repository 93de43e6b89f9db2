package org.layerloom.ui.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.PaintedGenerator;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.TextLayer;
import org.layerloom.edit.Placing;
import org.layerloom.ui.Editor;
import org.layerloom.ui.EditorWindow;
import org.layerloom.ui.SmallScreen;
import org.layerloom.ui.Watchdog;
import org.layerloom.ui.color.Colors;
import org.layerloom.ui.tools.Pointer;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Viewport;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// Painting, typing and filling by hand, in the real window.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class PaintFlowTest {
    private static final LayerId FIRST = new LayerId(1);

    private final List<Throwable> failures = new ArrayList<>();
    private EditorWindow window;
    private Editor editor;

    @Start
    void start(Stage stage) throws Exception {
        editor = new Editor(Document.blank(400, 300));
        window = new EditorWindow(
                stage,
                editor,
                new PaintedGenerator(Duration.ofMillis(100)).catalog(Files.createTempDirectory("paint")),
                failures::add);
        SmallScreen.show(stage, window);
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    @Test
    void a_stroke_makes_a_layer_the_next_goes_on_it_and_each_is_one_step(FxRobot robot) {
        robot.push(KeyCode.B);
        drag(robot, on(100, 100), on(200, 100));
        PixelLayer layer = (PixelLayer) editor.document().layers().getFirst();
        assertThat(pixel(150, 100)).isEqualTo(0xff000000);
        assertThat(layer.bounds().width()).isBetween(115, 135);
        drag(robot, on(100, 200), on(200, 200));
        assertThat(editor.document().layers()).hasSize(1);
        assertThat(editor.history().entries()).hasSize(3);
        robot.push(KeyCode.E);
        drag(robot, on(150, 90), on(150, 110));
        assertThat(pixel(150, 100) >>> 24).isZero();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(pixel(150, 100)).isEqualTo(0xff000000);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(editor.document().layers()).singleElement().isEqualTo(layer);
    }

    @Test
    void a_shift_click_goes_straight_on_and_an_alt_click_picks_a_colour(FxRobot robot) {
        editor(
                () -> editor.commit(
                        "Add",
                        d -> d.add(
                                new PixelLayer(LayerProps.named(FIRST, "Sky"), Raster.filled(400, 300, 0xff3366cc)))),
                robot);
        Colors colors = window.paint().state().colors();
        BrushTool brush = new BrushTool(editor, window.paint().state(), false, notice -> {});
        robot.interact(() -> {
            click(brush, new Pointer(50, 50, 1, false, true, false));
            assertThat(colors.foregroundProperty().get()).isEqualTo(0xff3366cc);
            colors.swap();
            editor.selectionProperty().set(FIRST);
            click(brush, Pointer.at(50, 100, 1));
            click(brush, new Pointer(350, 100, 1, true, false, false));
        });
        assertThat(pixel(200, 100)).isEqualTo(0xffffffff);
        assertThat(editor.history().entries()).hasSize(4);
    }

    private static void click(BrushTool brush, Pointer at) {
        brush.press(at);
        brush.release(at);
    }

    @Test
    void digits_and_brackets_set_the_tip_in_the_hand_and_not_the_layer(FxRobot robot) {
        robot.push(KeyCode.B);
        robot.clickOn(on(30, 30));
        robot.push(KeyCode.DIGIT5);
        double size = window.paint().state().tipProperty(false).get().size();
        robot.interact(() -> window.actions().get("brush-larger").perform());
        assertThat(window.paint().state().tipProperty(false).get().opacity()).isEqualTo(0.5);
        assertThat(window.paint().state().tipProperty(false).get().size()).isGreaterThan(size);
        assertThat(editor.document().layers().getFirst().props().opacity()).isEqualTo(255);
    }

    @Test
    void the_mask_takes_the_paint_while_it_is_edited(FxRobot robot) {
        Mask all = Mask.of(Raster.filled(400, 300, 0xff000000), 0, 0, 255);
        editor(
                () -> {
                    editor.commit(
                            "Add",
                            d -> d.add(new PixelLayer(
                                    LayerProps.named(FIRST, "Sky").withMask(Optional.of(all)),
                                    Raster.filled(400, 300, 0xff3366cc))));
                    editor.selectionProperty().set(FIRST);
                    editor.maskEditedProperty().set(true);
                },
                robot);
        robot.push(KeyCode.B);
        robot.clickOn(on(200, 150));
        PixelLayer layer = (PixelLayer) editor.document().layers().getFirst();
        assertThat(layer.raster().argb(200, 150)).isEqualTo(0xff3366cc);
        assertThat(layer.props().mask().orElseThrow().raster().argb(200, 150)).isZero();
    }

    @Test
    void a_locked_layer_says_why_and_a_text_offers_to_become_pixels(FxRobot robot) {
        editor(
                () -> {
                    editor.commit(
                            "Add",
                            d -> d.add(new PixelLayer(
                                    LayerProps.named(FIRST, "Hills").withLocks(Locks.ALL),
                                    Raster.filled(400, 300, 0xff3366cc))));
                    editor.selectionProperty().set(FIRST);
                },
                robot);
        Document before = editor.document();
        robot.push(KeyCode.B);
        robot.clickOn(on(200, 150));
        assertThat(editor.document()).isSameAs(before);
        assertThat(robot.lookup("“Hills” is locked: its pixels cannot change.").tryQuery())
                .isPresent();
        editor(() -> editor.selectionProperty().set(null), robot);
        type(robot, 50, 250, "Hi");
        robot.push(KeyCode.B);
        robot.clickOn(on(300, 250));
        robot.clickOn("Rasterize");
        assertThat(editor.document().layers().getLast()).isInstanceOf(PixelLayer.class);
    }

    @Test
    void text_is_typed_on_the_canvas_edited_again_and_is_one_step_each_time(FxRobot robot) {
        type(robot, 60, 150, "Hello");
        TextLayer layer = (TextLayer) editor.document().layers().getFirst();
        assertThat(layer.text().content()).isEqualTo("Hello");
        assertThat(layer.name()).isEqualTo("Hello");
        assertThat(layer.bounds().bottom()).isBetween(149, 153);
        assertThat(editor.history().entries()).hasSize(2);
        robot.clickOn(on(62, 140));
        robot.push(KeyCode.END);
        robot.write(" you");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        layer = (TextLayer) editor.document().layers().getFirst();
        assertThat(layer.text().content()).isEqualTo("Hello you");
        assertThat(layer.name()).isEqualTo("Hello you");
        assertThat(editor.history().entries()).hasSize(3);
        robot.clickOn(robot.lookup("#text-bold").<Node>query());
        assertThat(((TextLayer) editor.document().layers().getFirst()).text().bold())
                .isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(((TextLayer) editor.document().layers().getFirst()).text().content())
                .isEqualTo("Hello");
    }

    @Test
    void a_text_left_empty_leaves_no_trace_and_one_that_is_being_typed_is_kept_by_other_steps(FxRobot robot) {
        type(robot, 60, 150, "");
        assertThat(editor.history().entries()).hasSize(1);
        robot.clickOn(on(60, 150));
        robot.write("Kept");
        editor(() -> editor.commit("Prompt", d -> d.withPrompt("x")), robot);
        assertThat(editor.history().entries()).hasSize(3);
        assertThat(((TextLayer) editor.document().layers().getFirst()).text().content())
                .isEqualTo("Kept");
    }

    @Test
    void a_drag_draws_a_gradient_whose_ends_are_moved_and_whose_form_is_changed(FxRobot robot) {
        robot.push(KeyCode.G);
        drag(robot, on(100, 50), on(300, 50));
        FillLayer layer = (FillLayer) editor.document().layers().getFirst();
        assertThat(layer.bounds()).isEqualTo(editor.document().canvas());
        assertThat(pixel(50, 150)).isEqualTo(0xff000000);
        assertThat(pixel(350, 150)).isEqualTo(0xffffffff);
        drag(robot, on(300, 50), on(200, 50));
        assertThat(((Fill.Gradient) fill()).x1()).isBetween(199.0, 201.0);
        robot.clickOn(robot.lookup("#gradient-radial").<Node>query());
        assertThat(((Fill.Gradient) fill()).radial()).isTrue();
        assertThat(robot.lookup("#gradient-radial").<ToggleButton>query().isSelected())
                .isTrue();
        robot.interact(() -> window.actions().get("fill-solid").perform());
        assertThat(fill(1)).isInstanceOf(Fill.Solid.class);
        assertThat(editor.history().entries()).hasSize(5);
    }

    @Test
    void on_a_large_page_a_gradient_is_drawn_beside_the_window_and_is_one_step(FxRobot robot) throws Exception {
        editor(
                () -> {
                    editor.open(Document.blank(2500, 2000));
                    window.actions().get("fill-gradient").perform();
                },
                robot);
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> editor.selectedLayer().isPresent())
                        .get());
        editor(() -> window.view().toolProperty().set(ToolKind.GRADIENT), robot);
        drag(robot, on(100, 100), on(2000, 100));
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> ((Fill.Gradient) fill()).x1() > 1900)
                        .get());
        assertThat(editor.history().entries()).hasSize(3);
        assertThat(((FillLayer) editor.document().layers().getFirst()).raster().argb(50, 1000))
                .isEqualTo(0xff000000);
    }

    @Test
    void a_double_click_on_a_thumbnail_edits_what_the_layer_is_made_of(FxRobot robot) throws Exception {
        robot.interact(() -> window.actions().get("fill-solid").perform());
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> editor.document().layers().size() == 1);
        robot.doubleClickOn(".layer-frame");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.view().toolProperty().get()).isEqualTo(ToolKind.GRADIENT);
        assertThat(robot.lookup(".color-picker").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        type(robot, 60, 80, "Hello");
        robot.doubleClickOn(".layer-frame");
        assertThat(window.view().toolProperty().get()).isEqualTo(ToolKind.TEXT);
        robot.write("!");
        robot.push(KeyCode.ESCAPE);
        assertThat(((TextLayer) editor.document().layers().getLast()).text().content())
                .contains("!");
        Placing.Placed placed = Placing.fit(
                "Photo", Raster.filled(80, 60, 0xff3366cc), editor.document().canvas());
        robot.interact(() -> editor.commit("Place", d -> Placing.add(d, List.of(placed))));
        robot.moveTo(on(60, 80)); // else a third and fourth click in the same place
        robot.doubleClickOn(".layer-frame");
        assertThat(window.view().toolProperty().get()).isEqualTo(ToolKind.TRANSFORM);
        assertThat(window.frames().transform().isActive()).isTrue();
    }

    @Test
    void a_placed_picture_tells_its_own_size_and_how_large_it_is_shown(FxRobot robot) {
        Placing.Placed placed = Placing.fit(
                "Photo", Raster.filled(800, 600, 0xff3366cc), editor.document().canvas());
        editor(
                () -> {
                    editor.commit("Place", d -> Placing.add(d, List.of(placed)));
                    editor.selectionProperty().set(FIRST);
                },
                robot);
        assertThat(robot.lookup("#placed-info").<Label>query().getText())
                .isEqualTo("Kept at 800 × 600 px, shown at 50 %.");
    }

    @Test
    void a_colour_typed_as_digits_becomes_the_foreground_and_is_remembered(FxRobot robot) {
        robot.clickOn(robot.lookup("#foreground-color").<Node>query());
        TextInputControl hex = robot.lookup("#color-hex").query();
        robot.interact(() -> hex.setText("#ff7a6b"));
        robot.clickOn(hex).push(KeyCode.ENTER);
        assertThat(window.paint().state().colors().foregroundProperty().get()).isEqualTo(0xffff7a6b);
        assertThat(window.paint().state().colors().recentProperty().get()).contains(0xffff7a6b);
    }

    private void type(FxRobot robot, int x, int y, String text) {
        robot.interact(() -> window.view().toolProperty().set(ToolKind.TEXT));
        robot.clickOn(on(x, y));
        robot.write(text);
        robot.push(KeyCode.ESCAPE);
    }

    private Fill fill() {
        return fill(0);
    }

    private Fill fill(int index) {
        return ((FillLayer) editor.document().layers().get(index)).fill();
    }

    private int pixel(int x, int y) {
        int[] pixel = new int[1];
        Compositor.paint(editor.document(), new Rect(x, y, 1, 1), pixel, 0, 1);
        return pixel[0];
    }

    private static void editor(Runnable work, FxRobot robot) {
        robot.interact(work);
    }

    private void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY);
        robot.moveTo(from.midpoint(to)).moveTo(to).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Point2D on(double x, double y) {
        Callable<Point2D> place = () -> {
            Viewport viewport = window.view().viewportProperty().get();
            return window.canvas().localToScreen(viewport.toViewX(x), viewport.toViewY(y));
        };
        try {
            return WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(place));
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
