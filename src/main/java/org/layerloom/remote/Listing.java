package org.layerloom.remote;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Control;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.ModelFamily;
import org.layerloom.generate.Vocabulary;

/// What a server says of itself.
///
/// @param version of the program
/// @param device what it computes on, in words
record Listing(String version, String device, Limits limits, List<Model> models) {
    /// A model, with what it can do as it is: files that are missing there are nobody's matter here. Files of changes
    /// stay on their own machine.
    ///
    /// @param vocabulary null = it does not tell
    record Model(
            String id,
            String title,
            ModelFamily family,
            List<Mode> modes,
            List<Control.Kind> controls,
            boolean negative,
            List<String> samplers,
            boolean embeddedGuidance,
            int trainingSize,
            Vocabulary vocabulary) {
        static Model of(ModelEntry entry) {
            Abilities abilities = entry.abilities();
            return new Model(
                    entry.id(),
                    entry.title(),
                    abilities.family(),
                    those(Mode.values(), abilities::can),
                    those(Control.Kind.values(), abilities::can),
                    abilities.negative(),
                    abilities.samplers(),
                    abilities.embeddedGuidance(),
                    abilities.trainingSize(),
                    vocabulary(entry));
        }

        private static <T> List<T> those(T[] all, Predicate<T> can) {
            return Arrays.stream(all).filter(can).toList();
        }

        private static Vocabulary vocabulary(ModelEntry entry) {
            try {
                return entry.vocabulary().orElse(null);
            } catch (ModelException e) {
                return null; // it only helps with prompts: a run does without
            }
        }

        Abilities abilities() {
            return new Abilities(
                    family, whole(modes), whole(controls), negative, samplers, false, embeddedGuidance, trainingSize);
        }

        private static <T, F> Map<T, List<F>> whole(List<T> can) {
            return can.stream().collect(Collectors.toMap(Function.identity(), thing -> List.of()));
        }
    }
}
