package org.layerloom.ui.modes;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.layerloom.generate.Fixed.Role;

/// What the user chose to give to runs in a mode.
///
/// @param pictures a source for each role that a mode may ask for
/// @param backgroundPrompt of the background alone; blank = the prompt
/// @param steering a picture that steers the shapes; empty = none does
/// @param strength how far a transparent layer may leave the selected one that it starts from, 0..1; empty = it
///     starts from noise
public record ModeInputs(
        Map<Role, Source> pictures, String backgroundPrompt, Optional<Steering> steering, OptionalDouble strength) {
    /// How far a layer is varied unless the user says otherwise.
    public static final double USUAL_STRENGTH = 0.6;

    /// The selected layer is the foreground, what is below it the background, and all that is seen the picture.
    public static final ModeInputs USUAL = new ModeInputs(
            Map.of(
                    Role.FOREGROUND,
                    new Source.Selected(),
                    Role.BACKGROUND,
                    new Source.Below(),
                    Role.BLEND,
                    new Source.Everything()),
            "",
            Optional.empty(),
            OptionalDouble.empty());

    public ModeInputs {
        pictures = Map.copyOf(pictures);
        Objects.requireNonNull(backgroundPrompt);
    }

    public Source picture(Role role) {
        return pictures.getOrDefault(role, new Source.Nothing());
    }

    public ModeInputs with(Role role, Source source) {
        Map<Role, Source> more = new EnumMap<>(pictures);
        more.put(role, source);
        return new ModeInputs(more, backgroundPrompt, steering, strength);
    }

    public ModeInputs withBackgroundPrompt(String prompt) {
        return new ModeInputs(pictures, prompt, steering, strength);
    }

    public ModeInputs withSteering(Optional<Steering> other) {
        return new ModeInputs(pictures, backgroundPrompt, other, strength);
    }

    public ModeInputs withStrength(OptionalDouble other) {
        return new ModeInputs(pictures, backgroundPrompt, steering, other);
    }
}
