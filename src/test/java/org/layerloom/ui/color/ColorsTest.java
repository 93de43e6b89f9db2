package org.layerloom.ui.color;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// Colours as numbers, digits and a short memory.
final class ColorsTest {
    @Test
    void a_colour_goes_to_hue_saturation_brightness_and_back_unchanged() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            int argb = random.nextInt() | 0xff000000;
            assertThat(Hsb.of(argb).argb()).isEqualTo(argb);
        }
        assertThat(new Hsb(360, 1, 1).argb()).isEqualTo(0xffff0000);
    }

    @ParameterizedTest
    @CsvSource({"#FF7A6B, FFFF7A6B", "ff7a6b, FFFF7A6B", " #abc , FFAABBCC", "#12, ", "red, ", "#1234567, "})
    void digits_of_the_web_are_read_with_and_without_the_sign(String text, String expected) {
        assertThat(Hex.parse(text).isPresent()).isEqualTo(expected != null);
        if (expected != null) {
            assertThat(Hex.parse(text).getAsInt()).isEqualTo((int) Long.parseLong(expected, 16));
        }
        assertThat(Hex.of(0x80ff7a6b)).isEqualTo("#FF7A6B");
    }

    @Test
    void swapping_twice_changes_nothing_and_resetting_gives_black_on_white() {
        Colors colors = new Colors();
        colors.foregroundProperty().set(0xffff0000);
        colors.swap();
        assertThat(colors.foregroundProperty().get()).isEqualTo(0xffffffff);
        assertThat(colors.backgroundProperty().get()).isEqualTo(0xffff0000);
        colors.swap();
        assertThat(colors.foregroundProperty().get()).isEqualTo(0xffff0000);
        colors.reset();
        assertThat(colors.foregroundProperty().get()).isEqualTo(0xff000000);
    }

    @Test
    void the_colours_used_last_come_first_each_once_and_sixteen_at_most() {
        Colors colors = new Colors();
        for (int i = 0; i < 20; i++) {
            colors.remember(0xff000000 | i);
        }
        colors.remember(0xff000000 | 10);
        assertThat(colors.recentProperty().get())
                .hasSize(16)
                .startsWith(0xff00000a, 0xff000013)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_design_tells_the_colours_of_its_fills_first_and_then_those_it_shows_most() {
        Document document = Document.blank(64, 64);
        document = document.add(
                new PixelLayer(LayerProps.named(document.newId(), "Sky"), Raster.filled(64, 40, 0xff3366cc)));
        document = document.add(new FillLayer(
                LayerProps.named(document.newId(), "Sun"),
                new Fill.Solid(0xffffcc00),
                Raster.filled(8, 8, 0xffffcc00)));
        assertThat(DocumentColors.of(document)).containsExactly(0xffffcc00, 0xff3366cc);
        assertThat(DocumentColors.of(Document.blank(5, 5))).isEmpty();
    }
}
