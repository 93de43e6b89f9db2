package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.Rect;

/// Phrases are found in the wordings people use, and each goes to the box it fits.
class BinderTest {
    private static final Rect SQUARE = new Rect(0, 0, 100, 100);
    private static final Rect LARGE = new Rect(100, 0, 300, 300);
    private static final Rect SMALL = new Rect(0, 200, 50, 50);
    private static final Rect WIDE = new Rect(0, 400, 400, 80);

    private static List<String> bound(String prompt, Rect... boxes) {
        return Binder.bind(prompt, List.of(boxes)).stream()
                .map(p -> p.map(Phrase::text).orElse("-"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a cartoon poster with a fox, a red balloon and the text 'BIG SALE' on a blue background"
                        + " | a fox/a red balloon/the text 'BIG SALE'",
                "a cat, a dog, cartoon style, plain white background | a cat/a dog",
                "a blue to pink gradient background with a cake and a candle | a cake/a candle",
                "Floral wedding invitation: green leaves, white flowers; circular border."
                        + " | green leaves/white flowers/circular border",
                "a flyer for a bakery. It shows a donut, a cupcake. The background is mint. | a donut/a cupcake",
                "please make a banner showing \"Tom, and Ann\" in red letters and two balloons in front of a beach"
                        + " | \"Tom, and Ann\" in red letters/two balloons",
                "a lion next to a penguin on green hills | a lion/a penguin",
                "a fox + an owl + a bee | a fox/an owl/a bee",
                "a cat and a moon on a dark night sky with stars | a cat/a moon",
                "a starry night with a rocket and a sea turtle, cartoon style | a rocket/a sea turtle",
                "a sun, a palm tree, cartoon style, the sea and a beach | a sun/a palm tree",
                "a flat invitation on a plain beige background with a ring | a ring",
                "menu | menu",
            })
    void aPromptFallsIntoItsThings(String prompt, String phrases) {
        assertThat(PromptReader.phrases(prompt)).extracting(Phrase::text).containsExactly(phrases.split("/"));
        PromptReader.phrases(prompt)
                .forEach(p -> assertThat(prompt.substring(p.start(), p.end())).isEqualTo(p.text()));
    }

    @Test
    void phrasesFollowTheBoxesInOrder() {
        assertThat(bound("a cat, a dog and a fox", SQUARE, SMALL)).containsExactly("a cat", "a dog");
        assertThat(bound("a cat", SQUARE, SMALL)).containsExactly("a cat", "-");
    }

    @Test
    void letteringTakesTheWideBox() {
        assertThat(bound("the title 'HELLO' in red, a cat", SQUARE, WIDE))
                .containsExactly("a cat", "the title 'HELLO' in red");
        assertThat(bound("'HELLO' in red letters", SQUARE)).containsExactly("'HELLO' in red letters");
    }

    @Test
    void wordsOfSizeChooseByArea() {
        assertThat(bound("a tiny bee, a big bear, a dog", SQUARE, LARGE, SMALL))
                .containsExactly("a dog", "a big bear", "a tiny bee");
        assertThat(bound("a rose, a golden frame", SQUARE, LARGE)).containsExactly("a rose", "a golden frame");
    }

    @Test
    void aPhraseOfTwoThingsTakesTwoBoxesAndNamesTheFirst() {
        assertThat(bound("two balloons and a cat", SQUARE, LARGE, SMALL)).containsExactly("two balloons", "-", "a cat");
    }

    @Test
    void aBoxWithItsOwnPromptTakesOnlyItsEqual() {
        List<Optional<Phrase>> bound = Binder.bind(
                "a cat and a dog",
                List.of(SQUARE, LARGE, SMALL),
                List.of(Optional.of("dog"), Optional.empty(), Optional.of("owl")));
        assertThat(bound.stream().map(p -> p.map(Phrase::title).orElse("-"))).containsExactly("Dog", "Cat", "-");
    }
}
