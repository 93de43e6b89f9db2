package org.layerloom.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rasters of every kind of tile border against the plain array that they were made from.
final class RasterTest {
    @ParameterizedTest
    @CsvSource({"1,1", "255,3", "256,256", "257,2", "3,257", "600,520"})
    void every_pixel_comes_back_as_it_was_given(int width, int height) {
        int[] argb = noise(width, height, 1);
        Raster raster = Raster.of(width, height, argb);
        assertThat(raster.toArgb()).isEqualTo(argb);
        Random random = new Random(2);
        for (int i = 0; i < 100; i++) {
            int x = random.nextInt(width);
            int y = random.nextInt(height);
            assertThat(raster.argb(x, y)).isEqualTo(argb[y * width + x]);
        }
    }

    @Test
    void the_array_given_is_copied() {
        int[] argb = {1, 2, 3, 4};
        Raster raster = Raster.of(2, 2, argb);
        argb[0] = 9;
        assertThat(raster.argb(0, 0)).isEqualTo(1);
    }

    @Test
    void a_wrong_number_of_pixels_is_refused_with_both_sizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Raster.of(3, 2, new int[5]))
                .withMessage("5 pixels do not make a raster of 3 x 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Raster.of(-1, -5, new int[5]));
    }

    @Test
    void a_raster_without_width_or_height_is_the_empty_one() {
        assertThat(Raster.of(0, 7, new int[0])).isSameAs(Raster.empty());
        assertThat(Raster.empty().isEmpty()).isTrue();
        assertThat(Raster.empty().toArgb()).isEmpty();
        assertThat(Raster.empty().alphaBounds()).isEqualTo(Rect.EMPTY);
        assertThat(Raster.empty().bytes()).isZero();
    }

    @Test
    void a_pixel_outside_is_refused() {
        Raster raster = Raster.filled(300, 4, 7);
        assertThatThrownBy(() -> raster.argb(300, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> raster.argb(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> raster.copyRow(250, 0, 51, new int[60], 0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("51 pixels from 250, 0");
    }

    @Test
    void a_row_is_copied_across_tile_borders_and_nothing_beside_it_is_touched() {
        int[] argb = noise(700, 3, 3);
        Arrays.fill(argb, 256, 512, 0); // a run inside a tile that is not empty
        int[] into = new int[710];
        Arrays.fill(into, -7);
        Raster.of(700, 3, argb).copyRow(10, 0, 690, into, 5);
        assertThat(Arrays.copyOfRange(into, 5, 695)).isEqualTo(Arrays.copyOfRange(argb, 10, 700));
        assertThat(Arrays.copyOfRange(into, 0, 5)).containsOnly(-7);
        assertThat(Arrays.copyOfRange(into, 695, 710)).containsOnly(-7);
    }

    @Test
    void an_empty_tile_overwrites_what_stood_in_the_row() {
        int[] into = {5, 5, 5};
        Raster.of(3, 1, new int[3]).copyRow(0, 0, 3, into, 0);
        assertThat(into).containsOnly(0);
    }

    @Test
    void a_crop_holds_the_pixels_of_its_area_and_no_more() {
        Raster raster = Raster.of(400, 300, noise(400, 300, 4));
        Raster part = raster.crop(new Rect(250, 200, 500, 50));
        assertThat(part.width()).isEqualTo(150);
        assertThat(part.height()).isEqualTo(50);
        for (int y = 0; y < 50; y++) {
            for (int x = 0; x < 150; x++) {
                assertThat(part.argb(x, y)).isEqualTo(raster.argb(250 + x, 200 + y));
            }
        }
    }

    @Test
    void a_crop_that_cuts_nothing_is_the_same_raster_and_one_outside_is_empty() {
        Raster raster = Raster.filled(20, 10, 0xFF112233);
        assertThat(raster.crop(new Rect(-5, -5, 100, 100))).isSameAs(raster);
        assertThat(raster.crop(new Rect(20, 0, 5, 5))).isSameAs(Raster.empty());
    }

    @Test
    void alpha_bounds_are_tight_and_ignore_coloured_transparency() {
        int[] argb = new int[600 * 600];
        Arrays.fill(argb, 0x00FF8800);
        argb[100 * 600 + 300] = 0x01000000;
        argb[555 * 600 + 20] = 0xFF000000;
        assertThat(Raster.of(600, 600, argb).alphaBounds()).isEqualTo(new Rect(20, 100, 281, 456));
        assertThat(Raster.filled(300, 300, 0x00FFFFFF).alphaBounds()).isEqualTo(Rect.EMPTY);
    }

    @Test
    void only_tiles_that_hold_something_take_memory() {
        int[] argb = new int[1024 * 1024];
        argb[700 * 1024 + 300] = 1;
        assertThat(Raster.of(1024, 1024, argb).bytes()).isEqualTo(256 * 256 * 4);
        assertThat(Raster.of(1024, 1024, new int[1024 * 1024]).bytes()).isZero();
    }

    @Test
    void rasters_of_equal_pixels_are_equal_however_they_were_made() {
        Raster whole = Raster.of(600, 600, noise(600, 600, 5));
        Raster crop = whole.crop(new Rect(100, 100, 300, 300));
        Raster same = Raster.of(300, 300, crop.toArgb());
        assertThat(crop).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(crop).isNotEqualTo(whole);
        assertThat(Raster.filled(2, 3, 0)).isNotEqualTo(Raster.filled(3, 2, 0));
    }

    private static int[] noise(int width, int height, long seed) {
        return new Random(seed).ints((long) width * height).toArray();
    }

    @Test
    void a_raster_taken_row_by_row_is_the_same_and_shares_whole_tiles_of_one_colour() {
        int[] argb = new int[700 * 600];
        for (int y = 0; y < 600; y++) {
            Arrays.fill(argb, y * 700, y * 700 + 512, 0xff112233);
        }
        argb[599 * 700 + 699] = 7;
        int[] y = {0};
        Raster rows = Raster.ofRows(700, 600, row -> System.arraycopy(argb, 700 * y[0]++, row, 0, 700));
        assertThat(rows).isEqualTo(Raster.of(700, 600, argb));
        assertThat(rows.bytes()).isEqualTo(4L * 256 * 256 * 4); // one for four, two below them, one for a pixel
    }
}
