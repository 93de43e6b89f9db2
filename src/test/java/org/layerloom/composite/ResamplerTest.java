package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.composite.Resampler.Drawn;
import org.layerloom.composite.Resampler.Quality;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;

final class ResamplerTest {
    private static final Rect EVERYWHERE = new Rect(-10_000, -10_000, 20_000, 20_000);
    private static final Map<String, Raster> PILLOW = pillow();
    private static final Raster SOURCE = PILLOW.get("source");

    private static Drawn fine(Raster source, Transform transform) {
        return new Resampler(Quality.FINE, () -> false).draw(source, transform, EVERYWHERE);
    }

    @Test
    void a_move_by_whole_pixels_shares_the_raster() {
        Drawn drawn = fine(SOURCE, Transform.translation(5, -7));
        assertThat(drawn.raster()).isSameAs(SOURCE);
        assertThat(drawn.bounds()).isEqualTo(new Rect(5, -7, 23, 17));
    }

    @Test
    void a_quarter_turn_copies_every_pixel() {
        Drawn drawn = fine(SOURCE, Transform.rotation(90));
        assertThat(drawn.bounds()).isEqualTo(new Rect(-17, 0, 17, 23));
        for (int y = 0; y < 17; y++) {
            for (int x = 0; x < 23; x++) {
                assertThat(drawn.raster().argb(16 - y, x)).isEqualTo(SOURCE.argb(x, y));
            }
        }
    }

    @Test
    void four_quarter_turns_and_two_mirrorings_bring_every_pixel_back() {
        Raster turned = SOURCE;
        for (int i = 0; i < 4; i++) {
            turned = fine(turned, Transform.rotation(90)).raster();
        }
        assertThat(turned.toArgb()).isEqualTo(SOURCE.toArgb());
        Raster mirrored = fine(SOURCE, Transform.scaling(-1, 1)).raster();
        assertThat(mirrored.argb(0, 3)).isEqualTo(SOURCE.argb(22, 3));
        assertThat(fine(mirrored, Transform.scaling(-1, 1)).raster().toArgb()).isEqualTo(SOURCE.toArgb());
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "small", "large", "wide"})
    void scaled_pixels_are_those_of_pillow(String name) {
        Raster expected = PILLOW.get(name);
        Drawn drawn = fine(
                SOURCE,
                Transform.scaling(
                        (double) expected.width() / SOURCE.width(), (double) expected.height() / SOURCE.height()));
        assertThat(drawn.bounds()).isEqualTo(new Rect(0, 0, expected.width(), expected.height()));
        int[] actual = drawn.raster().toArgb();
        int[] wanted = expected.toArgb();
        for (int i = 0; i < wanted.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                assertThat(premultiplied(actual[i], shift))
                        .as("pixel %d, bit %d", i, shift)
                        .isCloseTo(premultiplied(wanted[i], shift), within(2.0));
            }
        }
    }

    private static double premultiplied(int argb, int shift) {
        int value = argb >>> shift & 0xff;
        return shift == 24 ? value : value * (argb >>> 24) / 255.0;
    }

    @Test
    void the_edge_of_a_scaled_picture_stays_as_sharp_as_it_was() {
        Raster drawn = fine(Raster.filled(10, 10, 0xff336699), Transform.scaling(3.5, 0.7))
                .raster();
        assertThat(drawn.width()).isEqualTo(35);
        assertThat(drawn.height()).isEqualTo(7);
        assertThat(drawn.toArgb()).containsOnly(0xff336699);
    }

    @Test
    void a_picture_moved_by_half_a_pixel_covers_half_of_its_outer_pixels() {
        Drawn drawn = fine(Raster.filled(4, 4, 0xff336699), Transform.translation(0.5, 0));
        assertThat(drawn.bounds()).isEqualTo(new Rect(0, 0, 5, 4));
        assertThat(drawn.raster().argb(0, 1)).isEqualTo(0x80336699);
        assertThat(drawn.raster().argb(2, 1)).isEqualTo(0xff336699);
        assertThat(drawn.raster().argb(4, 1)).isEqualTo(0x80336699);
    }

    @Test
    void a_turned_square_keeps_its_area_and_its_colour() {
        Raster drawn =
                fine(Raster.filled(60, 60, 0xff336699), Transform.rotation(30)).raster();
        long alpha = 0;
        for (int argb : drawn.toArgb()) {
            alpha += argb >>> 24;
            assertThat(argb >>> 24 == 0 || (argb & 0xffffff) == 0x336699).isTrue();
        }
        assertThat(alpha / 255.0).isCloseTo(3_600, within(12.0));
    }

    @Test
    void a_turned_picture_that_shrinks_takes_the_average_of_what_it_covers() {
        int[] stripes = new int[200 * 200];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i % 2 == 0 ? 0xff000000 : 0xffffffff;
        }
        Raster drawn = fine(
                        Raster.of(200, 200, stripes),
                        Transform.scaling(0.1, 0.1).then(Transform.rotation(20)))
                .raster();
        assertThat(drawn.argb(drawn.width() / 2, drawn.height() / 2) & 0xff).isCloseTo(128, within(4));
    }

    @Test
    void colours_of_transparent_pixels_do_not_bleed() {
        int[] pixels = new int[64];
        for (int i = 0; i < 64; i++) {
            pixels[i] = i % 8 < 4 ? 0xffff0000 : 0x0000ff00;
        }
        for (Transform transform : new Transform[] {Transform.scaling(3, 3), Transform.rotation(10)}) {
            assertThat(Arrays.stream(
                            fine(Raster.of(8, 8, pixels), transform).raster().toArgb()))
                    .allMatch(argb -> argb >>> 24 == 0 || (argb & 0xffffff) == 0xff0000);
        }
    }

    @Test
    void only_the_part_within_is_drawn() {
        Drawn drawn = new Resampler(Quality.FINE, () -> false)
                .draw(SOURCE, Transform.scaling(100, 100), new Rect(10, 20, 30, 40));
        assertThat(drawn.bounds()).isEqualTo(new Rect(10, 20, 30, 40));
        Raster whole = fine(SOURCE, Transform.scaling(100, 100)).raster();
        assertThat(drawn.raster().toArgb())
                .isEqualTo(whole.crop(new Rect(10, 20, 30, 40)).toArgb());
    }

    @Test
    void a_cancelled_drawing_ends() {
        assertThatThrownBy(
                        () -> new Resampler(Quality.FINE, () -> true).draw(SOURCE, Transform.scaling(2, 2), EVERYWHERE))
                .isInstanceOf(CancellationException.class);
    }

    private static Map<String, Raster> pillow() {
        Map<String, Raster> rasters = new HashMap<>();
        try (InputStream file = ResamplerTest.class.getResourceAsStream("/golden/resample/pillow.txt");
                Scanner in = new Scanner(file, StandardCharsets.UTF_8)) {
            while (in.hasNext()) {
                String name = in.next();
                int width = in.nextInt();
                int height = in.nextInt();
                int[] argb = new int[width * height];
                for (int i = 0; i < argb.length; i++) {
                    argb[i] = Integer.parseUnsignedInt(in.next(), 16);
                }
                rasters.put(name, Raster.of(width, height, argb));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rasters;
    }
}
