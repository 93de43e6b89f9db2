package org.layerloom.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.sampler.Sampler.State;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// UniPC on given model outputs against `golden/samplers`.
class UniPcParityTest {
    private static final double RELATIVE = 1e-5;

    @ParameterizedTest
    @CsvSource({
        "leading, 1", "leading, 2", "leading, 6", "leading, 20", "linspace, 1", "linspace, 2", "linspace, 6",
        "linspace, 20", "trailing, 2", "trailing, 6", "trailing, 20", "karras, 2", "karras, 6", "karras, 20"
    })
    void aRunGivesTheLatentsOfTheReference(String spacing, int steps) throws IOException {
        try (Device device = Device.cpu();
                GoldenTensors golden =
                        GoldenTensors.open(Path.of("src/test/resources/golden/samplers"), "unipc", device)) {
            String name = spacing + "." + steps;
            Schedule schedule = schedule(spacing, steps);
            assertThat(schedule.timesteps())
                    .containsExactly(toDoubles(golden.get(name + ".timesteps").toFloats()));
            float[] sigmas = golden.get(name + ".sigmas").toFloats();
            for (int i = 0; i < sigmas.length; i++) {
                assertThat(Math.abs(schedule.sigmas()[i] - sigmas[i])).isLessThanOrEqualTo(RELATIVE * sigmas[i]);
            }
            Sampler sampler = new UniPc();
            State state = State.of(schedule.start(golden.get("start")));
            for (int i = 0; i < steps; i++) {
                state = sampler.advance(schedule, state, row(golden.get("eps"), i), i, step -> null);
                Tensor expected = row(golden.get(name + ".x"), i + 1);
                golden.assertClose(name, schedule.scaled(state.x(), i + 1), expected, RELATIVE * most(expected));
            }
        }
    }

    private static Schedule schedule(String spacing, int steps) {
        TrainingNoise training = TrainingNoise.stableDiffusion();
        return switch (spacing) {
            case "leading" -> Schedule.multistep(training, Spacing.STABLE_DIFFUSION, steps);
            case "linspace" -> Schedule.multistep(training, new Spacing(Spacing.Rule.LINSPACE, 0), steps);
            case "trailing" -> Schedule.multistep(training, new Spacing(Spacing.Rule.TRAILING, 0), steps);
            default -> Schedule.multistepKarras(training, steps);
        };
    }

    private static Tensor row(Tensor rows, int i) {
        return rows.slice(0, i, i + 1L).reshape(1, rows.size(2), rows.size(3), rows.size(4));
    }

    private static double most(Tensor values) {
        double most = 0;
        for (float value : values.toFloats()) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    private static double[] toDoubles(float... values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
