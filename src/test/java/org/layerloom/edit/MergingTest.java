package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerloom.edit.Stacks.id;
import static org.layerloom.edit.Stacks.ids;
import static org.layerloom.edit.Stacks.shape;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.Locks;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

class MergingTest {
    @Test
    void what_is_merged_depends_on_what_is_selected() {
        Document document = Stacks.of("1 2[3 4] 5 ^6 7");
        assertThat(Merging.parts(document, ids(7, 1))).isEqualTo(ids(1, 7));
        assertThat(Merging.parts(document, ids(2))).isEqualTo(ids(2));
        assertThat(Merging.parts(document, ids(5))).isEqualTo(ids(5, 6));
        assertThat(Merging.parts(document, ids(6))).isEqualTo(ids(5, 6));
        assertThat(Merging.parts(document, ids(4))).isEqualTo(ids(3, 4));
        assertThat(Merging.parts(document, ids(1))).isEmpty();
        assertThat(Merging.parts(LayerEdits.show(document, ids(6), false), ids(7)))
                .isEmpty();
    }

    @Test
    void the_merged_layer_takes_name_id_and_mode_of_the_lower_and_the_place_of_the_upper() {
        Document document = LayerEdits.props(id(1), p -> p.withBlendMode(BlendMode.MULTIPLY))
                .apply(Stacks.of("1 2 3"));
        Document merged = Merging.merge(document, ids(1, 3));
        assertThat(shape(merged)).isEqualTo("2 1");
        assertThat(merged.layer(id(1)).orElseThrow().name()).isEqualTo("L1");
        assertThat(merged.layer(id(1)).orElseThrow().props().blendMode()).isEqualTo(BlendMode.MULTIPLY);
        assertThat(merged.layer(id(1)).orElseThrow().bounds()).isEqualTo(new Rect(1, 1, 3, 3));
    }

    @Test
    void two_clipped_layers_become_one_that_is_clipped_to_their_base() {
        Document merged = Merging.merge(Stacks.of("1 ^2 ^3"), ids(3, 2));
        assertThat(shape(merged)).isEqualTo("1 ^2");
        assertThat(merged.layer(id(2)).orElseThrow().bounds()).isEqualTo(new Rect(2, 2, 2, 2));
    }

    @Test
    void the_box_of_the_lower_reaches_over_those_of_both() {
        Document document = Stacks.of("1 2").withRegions(List.of(box(1, 0), box(2, 20)));
        assertThat(Merging.merge(document, ids(2)).regions())
                .containsExactly(new Region(id(1), new Rect(0, 0, 28, 28), "", 0));
    }

    private static Region box(int id, int at) {
        return new Region(id(id), new Rect(at, at, 8, 8), "", 0);
    }

    @Test
    void a_group_becomes_one_layer_of_its_name() {
        Document merged = Merging.merge(Stacks.of("1 2[3 4[5]] 6"), ids(2));
        assertThat(shape(merged)).isEqualTo("1 2 6");
        assertThat(merged.layer(id(2)).orElseThrow().bounds()).isEqualTo(new Rect(3, 3, 3, 3));
    }

    @Test
    void hidden_layers_stay_beside_what_shows() {
        Document document = LayerEdits.show(Stacks.of("1 2 3 ^4"), ids(2), false);
        assertThat(shape(Merging.mergeVisible(document))).isEqualTo("2 1");
        Document hiddenBase = LayerEdits.show(Stacks.of("1 2 3 ^4"), ids(3), false);
        assertThat(shape(Merging.mergeVisible(hiddenBase))).isEqualTo("1 3 ^4");
    }

    @Test
    void a_stamp_is_a_new_layer_above_the_selected_or_on_top() {
        Document document = Stacks.of("1 2[3] 4");
        assertThat(shape(Merging.stampVisible(document, Optional.of(id(3)), "S")))
                .isEqualTo("1 2[3 5] 4");
        assertThat(shape(Merging.stampVisible(document, Optional.empty(), "S"))).isEqualTo("1 2[3] 4 5");
    }

    @Test
    void flattening_leaves_boxes_that_are_still_empty() {
        Document document = Stacks.of("1 2").withRegions(List.of(box(1, 0), box(9, 20)));
        Document flat = Merging.flatten(document, "Flat");
        assertThat(shape(flat)).isEqualTo("10");
        assertThat(flat.regions()).containsExactly(box(9, 20));
        assertThat(flat.layer(id(10)).orElseThrow().bounds()).isEqualTo(new Rect(0, 0, 64, 64));
    }

    @Test
    void locked_pixels_are_not_merged() {
        Document document = Stacks.of("1 2[3] 4");
        Document locked = LayerEdits.props(id(3), p -> p.withLocks(Locks.NONE.withPixels(true)))
                .apply(document);
        assertThat(Merging.merge(locked, ids(2, 4))).isSameAs(locked);
        assertThat(Merging.mergeVisible(locked)).isSameAs(locked);
        assertThat(Merging.flatten(locked, "Flat")).isSameAs(locked);
    }
}
