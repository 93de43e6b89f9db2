package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import org.layerloom.generate.WeightForm;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.network.flux.Conditioning;
import org.layerloom.network.flux.Prompt;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.sampler.Guidance;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Whole runs of ART's form in which layers are given or start from pixels, against diffusers' own transformer,
/// autoencoder and scheduler: `golden/art/fixed`. Every token of every step is compared, the held ones too.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FixedLayersParityTest {
    private static final Path ART = Path.of("src/test/resources/golden/art");
    private static final double TOLERANCE = 5e-5;
    private static final int BACKGROUND = 1;

    private Device device;
    private GoldenTensors fixed;
    private GoldenTensors run;
    private JsonNode json;
    private ArtModel model;
    private ArtPipeline pipeline;
    private List<double[]> boxes;

    @BeforeAll
    void load() throws IOException {
        device = Device.cpu();
        fixed = GoldenTensors.open(ART.resolve("fixed"), "fixed", device);
        run = GoldenTensors.open(ART.resolve("open"), "pipeline", device);
        json = GoldenTensors.json(ART.resolve("open"), "pipeline.json");
        boxes = GoldenTensors.boxes(json.get("boxes"));
        Path checkpoint = ART.resolve("open/checkpoint");
        model = ArtModel.load(ArtForm.of(checkpoint, List.of()), Device.cpu(), WeightForm.STORED, Progress.NONE);
        pipeline = new ArtPipeline(model);
    }

    @AfterAll
    void close() {
        pipeline.close();
        device.close();
    }

    @Test
    void layersThatAreGivenOrStartFromPixelsGoWithTheOthers() throws IOException {
        assertRun("around", List.of(given("around", 2)), List.of(free(3), started("around", 4, 0.5), free(5)));
    }

    @Test
    void oneRegionIsMadeAgainAmongGivenOnes() throws IOException {
        List<Fixed> given =
                List.of(given("region", BACKGROUND), given("region", 2), given("region", 3), given("region", 4));
        assertRun("region", given, List.of(free(5)));
    }

    @Test
    void oneRegionIsMadeOutOfWhatItWasAndThePictureStartsFromAllOfThem() throws IOException {
        List<Fixed> given =
                List.of(given("restyle", BACKGROUND), given("restyle", 2), given("restyle", 3), given("restyle", 4));
        assertRun("restyle", given, List.of(started("restyle", 5, 0.5)));
    }

    private Scene scene(List<Fixed> given, List<Target> targets) {
        GenerateRequest request = new GenerateRequest(
                "tiny",
                Mode.LAYERS,
                json.get("W").asInt(),
                json.get("H").asInt(),
                json.get("prompt").asText(),
                "",
                "",
                targets,
                given,
                Settings.seeded(0));
        return Scene.of(request, model.canvas(), model.config().tokenStride(), false);
    }

    private Denoiser.Plan plan(Scene scene) throws IOException {
        TokenLayout layout = scene.layout();
        assertThat(layout.tokens()).isEqualTo(json.get("img_tokens").asInt());
        int steps = json.get("steps").asInt();
        List<Held> held = pipeline.held(scene, steps);
        return new Denoiser.Plan(
                layout,
                layout.pack(run.get("in.noise_latents")),
                model.sampler().sigmas(steps, layout.tokens()),
                condition(layout, "prompt_embeds", "pooled"),
                condition(layout, "neg_prompt_embeds", "neg_pooled"),
                new Guidance(json.get("true_gs").asDouble()),
                (float) json.get("guidance_scale").asDouble(),
                held,
                ArtPipeline.first(held));
    }

    private void assertRun(String name, List<Fixed> given, List<Target> targets) throws IOException {
        Denoiser.Plan plan = plan(scene(given, targets));
        Tensor expected = fixed.get(name + ".tokens"); // (steps + 1, n, 64)
        List<Integer> compared = new ArrayList<>();
        new Denoiser(model.transformer(List.of())).run(plan, new Denoiser.Watcher() {
            @Override
            public void check() {}

            @Override
            public void stepped(int step, Tensor x, Tensor velocity, Tensor next) {
                assertTokens(name, x, expected, step);
                assertTokens(name, next, expected, step + 1);
                compared.add(step);
            }
        });
        assertThat(compared).hasSize(plan.steps() - plan.first());
    }

    private void assertTokens(String name, Tensor actual, Tensor expected, int at) {
        fixed.assertClose(name + " after step " + at, actual, expected.slice(0, at, at + 1L), TOLERANCE);
    }

    private Conditioning condition(TokenLayout layout, String tokens, String pooled) throws IOException {
        Prompt prompt = new Prompt(run.get(tokens), run.get(pooled), null, null);
        return model.transformer(List.of()).condition(layout, prompt);
    }

    private Rect box(int layer) {
        double[] b = boxes.get(layer);
        return Rect.between((int) b[0], (int) b[1], (int) b[2], (int) b[3]);
    }

    private Target free(int layer) {
        return Target.of(new LayerId(layer), box(layer), "");
    }

    private Target started(String run, int layer, double strength) {
        return free(layer).startingFrom(pixels(run, layer), strength);
    }

    private Fixed given(String run, int layer) {
        Fixed.Role role = layer == BACKGROUND ? Fixed.Role.BACKGROUND : Fixed.Role.LAYER;
        return new Fixed(new LayerId(layer), box(layer), pixels(run, layer), role);
    }

    private Raster pixels(String run, int layer) {
        try {
            int[] argb = Planes.argb(fixed.get(run + ".pixels." + layer).toBytes());
            return Raster.of(box(layer).width(), box(layer).height(), argb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
