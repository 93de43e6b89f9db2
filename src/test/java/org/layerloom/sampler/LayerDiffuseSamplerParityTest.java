package org.layerloom.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.sampler.Sampler.State;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Schedules and runs of the samplers on given model outputs against `e_schedulers`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerDiffuseSamplerParityTest {
    private static final double RELATIVE = 1e-5;
    /// Of a thousand: timesteps between two training timesteps come from logarithms of float32 numbers.
    private static final double FRACTION = 0.02;

    private final TrainingNoise training = TrainingNoise.stableDiffusion();
    private Device device;
    private GoldenTensors golden;
    private JsonNode json;

    @BeforeAll
    void open() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.layerDiffuse("e_schedulers", device);
        json = GoldenTensors.json(GoldenTensors.layerDiffuse(), "e_schedulers.json");
    }

    @AfterAll
    void close() {
        device.close();
    }

    @Test
    void theTrainingLevelsAreThoseOfTheReference() throws IOException {
        float[] sigmas = golden.get("k.sigmas_all").toFloats();
        assertThat(training.timesteps()).isEqualTo(sigmas.length);
        double[] made =
                IntStream.range(0, sigmas.length).mapToDouble(training::sigma).toArray();
        assertRelative("k.sigmas_all", made, sigmas);
    }

    @Test
    void aLevelBecomesTheNearestTimestep() throws IOException {
        float[] sigmas = golden.get("k.query_sigma").toFloats();
        long[] timesteps = golden.get("k.query_timestep").toLongs();
        for (int i = 0; i < sigmas.length; i++) {
            assertThat(training.nearest(sigmas[i]))
                    .as("timestep of %s", sigmas[i])
                    .isEqualTo((int) timesteps[i]);
        }
    }

    @Test
    void theKarrasScheduleIsThatOfTheReferenceAtEveryNumberOfSteps() throws IOException {
        for (String name : golden.names("k.karras.")) {
            String steps = name.substring("k.karras.".length());
            Schedule schedule = Schedule.karras(training, Integer.parseInt(steps));
            assertRelative(name, schedule.sigmas(), golden.get(name).toFloats());
            assertTimesteps("k.karras_timestep." + steps, schedule.timesteps(), 0);
        }
    }

    @Test
    void thePatchedModelStopsAtTheReferencesLevel() throws IOException {
        JsonNode run = GoldenTensors.json(GoldenTensors.layerDiffuse(), "f_pipelines.json")
                .get("runs")
                .get("f5");
        double expected = run.get("sigma_end").doubleValue();
        double level = training.stopAt(run.get("stop_at").doubleValue());
        assertThat(Math.abs(level - expected)).isLessThanOrEqualTo(RELATIVE * expected);
        Schedule schedule =
                Schedule.karras(training, run.get("base_used_per_step").size());
        for (int i = 0; i < schedule.steps(); i++) {
            assertThat(schedule.sigmas()[i] < level)
                    .isEqualTo(run.get("base_used_per_step").get(i).booleanValue());
        }
    }

    private static final List<String> OTHERS = List.of(
            "ddim.leading",
            "dpmpp_2m.karras.leading",
            "dpmpp_2m.linspace",
            "dpmpp_2m_sde.karras.leading",
            "euler.leading",
            "euler.leading.karras",
            "euler.linspace",
            "euler.trailing",
            "euler_a.leading",
            "euler_a.linspace",
            "pndm.leading");

    static Stream<String> others() {
        return OTHERS.stream();
    }

    @ParameterizedTest
    @MethodSource("others")
    void aScheduleIsThatOfTheReferenceAtEveryNumberOfSteps(String name) throws IOException {
        String start = "sched." + name + ".";
        List<String> timesteps = golden.names(start).stream()
                .filter(key -> key.substring(start.length()).matches("\\d+\\.timesteps"))
                .toList();
        assertThat(timesteps).isNotEmpty();
        for (String key : timesteps) {
            String steps = key.substring(start.length(), key.length() - ".timesteps".length());
            Schedule schedule = schedule(name, Integer.parseInt(steps));
            assertTimesteps(key, schedule.timesteps(), name.equals("euler.leading.karras") ? FRACTION : 0);
            String sigmas = start + steps + ".sigmas";
            if (golden.has(sigmas)) {
                assertRelative(sigmas, schedule.sigmas(), golden.get(sigmas).toFloats());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void aRunGivesTheLatentsOfTheReference(String name) throws IOException {
        Schedule schedule = schedule(name, json.get("steps").intValue());
        boolean wide = name.startsWith("euler");
        assertTimesteps(name + ".timesteps", schedule.timesteps(), name.equals("euler.leading.karras") ? FRACTION : 0);
        run(name, schedule, sampler(name), wide);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRunInTheFormOfKDiffusionGivesTheLatentsOfTheReference(String name) throws IOException {
        Schedule schedule = Schedule.karras(training, json.get("steps").intValue());
        assertRelative(
                name + ".sigmas",
                schedule.sigmas(),
                golden.get(name + ".sigmas").toFloats());
        run(name, schedule, sampler(name.substring(2)), true);
    }

    static Stream<String> kinds() {
        return Stream.of("k.dpmpp_2m", "k.dpmpp_2m_sde", "k.euler", "k.euler_a");
    }

    /// @param wide the reference's latents are sample plus sigma times noise; else they are of variance 1
    private void run(String name, Schedule schedule, Sampler sampler, boolean wide) throws IOException {
        Tensor all = golden.get(name + ".x");
        Tensor eps = golden.get("eps");
        Tensor noise = golden.get("step_noise");
        State state = State.of(schedule.start(golden.get("x_init_unit")));
        for (int i = 0; i <= schedule.steps(); i++) {
            Tensor scaled = schedule.scaled(state.x(), i);
            assertLatents(name + ".x " + i, wide ? state.x() : scaled, row(all, i));
            if (i < schedule.steps()) {
                if (golden.has(name + ".model_input")) {
                    assertLatents(name + ".model_input " + i, scaled, row(golden.get(name + ".model_input"), i));
                }
                Tensor output = row(eps, i % (int) eps.size(0));
                state = sampler.advance(schedule, state, output, i, step -> row(noise, step));
            }
        }
    }

    private Schedule schedule(String name, int steps) {
        JsonNode config = json.get("configs").get(name);
        Spacing spacing = new Spacing(
                Spacing.Rule.valueOf(config.get("timestep_spacing").textValue().toUpperCase(Locale.ROOT)),
                config.path("steps_offset").asInt(0));
        boolean karras = config.path("use_karras_sigmas").asBoolean(false);
        return switch (config.get("cls").textValue()) {
            case "DDIMScheduler" -> Schedule.ddim(training, spacing, steps);
            case "PNDMScheduler" -> Schedule.ddim(training, spacing, steps).withFirstIntervalTwice();
            case "DPMSolverMultistepScheduler" ->
                karras ? Schedule.multistepKarras(training, steps) : Schedule.multistep(training, spacing, steps);
            default ->
                karras ? Schedule.eulerKarras(training, spacing, steps) : Schedule.euler(training, spacing, steps);
        };
    }

    private static Sampler sampler(String name) {
        return switch (name.replaceFirst("\\..*", "")) {
            case "dpmpp_2m" -> new DpmSolver(false);
            case "dpmpp_2m_sde" -> new DpmSolver(true);
            case "euler_a" -> new EulerAncestral();
            case "pndm" -> new Pndm();
            default -> new Euler();
        };
    }

    private void assertTimesteps(String name, double[] actual, double tolerance) throws IOException {
        float[] expected = golden.get(name).toFloats();
        assertThat(actual).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("%s %d: %s for %s", name, i, actual[i], expected[i])
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    private static void assertRelative(String name, double[] actual, float... expected) {
        assertThat(actual).as(name).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("%s %d: %s for %s", name, i, actual[i], expected[i])
                    .isLessThanOrEqualTo(RELATIVE * Math.abs(expected[i]));
        }
    }

    private static void assertLatents(String name, Tensor actual, Tensor expected) {
        float[] wanted = expected.toFloats();
        double most = 0;
        for (float value : wanted) {
            most = Math.max(most, Math.abs(value));
        }
        assertThat(actual.shape()).as(name).containsExactly(expected.shape());
        assertThat(GoldenTensors.largestGap(actual.toFloats(), wanted)).as(name).isLessThanOrEqualTo(RELATIVE * most);
    }

    private static Tensor row(Tensor rows, int i) {
        long[] shape = rows.shape();
        return rows.slice(0, i, i + 1L).reshape(Arrays.copyOfRange(shape, 1, shape.length));
    }
}
