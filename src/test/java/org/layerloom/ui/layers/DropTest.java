package org.layerloom.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.edit.LayerMoves.Side;

/// The list shows: top, outer [inner [a, b]], folded [c], ground.
final class DropTest {
    private static final double RIGHT = 300;
    private static final Document DOCUMENT = Document.blank(8, 8)
            .withLayers(List.of(
                    pixels(1, "ground"),
                    group(2, "folded", false, pixels(3, "c")),
                    group(4, "outer", true, group(5, "inner", true, pixels(6, "b"), pixels(7, "a"))),
                    pixels(8, "top")));
    private static final List<LayerRow> ROWS = LayerRow.of(DOCUMENT, RowFilter.NONE);

    @Test
    void the_upper_half_of_a_row_means_above_it_and_the_lower_half_below() {
        assertThat(at("top", 0.4, RIGHT)).isEqualTo("ABOVE top 0");
        assertThat(at("top", 0.6, RIGHT)).isEqualTo("BELOW top 0");
    }

    @Test
    void the_middle_of_a_group_means_into_it() {
        assertThat(at("folded", 0.2, RIGHT)).isEqualTo("ABOVE folded 0");
        assertThat(at("folded", 0.5, RIGHT)).isEqualTo("INTO folded 1");
        assertThat(at("folded", 0.8, RIGHT)).isEqualTo("BELOW folded 0");
        assertThat(at("outer", 0.8, RIGHT)).isEqualTo("INTO outer 1");
    }

    @Test
    void below_the_last_row_of_groups_the_pointer_tells_how_far_out_it_goes() {
        assertThat(at("b", 0.9, RIGHT)).isEqualTo("BELOW b 2");
        assertThat(at("b", 0.9, 65)).isEqualTo("BELOW inner 1");
        assertThat(at("b", 0.9, 10)).isEqualTo("BELOW outer 0");
        assertThat(at("a", 0.9, 10)).isEqualTo("BELOW a 2");
    }

    @Test
    void below_all_rows_means_the_bottom_of_the_stack() {
        assertThat(said(Drop.at(ROWS, ROWS.size(), 0, RIGHT).orElseThrow())).isEqualTo("BELOW ground 0");
        assertThat(Drop.at(List.of(), 0, 0, RIGHT)).isEmpty();
    }

    @Test
    void dropped_layers_keep_their_order_and_leave_their_groups() {
        Drop drop = new Drop(ROWS.getFirst(), new LayerId(8), Side.ABOVE, 0);
        Document moved = drop.moved(DOCUMENT, List.of(new LayerId(7), new LayerId(6)));
        assertThat(names(moved.layers())).isEqualTo("ground folded outer top b a");
    }

    @Test
    void copies_are_dropped_and_the_originals_stay() {
        Drop drop = new Drop(ROWS.getFirst(), new LayerId(2), Side.INTO, 1);
        Document copied = drop.copied(DOCUMENT, List.of(new LayerId(4), new LayerId(8)), name -> name + "2");
        assertThat(names(copied.layers())).isEqualTo("ground folded outer top");
        assertThat(names(((GroupLayer) copied.layers().get(1)).children())).isEqualTo("c outer2 top2");
        assertThat(Drop.added(DOCUMENT, copied)).hasSize(2);
    }

    @Test
    void several_layers_step_up_and_down_without_passing_each_other() {
        List<LayerId> ids = List.of(new LayerId(1), new LayerId(2));
        Document up = RowEdits.stepped(DOCUMENT, ids, true);
        assertThat(names(((GroupLayer) up.layers().getFirst()).children())).isEqualTo("ground folded inner");
        assertThat(RowEdits.stepped(DOCUMENT, ids, false)).isEqualTo(DOCUMENT);
    }

    private static String at(String name, double share, double x) {
        int index = ROWS.stream().map(row -> row.layer().name()).toList().indexOf(name);
        return said(Drop.at(ROWS, index, share, x).orElseThrow());
    }

    private static String said(Drop drop) {
        return drop.side() + " " + DOCUMENT.layer(drop.target()).orElseThrow().name() + " " + drop.depth();
    }

    private static String names(List<Layer> layers) {
        return layers.stream().map(Layer::name).collect(Collectors.joining(" "));
    }

    private static PixelLayer pixels(int id, String name) {
        return new PixelLayer(LayerProps.named(new LayerId(id), name), Raster.filled(2, 2, 0xff000000));
    }

    private static GroupLayer group(int id, String name, boolean open, Layer... children) {
        return new GroupLayer(LayerProps.named(new LayerId(id), name), List.of(children), open);
    }
}
