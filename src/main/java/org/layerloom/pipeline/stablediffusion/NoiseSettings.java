package org.layerloom.pipeline.stablediffusion;

import org.layerloom.sampler.Spacing;
import org.layerloom.sampler.TrainingNoise;
import org.layerloom.weights.Config;
import org.layerloom.weights.WeightsException;

/// The noise that a model was trained with, and how its timesteps are spaced, from `scheduler_config.json`.
public record NoiseSettings(TrainingNoise training, Spacing spacing) {
    /// @throws WeightsException if the model predicts something else than noise, or was trained on another schedule
    static NoiseSettings read(Config config) throws WeightsException {
        require(config, "prediction_type", "epsilon");
        require(config, "beta_schedule", "scaled_linear");
        TrainingNoise training = TrainingNoise.scaledLinear(
                config.number("beta_start", 0.00085),
                config.number("beta_end", 0.012),
                config.integer("num_train_timesteps", 1000));
        Spacing.Rule rule = switch (config.text("timestep_spacing", "leading")) {
            case "leading" -> Spacing.Rule.LEADING;
            case "linspace" -> Spacing.Rule.LINSPACE;
            case "trailing" -> Spacing.Rule.TRAILING;
            default -> throw odd(config, "timestep_spacing", "leading, linspace or trailing");
        };
        return new NoiseSettings(training, new Spacing(rule, config.integer("steps_offset", 1)));
    }

    private static void require(Config config, String key, String only) throws WeightsException {
        if (!config.text(key, only).equals(only)) {
            throw odd(config, key, only);
        }
    }

    private static WeightsException odd(Config config, String key, String wanted) {
        return new WeightsException("the file " + config.file() + " is of a model of another kind: " + key + " is "
                + config.node().path(key) + ", but " + wanted + " is expected");
    }
}
