package org.layerloom.document.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Rect;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;

/// Text set in the bundled font, which measures alike everywhere.
final class TextSetterTest {
    private static final Text HELLO =
            new Text("Hello", "Inter", 40, false, false, 0xff336699, Text.Align.LEFT, 1.2, 100, 200);

    @Test
    void letters_stand_on_the_baseline_and_begin_at_the_given_place() {
        Rect bounds = set(HELLO).bounds();
        assertThat(bounds.x()).isBetween(100, 104);
        assertThat(bounds.bottom()).isBetween(200, 201);
        assertThat(bounds.height()).as("cap height of Inter").isBetween(28, 32);
    }

    @Test
    void every_pixel_has_the_texts_colour_and_edges_are_soft() {
        int soft = 0;
        for (int argb : set(HELLO).raster().toArgb()) {
            assertThat(argb >>> 24 == 0 ? 0x336699 : argb & 0xffffff).isEqualTo(0x336699);
            soft += argb >>> 24 > 0 && argb >>> 24 < 255 ? 1 : 0;
        }
        assertThat(soft).isPositive();
    }

    @Test
    void setting_twice_gives_the_same_pixels() {
        assertThat(set(HELLO)).isEqualTo(set(HELLO));
    }

    @Test
    void lines_follow_at_the_leading_and_empty_ones_keep_their_room() {
        Rect one = set(HELLO.withContent("H")).bounds();
        Rect three = set(HELLO.withContent("H\n\nH")).bounds();
        assertThat(three.height() - one.height()).isEqualTo(96);
        assertThat(set(HELLO.withContent("")).raster().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Text.Align.class)
    void lines_stand_under_each_other_on_the_side_of_the_alignment(Text.Align align) {
        Rect bounds = set(HELLO.withAlign(align)).bounds();
        double place = switch (align) {
            case LEFT -> bounds.x();
            case CENTER -> bounds.x() + bounds.width() / 2.0;
            case RIGHT -> bounds.right();
        };
        assertThat(place).isCloseTo(100, within(4.0));
    }

    @Test
    void bold_is_darker_and_italic_leans() {
        assertThat(ink(HELLO.withStyle(true, false))).isGreaterThan(ink(HELLO) * 11 / 10);
        assertThat(set(HELLO.withStyle(false, true)).raster())
                .isNotEqualTo(set(HELLO).raster());
    }

    @Test
    void a_missing_family_is_told_and_inter_stands_in_for_it() {
        assertThat(Typeface.of("No Such Font", false, false).missing()).isTrue();
        assertThat(Typeface.of("inter", false, false).missing()).isFalse();
        assertThat(set(HELLO.withFamily("No Such Font")).raster())
                .isEqualTo(set(HELLO).raster());
        assertThat(Typeface.families()).startsWith("Inter").doesNotHaveDuplicates();
    }

    @Test
    void the_caret_goes_where_a_click_puts_it() {
        TextLines lines = new TextLines(HELLO.withContent("Hello\nyou"));
        for (int index = 0; index <= 9; index++) {
            TextLines.Caret caret = lines.caret(index);
            assertThat(lines.indexAt(caret.x(), (caret.top() + caret.bottom()) / 2))
                    .isEqualTo(index);
        }
        assertThat(lines.selection(2, 8)).hasSize(2);
    }

    @Test
    void moved_by_whole_pixels_the_letters_look_the_same() {
        TextLayer moved = set(HELLO.translate(7, -5));
        assertThat(moved.raster()).isEqualTo(set(HELLO).raster());
        assertThat(moved.bounds()).isEqualTo(set(HELLO).bounds().translate(7, -5));
    }

    private static TextLayer set(Text text) {
        return TextSetter.layer(LayerProps.named(new LayerId(1), "Text"), text);
    }

    private static long ink(Text text) {
        long sum = 0;
        for (int argb : set(text).raster().toArgb()) {
            sum += argb >>> 24;
        }
        return sum;
    }
}
