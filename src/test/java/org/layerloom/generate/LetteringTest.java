package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.document.TextLayer;
import org.layerloom.document.text.TextSetter;

/// Quoted words become text in the box that gets them, and nothing else does.
class LetteringTest {
    private static final LayerId WIDE = new LayerId(1);
    private static final Rect BANNER = new Rect(20, 20, 360, 90);

    private static Document page(String prompt) {
        return Document.blank(400, 400).withPrompt(prompt).addRegion(BANNER).addRegion(new Rect(100, 200, 150, 150));
    }

    private static Lettering lettering(Document document) {
        Set<LayerId> all = document.regions().stream().map(Region::layer).collect(Collectors.toSet());
        return Lettering.of(document, all);
    }

    private static TextLayer text(Document document) {
        return (TextLayer) document.layer(WIDE).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"'a fox and the text \"SALE\"', SALE", "'a fox, ‘Big SALE’ in red letters', Big SALE"})
    void the_quoted_words_fill_their_box(String prompt, String content) {
        Document page = page(prompt);
        Document set = lettering(page).applyTo(page);
        assertThat(set.allLayers()).hasSize(1);
        assertThat(text(set).text().content().replace('\n', ' ')).isEqualTo(content);
        assertThat(BANNER.contains(text(set).bounds())).isTrue();
        assertThat(Math.max(
                        text(set).bounds().width() / 360.0, text(set).bounds().height() / 90.0))
                .isGreaterThan(0.8);
        assertThat(text(set).props().tag())
                .isEqualTo(page.region(WIDE).orElseThrow().tag());
    }

    @Test
    void a_prompt_without_quotes_sets_nothing() {
        assertThat(lettering(page("a fox's den and the dogs' bone")).count()).isZero();
        Document own = page("").withRegion(WIDE, region -> region.withPrompt("the word 'HI' in gold"));
        assertThat(lettering(own).count()).isOne();
    }

    @Test
    void long_words_break_into_lines_in_a_square_box() {
        Document page = Document.blank(300, 300)
                .withPrompt("'The summer sale begins on Monday'")
                .addRegion(new Rect(0, 0, 300, 300));
        assertThat(text(lettering(page).applyTo(page)).text().content()).contains("\n");
    }

    @Test
    void the_colour_is_the_prompts_or_one_that_can_be_read() {
        Document red = page("'SALE' in red letters, a fox");
        Raster black = Raster.filled(400, 400, 0xff000000);
        Raster white = Raster.filled(400, 400, 0xffffffff);
        assertThat(text(lettering(red).applyTo(red, Optional.of(black))).text().argb())
                .isEqualTo(0xFFD62828);
        Document plain = page("'SALE' and a fox");
        assertThat(text(lettering(plain).applyTo(plain, Optional.of(black)))
                        .text()
                        .argb())
                .isEqualTo(0xFFFFFFFF);
        assertThat(text(lettering(plain).applyTo(plain, Optional.of(white)))
                        .text()
                        .argb())
                .isEqualTo(0xFF1B1C20);
    }

    @Test
    void text_follows_the_prompt_until_it_is_edited_by_hand() {
        Document page = page("'SALE' and a fox");
        Document set = lettering(page).applyTo(page);
        assertThat(lettering(set).count()).isZero();
        Document reworded = set.withPrompt("'MENU' and a fox");
        assertThat(text(lettering(reworded).applyTo(reworded)).text().content()).isEqualTo("MENU");
        Document edited = reworded.with(
                WIDE,
                layer -> TextSetter.reset((TextLayer) layer, text(set).text().withContent("Sale now")));
        assertThat(lettering(edited).count()).isZero();
    }

    @Test
    void what_came_to_the_box_meanwhile_stays() {
        Document page = page("'SALE' and a fox");
        Lettering lettering = lettering(page);
        assertThat(lettering.applyTo(page.withoutRegion(WIDE)).allLayers()).isEmpty();
        Document set = lettering.applyTo(page);
        Document moved = set.with(WIDE, layer -> layer.translate(3, 3));
        assertThat(lettering.applyTo(moved)).isSameAs(moved);
    }

    @Test
    void a_request_gives_the_text_to_the_model_and_makes_the_other_boxes() {
        Document page = page("'SALE' and a fox");
        Document set = lettering(page).applyTo(page);
        GenerateRequest request = GenerateRequest.of(set, "model", Settings.seeded(1));
        assertThat(request.targets()).extracting(Target::layer).containsExactly(new LayerId(2));
        assertThat(request.fixed()).extracting(Fixed::layer).containsExactly(WIDE);
    }
}
