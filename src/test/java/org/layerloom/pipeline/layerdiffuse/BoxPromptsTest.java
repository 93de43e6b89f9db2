package org.layerloom.pipeline.layerdiffuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;

/// Which words each picture of a run is told.
final class BoxPromptsTest {
    private static BoxPrompts prompts(Mode mode, String prompt, String background, String... boxes) {
        List<Target> targets = new ArrayList<>();
        for (String own : boxes) {
            targets.add(Target.of(new LayerId(targets.size() + 1), new Rect(0, 0, 50, 50), own));
        }
        return new BoxPrompts(new GenerateRequest(
                "m", mode, 100, 100, prompt, "", background, targets, List.of(), Settings.seeded(1)));
    }

    @Test
    void a_box_is_told_of_its_own_thing_and_is_called_by_it() {
        BoxPrompts prompts = prompts(Mode.LAYERS, "a red fox and a green tree on a snowy forest", "", "", "a big owl");
        assertThat(prompts.box(0)).isEqualTo("a red fox");
        assertThat(prompts.name(0)).isEqualTo("Red fox");
        assertThat(prompts.box(1)).isEqualTo("a big owl");
        assertThat(prompts.whole()).isEqualTo("a red fox and a green tree on a snowy forest");
    }

    @Test
    void a_single_foreground_is_told_the_whole_prompt() {
        assertThat(prompts(Mode.FOREGROUND, "a red fox with a hat", "", "").box(0))
                .isEqualTo("a red fox with a hat");
        assertThat(prompts(Mode.LAYERS, "", "", "a cat", "a dog").whole()).isEqualTo("a cat, a dog");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a red fox and a green tree on a snowy forest | a snowy forest",
                "a poster with a red fox, a green tree        | a poster",
                "a red fox, a green tree                      | a red fox, a green tree"
            })
    void the_background_is_told_what_the_boxes_leave(String prompt, String expected) {
        assertThat(prompts(Mode.LAYERS, prompt, "", "", "").background()).isEqualTo(expected);
    }

    @Test
    void pictures_made_together_have_their_own_words_before_those_of_the_whole() {
        BoxPrompts prompts = prompts(Mode.JOINT, "a glass bottle", "snow", "a red fox");
        assertThat(prompts.foregroundAmong()).isEqualTo("a red fox, a glass bottle");
        assertThat(prompts.backgroundAmong()).isEqualTo("snow, a glass bottle");
        assertThat(prompts.all()).contains("a red fox, a glass bottle", "snow, a glass bottle", "a glass bottle");
        assertThat(prompts(Mode.JOINT, "a bottle", "", "").backgroundAmong()).isEqualTo("a bottle");
    }
}
