package org.layerloom.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.sampler.Sampler.State;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

class ScheduleTest {
    private final TrainingNoise training = TrainingNoise.stableDiffusion();

    @ParameterizedTest
    @EnumSource(SamplerKind.class)
    void aStartPictureNeverCostsSteps(SamplerKind kind) {
        int whole = kind.schedule(training, Spacing.STABLE_DIFFUSION, 10, 1).steps();
        for (double strength : new double[] {0.001, 0.1, 0.37, 0.7, 0.99}) {
            Schedule schedule = kind.schedule(training, Spacing.STABLE_DIFFUSION, 10, strength);
            assertThat(schedule.steps()).as("strength %s", strength).isEqualTo(whole);
            for (int i = 0; i < whole; i++) {
                assertThat(schedule.sigmas()[i]).isGreaterThanOrEqualTo(schedule.sigmas()[i + 1]);
            }
        }
    }

    @Test
    void theKarrasScheduleOfAStartPictureIsTheEndOfALongerOne() {
        Schedule longer = Schedule.karras(training, 14);
        Schedule schedule = SamplerKind.DPMPP_2M_KARRAS.schedule(training, Spacing.STABLE_DIFFUSION, 10, 0.7);
        assertThat(schedule.sigmas()[0]).isEqualTo(longer.sigmas()[4]);
        assertThat(schedule.timesteps()[9]).isEqualTo(longer.timesteps()[13]);
    }

    @Test
    void lessStrengthStartsFromLessNoise() {
        double before = Double.MAX_VALUE;
        for (double strength : new double[] {1, 0.8, 0.5, 0.2, 0.05}) {
            double first = SamplerKind.EULER.schedule(training, Spacing.STABLE_DIFFUSION, 20, strength)
                    .sigmas()[0];
            assertThat(first).isLessThan(before);
            before = first;
        }
    }

    @Test
    void anImpossibleRunIsRefused() {
        for (double[] odd : new double[][] {{0, 1}, {1000, 1}, {10, 0}, {10, 1.5}, {10, Double.NaN}}) {
            assertThatThrownBy(
                            () -> SamplerKind.DDIM.schedule(training, Spacing.STABLE_DIFFUSION, (int) odd[0], odd[1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aPatchedModelStopsNowhereHalfwayOrAtOnce() {
        assertThat(training.stopAt(1)).isZero();
        assertThat(training.stopAt(0)).isGreaterThan(training.most());
        double half = training.stopAt(0.5);
        double between = Math.sqrt(training.sigma(499) * training.sigma(500));
        assertThat(half).isCloseTo(between, within(1e-5));
        assertThat(training.stopAt(0.62)).isLessThan(half);
    }

    @Test
    void freshNoiseDependsOnSeedAndStepOnly() {
        try (Device device = Device.cpu()) {
            SeededNoise noise = new SeededNoise(device, 42, 1, 4, 8, 8);
            float[] third = noise.apply(3).toFloats();
            assertThat(new SeededNoise(device, 42, 1, 4, 8, 8).apply(3).toFloats())
                    .isEqualTo(third);
            assertThat(noise.apply(2).toFloats()).isNotEqualTo(third);
            assertThat(new SeededNoise(device, 43, 1, 4, 8, 8).apply(2).toFloats())
                    .isNotEqualTo(third);
            assertThat(noise.start().toFloats())
                    .isEqualTo(device.randn(42, 1, 4, 8, 8).toFloats());
        }
    }

    /// A model that knows the one picture there is predicts its noise exactly: every sampler must find the picture.
    @ParameterizedTest
    @EnumSource(SamplerKind.class)
    void everySamplerFindsTheOnlyPictureThereIsAndLeavesNothingOpen(SamplerKind kind) {
        try (Device device = Device.cpu()) {
            Tensor picture = device.randn(1, 1, 4, 4, 4);
            SeededNoise noise = new SeededNoise(device, 5, 1, 4, 4, 4);
            Schedule schedule = kind.schedule(training, Spacing.STABLE_DIFFUSION, 12, 1);
            int open = device.openTensors();
            float[] found = Scope.closing(() -> {
                State state = State.of(schedule.start(noise.start()));
                for (int i = 0; i < schedule.steps(); i++) {
                    double sigma = schedule.sigmas()[i];
                    Tensor epsilon = state.x().sub(picture).div(sigma);
                    state = kind.sampler().advance(schedule, state, epsilon, i, noise);
                }
                return schedule.scaled(state.x(), schedule.steps()).toFloats();
            });
            double last = schedule.sigmas()[schedule.steps()];
            assertThat(GoldenTensors.largestGap(found, picture.toFloats())).isLessThan(1e-4 + 6 * last);
            assertThat(device.openTensors()).isEqualTo(open);
        }
    }
}
