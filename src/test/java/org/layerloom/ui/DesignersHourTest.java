package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;
import org.layerloom.codec.open.AnyFile;
import org.layerloom.composite.Compositor;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.document.TextLayer;
import org.layerloom.ui.files.FileQuestions;
import org.layerloom.ui.files.YesToFiles;
import org.layerloom.ui.tools.Viewport;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// A designer's whole job in one sitting, with every input counted: a key with its modifiers, a click, a drag and a
/// text that is typed are one each.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class DesignersHourTest {
    private static final int MOST_INPUTS = 40;
    /// Sides of a box that is drawn, document px.
    private static final int BOX = 90;

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final List<Throwable> failures = new ArrayList<>();
    private EditorWindow window;
    private Editor editor;
    private int inputs;

    @Start
    void start(Stage stage) throws Exception {
        editor = new Editor(Document.blank(512, 512));
        window = new EditorWindow(
                stage, editor, new PaintedGenerator(Duration.ofMillis(20)).catalog(folder), failures::add);
        window.files().setQuestions(new YesToFiles(name -> folder.resolve("design.psd"), FileQuestions.Unsaved.CANCEL));
        SmallScreen.show(stage, window);
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    @Test
    void fromATemplateToAPsdItTakesFewInputs() throws Exception {
        chooseATemplateAndDrawThreeBoxes();
        generate();
        LayerId first = editor.document().layers().getLast().id();
        rerollAndKeep(first);
        moveAndBlend(first);
        groupTheUpperTwo();
        addText();
        exportPsd();
        assertThat(inputs).isLessThanOrEqualTo(MOST_INPUTS);
    }

    private void chooseATemplateAndDrawThreeBoxes() throws Exception {
        perform("template");
        click(robot.lookup("#templates .loom-template")
                .match(card -> card.getAccessibleText().startsWith("Business card"))
                .query());
        until(() -> !editor.document().regions().isEmpty());
        int before = editor.document().regions().size();
        for (int i = 1; i <= 3; i++) {
            Rect free = freePlace();
            drag(on(free.x(), free.y()), on(free.right(), free.bottom()));
            assertThat(editor.document().regions()).hasSize(before + i);
        }
    }

    /// A place on the page where no box is.
    private Rect freePlace() {
        Rect page = editor.document().canvas();
        for (int y = 20; y + BOX < page.height() / 2; y += 10) {
            for (int x = 20; x + BOX < page.width(); x += 10) {
                Rect place = new Rect(x, y, BOX, BOX);
                Rect around = new Rect(x - 15, y - 15, BOX + 30, BOX + 30);
                boolean free = editor.document().regions().stream()
                        .allMatch(region -> region.box().intersect(around).isEmpty());
                if (free) {
                    return place;
                }
            }
        }
        throw new AssertionError(
                "the page is full of boxes: " + editor.document().regions());
    }

    private void generate() throws Exception {
        click(robot.lookup(".prompt .area").query());
        type("a party of foxes");
        until(() -> window.session().modelProperty().get() != null);
        chord(KeyCode.SHORTCUT, KeyCode.ENTER);
        until(() -> !editor.document().layers().isEmpty()
                && !window.session().runningProperty().get());
        assertThat(editor.document().layers()).hasSizeGreaterThanOrEqualTo(4);
    }

    private void rerollAndKeep(LayerId id) throws Exception {
        Raster before = raster(id);
        click(row(id));
        chord(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.R);
        until(() -> window.session().versions().triedProperty().get() > 0
                && !window.session().runningProperty().get());
        chord(KeyCode.ENTER);
        until(() -> !raster(id).equals(before));
    }

    private Raster raster(LayerId id) {
        return ((RasterLayer) editor.document().layer(id).orElseThrow()).raster();
    }

    private void moveAndBlend(LayerId id) throws Exception {
        Rect from = editor.document().layer(id).orElseThrow().bounds();
        chord(KeyCode.V);
        drag(on(from.x() + from.width() / 2.0, from.y() + from.height() / 2.0), on(from.x() + 90, from.y() + 70));
        assertThat(editor.document().layer(id).orElseThrow().bounds()).isNotEqualTo(from);
        chord(KeyCode.SHIFT, KeyCode.EQUALS);
        until(() -> editor.document().layer(id).orElseThrow().props().blendMode() != BlendMode.NORMAL);
    }

    private void groupTheUpperTwo() throws Exception {
        click(row(editor.document().layers().getLast().id()));
        chord(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(editor.selected()).hasSize(2);
        chord(KeyCode.SHORTCUT, KeyCode.G);
        until(() -> editor.document().layers().getLast() instanceof GroupLayer group
                && group.children().size() == 2);
    }

    private void addText() throws Exception {
        chord(KeyCode.T);
        Rect page = editor.document().canvas();
        clickAt(on(page.width() / 3.0, page.height() / 3.0));
        type("Mila turns five");
        chord(KeyCode.ESCAPE);
        until(() -> editor.document().allLayers().anyMatch(layer -> layer instanceof TextLayer));
    }

    private void exportPsd() throws Exception {
        chord(KeyCode.SHORTCUT, KeyCode.ALT, KeyCode.S);
        chord(KeyCode.ENTER); // as it was exported last: as PSD
        inputs += 2; // the name and Enter, in the system's own chooser
        until(() -> Files.exists(folder.resolve("design.psd"))
                && !window.files().busyProperty().get());
        try (InputStream in = Files.newInputStream(folder.resolve("design.psd"))) {
            assertThat(Compositor.flatten(AnyFile.read(in).document()))
                    .isEqualTo(Compositor.flatten(editor.history().document()));
        }
    }

    /// An action from a menu: the menu and the item.
    private void perform(String action) {
        inputs += 2;
        robot.interact(() -> window.actions().get(action).perform());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void chord(KeyCode... keys) {
        inputs++;
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(String text) {
        inputs++;
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void click(Node node) {
        inputs++;
        robot.clickOn(node);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void clickAt(Point2D point) {
        inputs++;
        put(point);
        robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void drag(Point2D from, Point2D to) {
        inputs++;
        put(from);
        robot.press(MouseButton.PRIMARY);
        put(from.midpoint(to));
        put(to);
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void put(Point2D point) {
        robot.robotContext().getMouseRobot().move(point);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Point2D on(double x, double y) {
        Viewport viewport = window.view().viewportProperty().get();
        Point2D point = window.canvas().localToScreen(viewport.toViewX(x), viewport.toViewY(y));
        return new Point2D(Math.round(point.getX()), Math.round(point.getY()));
    }

    private Node row(LayerId id) {
        String name = editor.document().layer(id).orElseThrow().name();
        return robot.lookup(".lrow .name").lookup(name).query();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
