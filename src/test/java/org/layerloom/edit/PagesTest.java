package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerloom.edit.Stacks.id;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.Document;
import org.layerloom.document.Guide;
import org.layerloom.document.Marquee;
import org.layerloom.document.Rect;
import org.layerloom.edit.Pages.Anchor;

class PagesTest {
    private final Document document = Stacks.of("10 20").withGuides(List.of(new Guide(true, 30)));

    @Test
    void a_page_cropped_and_grown_again_has_all_its_pixels() {
        Document cropped = Pages.crop(document, new Rect(15, 15, 20, 20));
        assertThat(cropped.canvas()).isEqualTo(new Rect(0, 0, 20, 20));
        assertThat(cropped.layer(id(10)).orElseThrow().bounds()).isEqualTo(new Rect(-5, -5, 1, 1));
        assertThat(cropped.guides()).containsExactly(new Guide(true, 15));
        assertThat(Pages.crop(cropped, new Rect(-15, -15, 64, 64))).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource({"TOP_LEFT, 10, 10", "TOP, 28, 10", "RIGHT, 46, 28", "CENTER, 28, 28", "BOTTOM_RIGHT, 46, 46"})
    void the_anchor_says_where_the_old_page_lies_on_the_new_one(Anchor anchor, int x, int y) {
        Document larger = Pages.size(document, 100, 100, anchor);
        assertThat(larger.layer(id(10)).orElseThrow().bounds()).isEqualTo(new Rect(x, y, 1, 1));
    }

    @Test
    void trimming_leaves_what_shows() {
        Document trimmed = Pages.trim(document);
        assertThat(trimmed.canvas()).isEqualTo(new Rect(0, 0, 11, 11));
        assertThat(Pages.trim(trimmed)).isSameAs(trimmed);
        Document empty = Document.blank(8, 8);
        assertThat(Pages.trim(empty)).isSameAs(empty);
    }

    @Test
    void cropping_to_the_marquee_uses_it_up_and_keeps_to_the_page() {
        Document selected = document.withMarquee(Optional.of(Marquee.of(new Rect(-5, 18, 30, 10))));
        Document cropped = Pages.cropToMarquee(selected);
        assertThat(cropped.canvas()).isEqualTo(new Rect(0, 0, 25, 10));
        assertThat(cropped.marquee()).isEmpty();
        assertThat(Pages.cropToMarquee(document)).isSameAs(document);
    }
}
