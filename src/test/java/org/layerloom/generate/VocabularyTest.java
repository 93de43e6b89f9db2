package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VocabularyTest {
    private static final Vocabulary WORDS = new Vocabulary(
            List.of(
                    "birthday cake",
                    "balloon",
                    "star",
                    "fish",
                    "cat",
                    "mouse",
                    "coffee cup",
                    "pizza",
                    "soccer ball",
                    "dinosaur",
                    "turtle",
                    "frog",
                    "cherries",
                    "octopus",
                    "umbrella",
                    "unicorn",
                    "t-shirt",
                    "sunglasses"),
            Map.of("birthday cake", List.of("cake"), "coffee cup", List.of("cup of coffee"), "cat", List.of("kitten")),
            List.of("cartoon", "flat"),
            List.of("circle", "speech bubble"),
            List.of("red", "sky blue"),
            List.of("hills", "polka dot"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a cat and a red balloon",
                "Three Cats, two mice and a cup of coffee",
                "a cat in a wizard's hat",
                "a slice of pizza, a bunch of cherries and pairs of sunglasses",
                "a T-shirt, speech bubbles and a red circle",
                "a birthday poster with a small kitten, green hills and polka dots",
                "the text 'Dragons and wizards', a title and a cat",
                "a cat sleeping, a mouse eating a burrito and a cat's balloon",
                "a poster",
                "a cat and",
                "a cat with the",
                "a birthday card for my wizard friend",
                "5",
                "",
                "  , and",
            })
    void what_the_model_was_taught_is_not_told_of(String prompt) {
        assertThat(WORDS.unknown(prompt)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a red dragon in a hat, dragon, dinosaur/turtle/frog",
        "two big lizards, lizards, dinosaur/turtle/frog",
        "a baloon, baloon, balloon",
        "a starfish, starfish, star/fish/octopus",
        "a ball, ball, soccer ball",
        "a cat food dispenser, dispenser, ''",
        "a slice of lasagna, lasagna, pizza",
        "a kittne, kittne, cat",
    })
    void an_unknown_noun_comes_with_near_things(String prompt, String noun, String near) {
        assertThat(WORDS.unknown(prompt)).singleElement().satisfies(found -> {
            assertThat(found.text()).isEqualTo(noun);
            assertThat(String.join("/", found.near())).isEqualTo(near);
            assertThat(prompt.substring(found.start(), found.end())).isEqualTo(noun);
        });
    }

    @Test
    void each_unknown_noun_is_told_once_in_the_order_of_the_prompt() {
        assertThat(WORDS.unknown("a wizard, a cat, a castle and another wizard"))
                .extracting(UnknownNoun::text)
                .containsExactly("wizard", "castle");
    }

    @ParameterizedTest
    @CsvSource({
        "a green dragon in a hat, dinosaur, a green dinosaur in a hat",
        "a dragon in a hat, octopus, an octopus in a hat",
        "An armadillo, turtle, A turtle",
        "a dragon, unicorn, a unicorn",
        "a dragon, umbrella, an umbrella",
        "a raspberry and a cat, cherries, cherries and a cat",
        "two dragons, mouse, two mice",
        "two dragons, coffee cup, two coffee cups",
        "Dragons, turtle, Turtles",
    })
    void a_near_thing_takes_the_place_in_the_same_number_and_with_the_right_article(
            String prompt, String thing, String replaced) {
        UnknownNoun noun = WORDS.unknown(prompt).getFirst();
        assertThat(noun.replacedIn(prompt, thing)).isEqualTo(replaced);
    }
}
