package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A new style takes the place of the old one, and of nothing else.
final class RemakeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a fox | a fox, watercolor style",
                "a fox, paper cut style | a fox, watercolor style",
                "a fox, old Japanese woodblock print style, a cake | a fox, a cake, watercolor style",
                "a fox in a flat vector style | a fox, watercolor style",
                "a fox, in a flat vector style. | a fox, watercolor style",
                "a woman in a dress in 8-bit style | a woman in a dress, watercolor style",
                "Retro style | watercolor style",
                "Retro style, a fox | a fox, watercolor style",
                "a cat in the style of Klimt | a cat in the style of Klimt, watercolor style",
                "a card with 'Free style' | a card with 'Free style', watercolor style",
                "a card with 'Hats, free style, shoes' | a card with 'Hats, free style, shoes', watercolor style",
                "a Victorian style house | a Victorian style house, watercolor style",
                "a cat, a house with boho style | a cat, a house with boho style, watercolor style",
            })
    void a_style_is_replaced_only_where_it_is_a_part_of_its_own(String prompt, String styled) {
        assertThat(new Remake(0.7, "watercolor").styled(prompt)).isEqualTo(styled);
    }
}
