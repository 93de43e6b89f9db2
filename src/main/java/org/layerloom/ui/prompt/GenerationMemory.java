package org.layerloom.ui.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is remembered from one start of the program to the next: prompts that were used, own presets, and how many
/// versions a re-roll makes.
///
/// @param prompts the last used first, each once
/// @param presets in the order in which they were saved, each name once
/// @param paintsLetters whether what is quoted in a prompt is painted by the model, and not set as text
public record GenerationMemory(List<String> prompts, List<Preset> presets, int versions, boolean paintsLetters) {
    /// How many versions can be asked for at once.
    static final List<Integer> VERSIONS = List.of(2, 4, 8);

    public static final GenerationMemory NOTHING = new GenerationMemory(List.of(), List.of(), 4, false);

    /// More prompts than anyone looks through.
    static final int MOST_PROMPTS = 200;

    public GenerationMemory {
        prompts = List.copyOf(prompts);
        presets = List.copyOf(presets);
        if (!VERSIONS.contains(versions)) {
            throw new IllegalArgumentException(versions + " versions: there can be one of " + VERSIONS);
        }
    }

    /// With a prompt that is used now; a blank one is not remembered.
    GenerationMemory using(String prompt) {
        if (prompt.isBlank()) {
            return this;
        }
        List<String> more = new ArrayList<>(prompts);
        more.remove(prompt.strip());
        more.addFirst(prompt.strip());
        return new GenerationMemory(
                more.subList(0, Math.min(MOST_PROMPTS, more.size())), presets, versions, paintsLetters);
    }

    /// The prompts that hold every word of `text`, in any order.
    List<String> search(String text) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return prompts.stream()
                .filter(prompt -> words.stream().allMatch(prompt.toLowerCase(Locale.ROOT)::contains))
                .toList();
    }

    /// With a preset in place of one of the same name, or as the last.
    GenerationMemory with(Preset preset) {
        List<Preset> more = new ArrayList<>(without(preset.name()).presets);
        more.add(preset);
        return new GenerationMemory(prompts, more, versions, paintsLetters);
    }

    GenerationMemory without(String preset) {
        List<Preset> rest =
                presets.stream().filter(p -> !p.name().equals(preset)).toList();
        return new GenerationMemory(prompts, rest, versions, paintsLetters);
    }

    GenerationMemory withVersions(int versions) {
        return new GenerationMemory(prompts, presets, versions, paintsLetters);
    }

    GenerationMemory withPaintsLetters(boolean paintsLetters) {
        return new GenerationMemory(prompts, presets, versions, paintsLetters);
    }
}
