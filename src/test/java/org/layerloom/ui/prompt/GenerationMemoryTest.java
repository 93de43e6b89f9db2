package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.ui.preferences.Preferences;

final class GenerationMemoryTest {
    private final GenerationMemory nothing = GenerationMemory.NOTHING;

    @Test
    void a_prompt_used_again_comes_first_and_stands_once() {
        GenerationMemory memory = nothing.using("a fox").using("a cake").using(" a fox ");
        assertThat(memory.prompts()).containsExactly("a fox", "a cake");
        assertThat(memory.using("  ")).isSameAs(memory);
    }

    @Test
    void only_so_many_prompts_are_remembered() {
        GenerationMemory memory = nothing;
        for (int i = 0; i < 300; i++) {
            memory = memory.using("prompt " + i);
        }
        assertThat(memory.prompts())
                .hasSize(GenerationMemory.MOST_PROMPTS)
                .first()
                .isEqualTo("prompt 299");
    }

    @Test
    void prompts_are_found_by_their_words_in_any_order() {
        GenerationMemory memory = nothing.using("A red fox in snow").using("a cake");
        assertThat(memory.search("snow FOX")).containsExactly("A red fox in snow");
        assertThat(memory.search(" ")).hasSize(2);
        assertThat(memory.search("whale")).isEmpty();
    }

    @Test
    void a_preset_takes_the_place_of_one_of_the_same_name() {
        GenerationMemory memory = nothing.with(new Preset("Night", 12, 3.5, "day"))
                .with(new Preset("Quick", 2, null, ""))
                .with(new Preset("Night", null, null, ""));
        assertThat(memory.presets()).extracting(Preset::name).containsExactly("Quick", "Night");
        assertThat(memory.without("Quick").presets()).containsExactly(new Preset("Night", null, null, ""));
    }

    @Test
    void a_preset_brings_back_what_was_set() {
        GenerationSettings settings = new GenerationSettings();
        settings.stepsProperty().set(OptionalInt.of(12));
        settings.guidanceProperty().set(OptionalDouble.of(3.5));
        settings.negativeProperty().set("day");
        Preset preset = Preset.of("Night", settings);
        new Preset("Quick", null, null, "").applyTo(settings);
        assertThat(settings.stepsProperty().get()).isEmpty();
        preset.applyTo(settings);
        assertThat(settings.stepsProperty().get()).hasValue(12);
        assertThat(settings.guidanceProperty().get()).hasValue(3.5);
        assertThat(settings.negativeProperty().get()).isEqualTo("day");
    }

    @Test
    void it_comes_back_from_json_as_it_was() throws Exception {
        GenerationMemory memory = nothing.using("a fox")
                .with(new Preset("Night", 12, null, "day"))
                .withVersions(8);
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readValue(json.writeValueAsString(memory), GenerationMemory.class))
                .isEqualTo(memory);
    }

    @Test
    void the_settings_keep_it_from_one_start_to_the_next(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("settings.json");
        Preferences before = Preferences.in(file);
        GenerationSettings settings = new GenerationSettings();
        settings.keepIn(before);
        settings.remember(settings.memoryProperty().get().using("a fox"));
        settings.versionsProperty().set(8);
        before.close();
        GenerationSettings next = new GenerationSettings();
        next.keepIn(Preferences.in(file));
        assertThat(next.memoryProperty().get().prompts()).containsExactly("a fox");
        assertThat(next.versionsProperty().get()).isEqualTo(8);
    }

    @Test
    void a_number_of_versions_that_is_not_offered_is_refused() {
        assertThatThrownBy(() -> new GenerationMemory(List.of(), List.of(), 3, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 versions");
    }
}
