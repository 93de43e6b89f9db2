package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerloom.edit.Stacks.id;
import static org.layerloom.edit.Stacks.ids;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Document;
import org.layerloom.document.Guide;
import org.layerloom.document.Marquee;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

class TurnTest {
    private static final Raster SIX = Raster.of(3, 2, new int[] {1, 2, 3, 4, 5, 6});

    @ParameterizedTest
    @CsvSource({
        "FLIP_HORIZONTAL, 3 2 1 6 5 4",
        "FLIP_VERTICAL, 4 5 6 1 2 3",
        "CLOCKWISE, 4 1 5 2 6 3",
        "COUNTERCLOCKWISE, 3 6 2 5 1 4",
        "HALF, 6 5 4 3 2 1"
    })
    void pixels_change_places(Turn turn, String after) {
        assertThat(turn.of(SIX).toArgb())
                .containsExactly(List.of(after.split(" ")).stream()
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    @ParameterizedTest
    @EnumSource(Turn.class)
    void a_turned_page_shows_the_turned_picture(Turn turn) {
        for (long seed = 0; seed < 12; seed++) {
            Document document = Designs.smooth(seed);
            assertThat(Pictures.premultipliedDifference(
                            Compositor.flatten(turn.page(document)), turn.of(Compositor.flatten(document))))
                    .as("seed %d", seed)
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"FLIP_HORIZONTAL, 2", "FLIP_VERTICAL, 2", "HALF, 2", "CLOCKWISE, 4", "COUNTERCLOCKWISE, 4"})
    void turned_often_enough_a_page_is_what_it_was(Turn turn, int times) {
        Document document = Designs.any(7)
                .withGuides(List.of(new Guide(true, 3), new Guide(false, 5)))
                .withMarquee(Optional.of(Marquee.of(new Rect(1, 2, 3, 4))));
        Document turned = document;
        for (int i = 0; i < times; i++) {
            turned = turn.page(turned);
            assertThat(turned.equals(document)).as("after %d turns", i + 1).isEqualTo(i == times - 1);
        }
    }

    @Test
    void layers_turn_about_the_middle_of_them_together_with_their_boxes() {
        Document document = Stacks.of("1 2").withRegions(List.of(new Region(id(1), new Rect(10, 10, 20, 10), "", 0)));
        Document turned = Turn.CLOCKWISE.layers(document, ids(1));
        assertThat(turned.regions().getFirst().box()).isEqualTo(new Rect(15, 5, 10, 20));
        assertThat(turned.layer(id(2))).isEqualTo(document.layer(id(2)));
        Document locked = LayerEdits.toggleLocks(document, ids(1));
        assertThat(Turn.HALF.layers(locked, ids(1, 2))).isSameAs(locked);
    }
}
