package org.layerloom.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerloom.document.LayerId;

final class RowPickTest {
    private static final List<LayerId> ROWS = ids(5, 4, 3, 2, 1);

    @Test
    void what_was_selected_elsewhere_while_no_range_had_begun_begins_one() {
        LayerId id = new LayerId(7);
        assertThat(new RowPick(List.of(), null).following(List.of(id))).isEqualTo(RowPick.only(id));
    }

    @Test
    void a_shift_click_takes_all_rows_from_the_anchor_and_the_clicked_one_is_primary() {
        RowPick pick = RowPick.only(new LayerId(4)).to(new LayerId(2), ROWS);
        assertThat(pick.selected()).isEqualTo(ids(4, 3, 2));
        assertThat(pick.to(new LayerId(5), ROWS).selected()).isEqualTo(ids(4, 5));
    }

    @Test
    void a_ctrl_click_takes_in_and_out_and_moves_the_anchor() {
        RowPick pick = RowPick.only(new LayerId(4)).toggled(new LayerId(1));
        assertThat(pick.selected()).isEqualTo(ids(4, 1));
        assertThat(pick.to(new LayerId(2), ROWS).selected()).isEqualTo(ids(1, 2));
        assertThat(pick.toggled(new LayerId(4)).selected()).isEqualTo(ids(1));
    }

    @Test
    void arrows_stop_at_the_ends_and_extend_with_shift() {
        RowPick top = RowPick.only(new LayerId(5));
        assertThat(top.step(-1, false, ROWS).selected()).isEqualTo(ids(5));
        assertThat(top.step(2, true, ROWS).selected()).isEqualTo(ids(5, 4, 3));
        assertThat(top.step(9, false, ROWS).selected()).isEqualTo(ids(1));
        assertThat(new RowPick(List.of(), null).step(-1, false, ROWS).selected())
                .isEqualTo(ids(1));
    }

    @Test
    void what_was_selected_elsewhere_becomes_the_anchor_unless_the_old_one_is_still_selected() {
        RowPick pick = RowPick.only(new LayerId(4));
        assertThat(pick.following(ids(2)).to(new LayerId(1), ROWS).selected()).isEqualTo(ids(2, 1));
        assertThat(pick.following(ids(4, 2)).to(new LayerId(3), ROWS).selected())
                .isEqualTo(ids(4, 3));
    }

    @Test
    void all_rows_are_selected_and_the_primary_stays() {
        assertThat(RowPick.only(new LayerId(3)).all(ROWS).selected()).isEqualTo(ids(5, 4, 2, 1, 3));
    }

    private static List<LayerId> ids(int... values) {
        return IntStream.of(values).mapToObj(LayerId::new).toList();
    }
}
