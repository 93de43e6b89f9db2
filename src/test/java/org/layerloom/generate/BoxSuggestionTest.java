package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;

/// Suggested boxes: one a thing, on the page, apart from each other, and the binder gives each thing its own.
class BoxSuggestionTest {
    private static final String POSTER = "a poster with the text 'SUMMER', a large lion, two balloons and a fox";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a fox | 1",
                "a cat, a dog, cartoon style, plain white background | 2",
                "stickers showing three stars, a moon and a sun | 5",
                "a card with a border, a cake and the text 'Hi' | 3",
                "on a blue background | 0",
            })
    void there_is_a_box_for_each_thing(String prompt, int boxes) {
        assertThat(BoxSuggestion.of(prompt, 512, 384)).hasSize(boxes);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 300, 1024, 4000})
    void boxes_lie_on_the_page_and_apart(int width) {
        Rect page = new Rect(0, 0, width, 512);
        List<Rect> boxes = BoxSuggestion.of(POSTER, width, 512);
        assertThat(boxes).hasSize(5).allMatch(page::contains);
        for (Rect box : boxes) {
            assertThat(boxes)
                    .filteredOn(other -> other != box)
                    .allMatch(other -> other.intersect(box).isEmpty());
        }
    }

    @Test
    void the_binder_gives_each_phrase_the_box_made_for_it() {
        List<Rect> boxes = BoxSuggestion.of(POSTER, 768, 1024);
        List<Optional<Phrase>> bound = Binder.bind(
                POSTER,
                boxes.stream()
                        .map(box -> new Binder.Box(box, Optional.empty(), new Link.Automatic()))
                        .toList());
        assertThat(bound.stream().map(p -> p.map(Phrase::text).orElse("-")))
                .containsExactly("the text 'SUMMER'", "a large lion", "two balloons", "-", "a fox");
    }

    @Test
    void a_frame_gets_the_whole_page() {
        assertThat(BoxSuggestion.of("a card with a floral border and a cake", 300, 400))
                .first()
                .isEqualTo(new Rect(0, 0, 300, 400));
    }

    @Test
    void no_more_boxes_are_suggested_than_a_run_takes() {
        String many =
                "five cats, five dogs, five owls, five bees, five ants, five cows, five pigs, five hens, five rats,"
                        + " five bats, five foxes and five lions";
        assertThat(BoxSuggestion.of(many, 2000, 2000)).hasSize(GenerateRequest.MAX_BOXES);
    }
}
