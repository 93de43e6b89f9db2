package org.layerloom.generate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a model can do, and which files it would need for what it cannot do yet.
///
/// @param modes those that its family has, each with the files it lacks; none lacking = it can be used
/// @param controls likewise, of control pictures
/// @param negative whether it takes a negative prompt
/// @param samplers by name, the default first; empty = there is no choice, and of [Tuning] only files are of use
/// @param loras whether files of small changes can be merged into it
/// @param embeddedGuidance whether it takes guidance as an input, as distilled models do
/// @param trainingSize side of the square pictures it was trained on, px: what is far larger or smaller is scaled
public record Abilities(
        ModelFamily family,
        Map<Mode, List<MissingFile>> modes,
        Map<Control.Kind, List<MissingFile>> controls,
        boolean negative,
        List<String> samplers,
        boolean loras,
        boolean embeddedGuidance,
        int trainingSize) {
    public Abilities {
        modes = ordered(Mode.class, modes);
        controls = ordered(Control.Kind.class, controls);
        samplers = List.copyOf(samplers);
    }

    /// As the others, without embedded guidance; a model with samplers takes LoRA files.
    public Abilities(
            ModelFamily family,
            Map<Mode, List<MissingFile>> modes,
            Map<Control.Kind, List<MissingFile>> controls,
            boolean negative,
            List<String> samplers,
            int trainingSize) {
        this(family, modes, controls, negative, samplers, !samplers.isEmpty(), false, trainingSize);
    }

    private static <K extends Enum<K>> Map<K, List<MissingFile>> ordered(
            Class<K> kind, Map<K, List<MissingFile>> unordered) {
        EnumMap<K, List<MissingFile>> ordered = new EnumMap<>(kind);
        ordered.putAll(unordered);
        return Collections.unmodifiableMap(ordered);
    }

    /// Of an anonymous region transformer of our own: layers in boxes, with a negative prompt.
    public static Abilities layers(int trainingSize) {
        return layers(trainingSize, false, false, List.of());
    }

    /// Of an anonymous region transformer; LoRA files are made for those over FLUX.
    public static Abilities layers(
            int trainingSize, boolean loras, boolean embeddedGuidance, List<MissingFile> missing) {
        return new Abilities(
                ModelFamily.ART,
                Map.of(Mode.LAYERS, missing),
                Map.of(),
                true,
                List.of(),
                loras,
                embeddedGuidance,
                trainingSize);
    }

    /// Whether nothing is missing for a mode that the family has.
    public boolean can(Mode mode) {
        return modes.containsKey(mode) && modes.get(mode).isEmpty();
    }

    public boolean can(Control.Kind control) {
        return controls.containsKey(control) && controls.get(control).isEmpty();
    }
}
