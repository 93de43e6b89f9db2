package org.layerloom.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.ColorScheme;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Styled;
import org.layerloom.ui.Watchdog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// 200 layers in 20 groups. Work is counted, not timed.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
class ManyLayersTest {
    private static final LayerId CHANGED = new LayerId(105);

    private Editor editor;
    private LayerList list;

    @Start
    void start(Stage stage) {
        List<Layer> groups = new ArrayList<>();
        for (int g = 0; g < 20; g++) {
            List<Layer> children = new ArrayList<>();
            for (int i = 1; i < 10; i++) {
                children.add(new PixelLayer(named(g * 10 + i), Raster.filled(20, 20, 0xff000000 | g * 9000 + i)));
            }
            groups.add(new GroupLayer(named(g * 10 + 100_000), children, true));
        }
        editor = new Editor(Document.blank(64, 64).withLayers(groups));
        LayersPanel panel = new LayersPanel(editor);
        Styled.show(stage, panel, 312, 640, ColorScheme.DARK);
        list = (LayerList) panel.lookup(".layers");
    }

    private static LayerProps named(int id) {
        return LayerProps.named(new LayerId(id), "Layer " + id);
    }

    @Test
    void one_change_exchanges_the_rows_of_its_layer_and_its_group_only() {
        List<LayerRow> before = rows();
        assertThat(before).hasSize(200);
        change();
        assertThat(exchanged(before)).isEqualTo(2);
        WaitForAsyncUtils.asyncFx(() -> editor.undo());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(exchanged(before)).isLessThanOrEqualTo(2);
    }

    @Test
    void no_more_cells_are_made_than_are_in_view() {
        assertThat(list.cells()).hasSizeLessThan(30);
        change();
        assertThat(list.cells()).hasSizeLessThan(30);
    }

    @Test
    void the_list_stays_where_it_is_scrolled_when_a_layer_changes_comes_or_goes(FxRobot robot) throws Exception {
        robot.interact(() -> list.flow().orElseThrow().scrollTo(120));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> first() > 100);
        int top = first();
        change();
        assertThat(first()).isEqualTo(top);
        robot.interact(() -> editor.commit(
                "Add", doc -> doc.add(new PixelLayer(named(doc.nextId()), Raster.filled(4, 4, 0xffffffff)))));
        assertThat(first()).isBetween(top, top + 1);
        robot.interact(editor::undo);
        assertThat(first()).isEqualTo(top);
    }

    private void change() {
        WaitForAsyncUtils.asyncFx(() ->
                editor.commit("Fade", doc -> doc.with(CHANGED, layer -> layer.with(p -> p.withOpacity(100)))));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<LayerRow> rows() {
        return List.copyOf(list.getItems());
    }

    private int exchanged(List<LayerRow> before) {
        int count = 0;
        for (int i = 0; i < before.size(); i++) {
            count += before.get(i) == list.getItems().get(i) ? 0 : 1;
        }
        return count;
    }

    /// Index of the topmost row in view.
    private int first() {
        return list.flow().orElseThrow().getFirstVisibleCell().getIndex();
    }
}
