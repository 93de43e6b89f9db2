package org.layerloom.ui.prompt;

import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.Settings;

/// How a run is made, as it was chosen when it was asked for.
///
/// @param negative what the picture is to stay away from; blank = nothing
/// @param remake how what is there already is made anew
public record RunSettings(ModelEntry model, String negative, Settings settings, Remake remake) {
    RunSettings with(Remake other) {
        return new RunSettings(model, negative, settings, other);
    }

    RunSettings withSeed(long seed) {
        return with(seed, settings.previewEvery());
    }

    /// Without previews: what is on the canvas is looked at meanwhile.
    RunSettings quiet() {
        return with(settings.seed(), 0);
    }

    private RunSettings with(long seed, int previewEvery) {
        Settings s = settings;
        return new RunSettings(
                model,
                negative,
                new Settings(seed, s.steps(), s.guidance(), s.embeddedGuidance(), s.device(), previewEvery, s.tuning()),
                remake);
    }
}
