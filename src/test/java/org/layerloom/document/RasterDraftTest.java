package org.layerloom.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A draft against the plain pixels that it should hold, and what it shares.
final class RasterDraftTest {
    private static final RasterDraft.Run RED = (pixels, offset, x, y, length) -> {
        for (int i = 0; i < length; i++) {
            pixels[offset + i] = 0xffff0000;
        }
    };

    @Test
    void what_was_not_painted_stays_shared_and_the_start_stays_as_it_was() {
        Raster start = noise(600, 600);
        Raster before = Raster.of(600, 600, start.toArgb());
        RasterDraft draft = new RasterDraft(start, 10, 20, 0);
        draft.write(List.of(new Rect(300, 300, 4, 4)), RED);
        Raster painted = draft.raster();
        assertThat(start).isEqualTo(before);
        assertThat(painted.argb(290, 280)).isEqualTo(0xffff0000);
        assertThat(painted.argb(289, 280)).isEqualTo(start.argb(289, 280));
        long changed = 0;
        for (int i = 0; i < start.tiles().length; i++) {
            changed += start.tiles()[i] == painted.tiles()[i] ? 0 : 1;
        }
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void a_raster_taken_does_not_change_when_the_draft_goes_on() {
        RasterDraft draft = new RasterDraft(Raster.empty(), 0, 0, 0);
        draft.cover(new Rect(5, 5, 10, 10));
        Raster first = draft.raster();
        draft.write(List.of(new Rect(5, 5, 10, 10)), RED);
        assertThat(first.argb(0, 0)).isZero();
        assertThat(draft.raster().argb(9, 9)).isEqualTo(0xffff0000);
    }

    @Test
    void growing_in_any_direction_keeps_every_pixel_in_its_place() {
        Random random = new Random(3);
        for (int outside : new int[] {0, 0xff000000}) {
            Raster start = noise(300, 270);
            RasterDraft draft = new RasterDraft(start, 40, 50, outside);
            for (int i = 0; i < 6; i++) {
                draft.cover(new Rect(random.nextInt(1200) - 600, random.nextInt(1200) - 600, 7, 9));
            }
            Raster grown = draft.raster();
            Rect bounds = draft.bounds();
            for (int y = bounds.y(); y < bounds.bottom(); y += 3) {
                for (int x = bounds.x(); x < bounds.right(); x += 3) {
                    int expected = new Rect(40, 50, 300, 270).contains(x, y) ? start.argb(x - 40, y - 50) : outside;
                    assertThat(grown.argb(x - bounds.x(), y - bounds.y())).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void what_was_wiped_out_is_equal_to_what_never_was() {
        RasterDraft draft = new RasterDraft(Raster.filled(300, 300, 0xff123456), 0, 0, 0);
        draft.write(List.of(new Rect(0, 0, 300, 300)), (pixels, offset, x, y, length) -> {
            Arrays.fill(pixels, offset, offset + length, 0);
        });
        assertThat(draft.raster()).isEqualTo(Raster.filled(300, 300, 0));
        assertThat(draft.raster().bytes()).isZero();
    }

    @Test
    void bands_drawn_one_by_one_make_the_same_raster_as_a_whole_array() {
        Raster noise = noise(600, 520);
        Raster drawn = Raster.drawn(600, 520, (top, rows, argb) -> {
            for (int y = 0; y < rows; y++) {
                noise.copyRow(0, top + y, 600, argb, y * 600);
            }
        });
        assertThat(drawn).isEqualTo(noise);
    }

    private static Raster noise(int width, int height) {
        return Raster.of(
                width, height, new Random(1).ints((long) width * height).toArray());
    }
}
