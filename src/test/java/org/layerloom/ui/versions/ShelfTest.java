package org.layerloom.ui.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;

final class ShelfTest {
    private static final LayerId FOX = new LayerId(1);
    private static final LayerId CAKE = new LayerId(2);

    @Test
    void versions_stand_by_layer_oldest_first_and_each_raster_once() {
        Shelf shelf = new Shelf(1 << 30);
        Version first = version(FOX, 1);
        Version second = version(FOX, 2);
        Version other = version(CAKE, 3);
        shelf.add(first);
        shelf.add(other);
        shelf.add(second);
        shelf.add(first);
        assertThat(shelf.of(FOX)).containsExactly(first, second);
        assertThat(shelf.of(CAKE)).containsExactly(other);
        shelf.clear();
        assertThat(shelf.of(FOX)).isEmpty();
    }

    @Test
    void of_one_layer_only_so_many_are_kept() {
        Shelf shelf = new Shelf(1 << 30);
        shelf.add(version(CAKE, 0));
        IntStream.range(0, 40).forEach(i -> shelf.add(version(FOX, i)));
        assertThat(shelf.of(FOX)).hasSize(Shelf.MOST_OF_A_LAYER);
        assertThat(shelf.of(FOX).getFirst().recipe().seed()).isEqualTo(40 - Shelf.MOST_OF_A_LAYER);
        assertThat(shelf.of(CAKE)).hasSize(1);
    }

    @Test
    void where_the_memory_is_full_the_oldest_of_all_give_way() {
        long one = version(FOX, 0).raster().bytes();
        Shelf shelf = new Shelf(3 * one);
        IntStream.range(0, 5).forEach(i -> shelf.add(version(i % 2 == 0 ? FOX : CAKE, i)));
        assertThat(shelf.of(FOX)).extracting(v -> v.recipe().seed()).containsExactly(2L, 4L);
        assertThat(shelf.of(CAKE)).extracting(v -> v.recipe().seed()).containsExactly(3L);
    }

    private static Version version(LayerId layer, int seed) {
        int[] argb = new int[64 * 64];
        Arrays.setAll(argb, i -> 0xFF000000 | (seed + 1) * 7919 + i);
        Raster raster = Raster.of(64, 64, argb);
        return new Version(layer, "v", new Rect(0, 0, 64, 64), 0, 0, raster, new Recipe("p", seed, "m"));
    }
}
