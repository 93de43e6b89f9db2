package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.edit.paint.Brush;
import org.layerloom.ui.paint.BrushTool;
import org.layerloom.ui.tools.Pointer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// What a designer does to 200 layers in 20 groups, in the whole window: the watchdog says whether it lags.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class TwoHundredLayersTest {
    private final List<Throwable> failures = new ArrayList<>();
    private EditorWindow window;
    private Editor editor;

    @Start
    void start(Stage stage) throws Exception {
        List<Layer> groups = new ArrayList<>();
        for (int g = 1; g <= 20; g++) {
            List<Layer> children = new ArrayList<>();
            for (int i = 1; i < 10; i++) {
                LayerProps props = named(g * 10 + i).withPosition(g * 40, i * 60);
                children.add(new PixelLayer(props, Raster.filled(120, 90, 0xff000000 | g * 9000 + i)));
            }
            groups.add(new GroupLayer(named(g * 10 + 1000), children, true));
        }
        editor = new Editor(Document.blank(1024, 768).withLayers(groups));
        window = new EditorWindow(
                stage,
                editor,
                new PaintedGenerator(Duration.ofMillis(1)).catalog(Files.createTempDirectory("many")),
                failures::add);
        SmallScreen.show(stage, window);
    }

    private static LayerProps named(int id) {
        return LayerProps.named(new LayerId(id), "Layer " + id);
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    @Test
    void all_are_selected_hidden_shown_and_faded_without_lag(FxRobot robot) throws Exception {
        robot.interact(() -> list(robot).requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        until(() -> editor.selected().size() == 200);
        robot.interact(() -> window.actions().get("layer-visible").perform());
        until(() ->
                editor.document().allLayers().noneMatch(layer -> layer.props().visible()));
        robot.interact(editor::undo);
        for (int step = 1; step < 8; step++) {
            int opacity = 255 - step * 20;
            robot.interact(() -> editor.preview(document -> {
                Document faded = document;
                for (LayerId id : editor.selected()) {
                    faded = faded.with(id, layer -> layer.with(p -> p.withOpacity(opacity)));
                }
                return faded;
            }));
        }
        robot.interact(editor::cancelPreview);
        until(() -> window.canvas().isUpToDate());
        robot.push(KeyCode.DOWN);
        assertThat(editor.selected()).hasSize(1);
    }

    @Test
    void all_are_dragged_over_the_page_without_lag(FxRobot robot) throws Exception {
        robot.interact(
                () -> editor.select(editor.document().allLayers().map(Layer::id).toList()));
        for (int step = 1; step < 12; step++) {
            int by = step * 5;
            robot.interact(() -> editor.preview(document -> {
                List<Layer> moved = document.layers().stream()
                        .map(layer -> layer.translate(by, by))
                        .toList();
                return document.withLayers(moved);
            }));
        }
        robot.interact(editor::cancelPreview);
        until(() -> window.canvas().isUpToDate());
    }

    @Test
    void they_are_searched_without_lag(FxRobot robot) throws Exception {
        TextField search = robot.lookup(".layer-search .text-field").query();
        for (String typed : List.of("l", "la", "layer 1", "layer 11", "layer 115", "")) {
            robot.interact(() -> search.setText(typed));
        }
        assertThat(list(robot).getItems()).hasSize(200);
    }

    @Test
    void a_brush_of_1000_px_is_drawn_over_them_without_lag(FxRobot robot) throws Exception {
        window.paint().state().tipProperty(false).set(new Brush(1000, 0.5, 1, 0.5));
        BrushTool brush = new BrushTool(editor, window.paint().state(), false, notice -> {});
        robot.interact(() -> brush.press(Pointer.at(100, 300, 1)));
        for (int x = 130; x < 700; x += 60) {
            int to = x;
            robot.interact(() -> brush.drag(Pointer.at(to, 320, 1)));
        }
        robot.interact(() -> brush.release(Pointer.at(700, 320, 1)));
        until(() -> window.canvas().isUpToDate());
        assertThat(editor.history().entries()).hasSize(2);
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup(".layers").queryAs(ListView.class);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }
}
