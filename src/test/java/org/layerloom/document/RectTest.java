package org.layerloom.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Rectangles against the pixels that they hold.
final class RectTest {
    @Test
    void a_negative_side_is_refused_with_its_size() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rect(0, 0, -3, 4))
                .withMessageContaining("-3 x 4");
    }

    @Test
    void corners_in_any_order_give_the_same_rectangle() {
        assertThat(Rect.between(7, 9, 2, 3)).isEqualTo(Rect.between(2, 3, 7, 9)).isEqualTo(new Rect(2, 3, 5, 6));
    }

    @Test
    void an_intersection_holds_exactly_the_pixels_of_both() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            Rect a = some(random);
            Rect b = some(random);
            Rect both = a.intersect(b);
            for (int y = -8; y < 16; y++) {
                for (int x = -8; x < 16; x++) {
                    assertThat(both.contains(x, y)).isEqualTo(a.contains(x, y) && b.contains(x, y));
                }
            }
        }
    }

    @Test
    void a_union_is_the_smallest_rectangle_around_both() {
        assertThat(new Rect(0, 0, 2, 2).union(new Rect(5, 6, 1, 1))).isEqualTo(new Rect(0, 0, 6, 7));
    }

    @Test
    void an_empty_rectangle_adds_nothing_to_a_union() {
        Rect box = new Rect(5, 6, 1, 1);
        assertThat(Rect.EMPTY.union(box)).isEqualTo(box);
        assertThat(box.union(Rect.EMPTY)).isEqualTo(box);
    }

    @Test
    void snapping_grows_every_side_outward_to_the_grid() {
        Random random = new Random(2);
        for (int i = 0; i < 200; i++) {
            Rect box = some(random);
            Rect snapped = box.snapOutward(4);
            assertThat(snapped.contains(box)).isTrue();
            assertThat(new int[] {snapped.x() % 4, snapped.y() % 4, snapped.right() % 4, snapped.bottom() % 4})
                    .containsOnly(0);
            assertThat(snapped.width()).isLessThan(box.width() + 8);
        }
    }

    private static Rect some(Random random) {
        return new Rect(random.nextInt(-8, 8), random.nextInt(-8, 8), random.nextInt(1, 9), random.nextInt(1, 9));
    }
}
