package org.layerloom.ui.prompt;

import java.util.OptionalInt;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.Settings;

/// How a run is made, as it was chosen when it was asked for.
///
/// @param negative what the picture is to stay away from; blank = nothing
/// @param remake how what is there already is made anew
/// @param anyway whether it starts even if the memory will not do
public record RunSettings(ModelEntry model, String negative, Settings settings, Remake remake, boolean anyway) {
    RunSettings with(Remake other) {
        return new RunSettings(model, negative, settings, other, anyway);
    }

    RunSettings withSeed(long seed) {
        return with(settings.withSeed(seed));
    }

    /// Without previews: what is on the canvas is looked at meanwhile.
    RunSettings quiet() {
        return with(settings.quiet());
    }

    /// On a canvas of the model's of no more than so many px.
    RunSettings workingAt(int side) {
        return with(settings.workingAt(OptionalInt.of(side)));
    }

    /// Started even if the memory will not do.
    RunSettings startedAnyway() {
        return new RunSettings(model, negative, settings, remake, true);
    }

    private RunSettings with(Settings other) {
        return new RunSettings(model, negative, other, remake, anyway);
    }
}
