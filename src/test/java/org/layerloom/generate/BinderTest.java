package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;

/// Phrases are found in the wordings people use, and each goes to the box it fits.
class BinderTest {
    private static final Rect SQUARE = new Rect(0, 0, 100, 100);
    private static final Rect LARGE = new Rect(100, 0, 300, 300);
    private static final Rect SMALL = new Rect(0, 200, 50, 50);
    private static final Rect WIDE = new Rect(0, 400, 400, 80);

    private static List<String> bound(String prompt, Rect... boxes) {
        return bound(
                prompt,
                Stream.of(boxes)
                        .map(box -> new Binder.Box(box, Optional.empty(), new Link.Automatic()))
                        .toList());
    }

    private static List<String> bound(String prompt, List<Binder.Box> boxes) {
        return Binder.bind(prompt, boxes).stream()
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
        assertThat(bound(
                        "a cat and a dog",
                        List.of(
                                new Binder.Box(SQUARE, Optional.of("dog"), new Link.Automatic()),
                                new Binder.Box(LARGE, Optional.empty(), new Link.Automatic()),
                                new Binder.Box(SMALL, Optional.of("owl"), new Link.Automatic()))))
                .containsExactly("a dog", "a cat", "-");
    }

    private static Binder.Box linked(Rect area, String phrase) {
        return new Binder.Box(area, Optional.empty(), Link.of(phrase));
    }

    @Test
    void aLinkedBoxHasItsPhraseWhateverFitsBetter() {
        assertThat(bound(
                        "a cat, a big bear and a dog",
                        List.of(linked(SQUARE, "a big bear"), linked(LARGE, null), linked(SMALL, null))))
                .containsExactly("a big bear", "a cat", "a dog");
        assertThat(bound("a cat and a dog", List.of(linked(SQUARE, ""), linked(LARGE, null))))
                .containsExactly("-", "a cat");
        assertThat(bound(
                        "two cats and a dog",
                        List.of(linked(SQUARE, null), linked(LARGE, null), linked(SMALL, "two cats"))))
                .containsExactly("-", "a dog", "two cats");
    }

    @Test
    void aLinkFollowsItsPhraseWhileThatIsEdited() {
        assertThat(bound("a dog, a red fo", List.of(linked(SQUARE, "a red fox"), linked(LARGE, null))))
                .containsExactly("a red fo", "a dog");
        assertThat(bound("a dog, a blue fox", List.of(linked(SQUARE, "a red fox"), linked(LARGE, null))))
                .containsExactly("a blue fox", "a dog");
        assertThat(bound("a dog, a cat", List.of(linked(SQUARE, "a red fox"), linked(LARGE, null))))
                .containsExactly("-", "a dog");
    }

    @Test
    void thingsOfTheSameNameEachGoToTheirOwnBox() {
        assertThat(bound("a cat and a cat", List.of(linked(SQUARE, "a cat"), linked(LARGE, "a cat"))))
                .containsExactly("a cat", "a cat");
    }
}
