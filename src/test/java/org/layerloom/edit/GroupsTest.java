package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerloom.edit.Stacks.id;
import static org.layerloom.edit.Stacks.ids;
import static org.layerloom.edit.Stacks.shape;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

class GroupsTest {
    @Test
    void a_group_takes_the_place_of_its_topmost_member_and_keeps_their_order() {
        Document grouped = Groups.group(Stacks.of("1 2 3 4"), ids(3, 1), "Group");
        assertThat(shape(grouped)).isEqualTo("2 5[1 3] 4");
        assertThat(grouped.layer(id(5)).orElseThrow().props().blendMode()).isEqualTo(BlendMode.PASS_THROUGH);
    }

    @Test
    void layers_of_other_groups_are_taken_out_of_them_and_a_chosen_group_comes_whole() {
        assertThat(shape(Groups.group(Stacks.of("1 2[3 4] 5"), ids(4, 5), "G"))).isEqualTo("1 2[3] 6[4 5]");
        assertThat(shape(Groups.group(Stacks.of("1 2[3 4] 5"), ids(1, 2, 3), "G")))
                .isEqualTo("6[1 2[3 4]] 5");
        assertThat(shape(Groups.group(Stacks.of("1 2[3 4]"), ids(3), "G"))).isEqualTo("1 2[5[3] 4]");
    }

    @Test
    void grouping_nothing_changes_nothing() {
        Document document = Stacks.of("1 2");
        assertThat(Groups.group(document, List.of(), "G")).isSameAs(document);
        assertThat(Groups.group(document, ids(9), "G")).isSameAs(document);
    }

    @Test
    void boxes_follow_the_order_of_their_layers_into_a_group() {
        Document boxes = Stacks.of("1 2 3").withRegions(List.of(box(1), box(2), box(3)));
        assertThat(Groups.group(boxes, ids(1, 3), "G").regions())
                .extracting(Region::layer)
                .isEqualTo(ids(2, 1, 3));
    }

    private static Region box(int id) {
        return new Region(id(id), new Rect(0, 0, 8, 8), "", 0);
    }

    @Test
    void ungrouping_puts_the_children_in_the_place_of_the_group() {
        assertThat(shape(Groups.ungroup(Stacks.of("1 2[3 4[5]] 6"), ids(2)))).isEqualTo("1 3 4[5] 6");
        assertThat(shape(Groups.ungroup(Stacks.of("1 2[3 4[5]] 6"), ids(4)))).isEqualTo("1 2[3 5] 6");
        Document none = Stacks.of("1 2");
        assertThat(Groups.ungroup(none, ids(1))).isEqualTo(none);
    }

    @Test
    void a_hidden_groups_children_stay_hidden_and_its_lowest_are_not_clipped_to_what_was_below_it() {
        Document hidden = LayerEdits.show(Stacks.of("1 2[^3 ^4 5 ^6]"), ids(2), false);
        Document released = Groups.ungroup(hidden, ids(2));
        assertThat(shape(released)).isEqualTo("1 3 4 5 ^6");
        assertThat(released.layers().stream().map(layer -> layer.props().visible()))
                .containsExactly(true, false, false, false, false);
    }

    @Test
    void clipping_needs_something_below_and_groups_cannot_be_clipped() {
        Document document = Stacks.of("1 2 3[4 5]");
        assertThat(shape(Clipping.toggle(document, ids(1, 2)))).isEqualTo("1 ^2 3[4 5]");
        assertThat(shape(Clipping.toggle(document, ids(3)))).isEqualTo("1 2 3[4 5]");
        assertThat(shape(Clipping.toggle(document, ids(4, 5)))).isEqualTo("1 2 3[4 ^5]");
        assertThat(Clipping.canClip(document, ids(1, 3))).isFalse();
    }

    @Test
    void releasing_a_clipped_layer_releases_those_above_it_too() {
        Document document = Stacks.of("1 ^2 ^3 ^4 5 ^6");
        assertThat(shape(Clipping.toggle(document, ids(3)))).isEqualTo("1 ^2 3 4 5 ^6");
        assertThat(Clipping.base(document, id(4)).orElseThrow().id()).isEqualTo(id(1));
        assertThat(Clipping.run(document, id(1))).hasSize(4);
    }
}
