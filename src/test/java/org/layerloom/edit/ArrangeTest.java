package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerloom.edit.Stacks.id;
import static org.layerloom.edit.Stacks.ids;
import static org.layerloom.edit.Stacks.shape;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.Locks;
import org.layerloom.document.Rect;
import org.layerloom.edit.LayerMoves.Side;

class ArrangeTest {
    @ParameterizedTest
    @CsvSource({
        "TO_FRONT, 2 5 6[7 8] 1 3",
        "FORWARD, 2 1 5 3 6[7 8]",
        "BACKWARD, 1 3 2 5 6[7 8]",
        "TO_BACK, 1 3 2 5 6[7 8]",
        "REVERSE, 3 2 1 5 6[7 8]"
    })
    void the_chosen_go_there_and_keep_their_order(Arrange arrange, String after) {
        assertThat(shape(arrange.apply(Stacks.of("1 2 3 5 6[7 8]"), ids(1, 3)))).isEqualTo(after);
    }

    @Test
    void each_layer_stays_in_its_group() {
        assertThat(shape(Arrange.TO_FRONT.apply(Stacks.of("1 2[3 4] 5"), ids(1, 3))))
                .isEqualTo("2[4 3] 5 1");
    }

    @Test
    void what_is_at_the_end_already_leaves_the_document_as_it_is() {
        Document document = Stacks.of("1 2[3 4] 5");
        assertThat(Arrange.TO_FRONT.apply(document, ids(5))).isEqualTo(document);
        assertThat(Arrange.BACKWARD.apply(document, ids(1, 3))).isEqualTo(document);
    }

    @Test
    void several_layers_are_dropped_in_their_order() {
        Document document = Stacks.of("1 2[3 4] 5 6");
        assertThat(shape(LayerMoves.drop(document, ids(6, 1), id(3), Side.BELOW)))
                .isEqualTo("2[1 6 3 4] 5");
        assertThat(shape(LayerMoves.drop(document, ids(3, 5, 4), id(1), Side.ABOVE)))
                .isEqualTo("1 3 4 5 2[] 6");
        assertThat(shape(LayerMoves.drop(document, ids(5, 6), id(2), Side.INTO)))
                .isEqualTo("1 2[3 4 5 6]");
        assertThat(shape(LayerMoves.drop(document, ids(2, 6), id(3), Side.ABOVE)))
                .isEqualTo("1 2[3 6 4] 5");
    }

    @Test
    void the_next_layer_is_the_next_row_and_goes_round() {
        Document document = Stacks.of("1 2[3 4] 5");
        assertThat(Neighbours.next(document, Optional.of(id(5)), 1).map(Layer::id))
                .contains(id(2));
        assertThat(Neighbours.next(document, Optional.of(id(2)), 1).map(Layer::id))
                .contains(id(4));
        assertThat(Neighbours.next(document, Optional.of(id(5)), -1).map(Layer::id))
                .contains(id(1));
        assertThat(Neighbours.next(document, Optional.empty(), 1).map(Layer::id))
                .contains(id(5));
    }

    @Test
    void a_group_and_its_child_both_chosen_move_once() {
        Document moved = Moves.by(Stacks.of("1 2[3 4]"), ids(2, 3, 1), 10, 0);
        assertThat(moved.layer(id(3)).orElseThrow().bounds()).isEqualTo(new Rect(13, 3, 1, 1));
        assertThat(moved.layer(id(1)).orElseThrow().bounds()).isEqualTo(new Rect(11, 1, 1, 1));
    }

    @Test
    void a_locked_position_within_or_around_holds_all_that_is_moved() {
        Document document = Stacks.of("1 2[3 4]");
        Document inner = LayerEdits.props(id(3), p -> p.withLocks(Locks.NONE.withPosition(true)))
                .apply(document);
        assertThat(Moves.by(inner, ids(1, 2), 5, 5)).isSameAs(inner);
        assertThat(Moves.by(inner, ids(1, 4), 5, 5)).isNotEqualTo(inner);
        Document outer = LayerEdits.props(id(2), p -> p.withLocks(Locks.NONE.withPosition(true)))
                .apply(document);
        assertThat(Moves.by(outer, ids(4), 5, 5)).isSameAs(outer);
        assertThat(Locked.position(outer, ids(4)).map(Layer::name)).contains("G2");
    }

    @Test
    void a_wholly_locked_layer_is_not_deleted() {
        Document locked = LayerEdits.toggleLocks(Stacks.of("1 2 3"), ids(2));
        assertThat(Moves.delete(locked, ids(1, 2))).isSameAs(locked);
        assertThat(shape(Moves.delete(locked, ids(1, 3)))).isEqualTo("2");
        assertThat(LayerEdits.toggleLocks(locked, ids(2))
                        .layer(id(2))
                        .orElseThrow()
                        .props()
                        .locks())
                .isEqualTo(Locks.NONE);
    }

    @Test
    void copies_of_several_lie_above_the_topmost_in_their_order_with_ids_never_used() {
        Document copied = LayerEdits.duplicate(Stacks.of("1 2[3 4] 5"), ids(2, 1), name -> name + " copy");
        assertThat(shape(copied)).isEqualTo("1 2[3 4] 6 7[8 9] 5");
        assertThat(copied.layer(id(6)).orElseThrow().name()).isEqualTo("L1 copy");
    }

    @Test
    void solo_shows_the_groups_and_the_base_of_what_is_shown() {
        Document alone = LayerEdits.solo(Stacks.of("1 2[3 ^4] 5"), ids(4));
        assertThat(alone.allLayers().filter(l -> l.props().visible()).map(Layer::id))
                .containsExactlyElementsOf(ids(2, 3, 4));
    }
}
