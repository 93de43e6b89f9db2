package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.layerloom.generate.Phrase;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import org.layerloom.generate.WeightForm;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.network.flux.Prompt;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.sampler.FlowMatchEuler;
import org.layerloom.sampler.Guidance;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// A whole run of our own model against the training code's: prompt, links, a box's own prompt, a known layer,
/// decoding.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerloomPipelineParityTest {
    private static final Path FOLDER = GoldenTensors.layerloom();

    private Device device;
    private GoldenTensors golden;
    private JsonNode json;
    private ArtModel model;
    private Scene scene;
    private double tolerance;

    @BeforeAll
    void load() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.open(FOLDER, "pipeline", device);
        json = GoldenTensors.json(FOLDER, "pipeline.json");
        tolerance = json.get("tolerance").asDouble();
        model = ArtModel.load(
                ArtForm.of(FOLDER.resolve("checkpoint"), List.of()), Device.cpu(), WeightForm.STORED, Progress.NONE);
        scene = Scene.of(request(), new CanvasRange(32, 32, 512), model.config().tokenStride(), false);
    }

    @AfterAll
    void close() {
        model.close();
        device.close();
    }

    /// The fixture's known layer comes first, as given layers do in a scene.
    private GenerateRequest request() {
        List<Target> targets = new ArrayList<>();
        List<Fixed> fixed = new ArrayList<>();
        List<double[]> boxes = GoldenTensors.boxes(json.get("boxes_px"));
        for (int i = 0; i < boxes.size(); i++) {
            double[] b = boxes.get(i);
            Rect box = Rect.between((int) b[0], (int) b[1], (int) b[2], (int) b[3]);
            String own = json.get("region_prompts").path(String.valueOf(i)).asText("");
            if (i + Scene.FIRST_BOX == json.get("known_layers").get(0).asInt()) {
                Raster raster = Raster.filled(box.width(), box.height(), 0); // its tokens come from the fixture
                fixed.add(new Fixed(new LayerId(i + 1), box, raster, Fixed.Role.LAYER));
            } else {
                targets.add(Target.of(new LayerId(i + 1), box, own));
            }
        }
        return new GenerateRequest(
                "tiny",
                Mode.LAYERS,
                json.get("width").asInt(),
                json.get("height").asInt(),
                json.get("prompt").asText(),
                "",
                "",
                targets,
                fixed,
                Settings.seeded(0));
    }

    private List<Optional<Phrase>> phrases() {
        List<Optional<Phrase>> phrases = new ArrayList<>();
        String prompt = json.get("prompt").asText();
        for (JsonNode span : json.get("spans")) {
            if (span.isNull()) {
                phrases.add(Optional.empty());
            } else {
                int start = span.get(0).asInt();
                int end = span.get(1).asInt();
                phrases.add(Optional.of(new Phrase(prompt.substring(start, end), start, end, 1)));
            }
        }
        return phrases;
    }

    private Tensor flat(Tensor x) {
        return x.reshape(x.size(1), x.size(2));
    }

    @Test
    void everyStepAndAllPixelsMeetTheTrainingCode() throws IOException {
        TokenLayout layout = scene.layout();
        PromptEncoder prompts = new PromptEncoder(model.config(), model.text(), model.device(), model.compute());
        Prompt with = prompts.prompt(scene, prompts.text(scene), phrases()).prompt();
        assertThat(with.links())
                .containsExactly(integers(golden.get("text_layer").toLongs()));
        Tensor noise = layout.pack(golden.get("noise"));
        golden.assertClose("start", flat(noise), 0);
        int known = json.get("known_layers").get(0).asInt();
        Denoiser.Plan plan = new Denoiser.Plan(
                layout,
                noise,
                model.sampler().sigmas(json.get("steps").asInt(), layout.tokens()),
                model.transformer(List.of()).condition(layout, with),
                model.transformer(List.of()).condition(layout, prompts.nothing(scene)),
                new Guidance(json.get("guidance").asDouble()),
                0,
                List.of(new Held(known, knownTokens(known), json.get("steps").asInt(), true)));
        assertThat(model.sampler())
                .isEqualTo(new FlowMatchEuler.FixedShift(json.get("shift").asDouble()));
        Tensor tokens = new Denoiser(model.transformer(List.of())).run(plan, new StepsMatch());
        RgbaCodec codec = (RgbaCodec) model.codec();
        for (int layer = 0; layer < layout.layers(); layer++) {
            String name = "layer." + layer + ".planes";
            if (golden.has(name)) {
                long[] shape = golden.get(name).shape();
                Tensor planes = device.tensor(codec.planes(tokens, layout, layer), shape)
                        .clip(0, 1);
                golden.assertClose(name, planes, tolerance);
            }
        }
    }

    private final class StepsMatch implements Denoiser.Watcher {
        @Override
        public void check() {}

        @Override
        public void stepped(int step, Tensor x, Tensor velocity, Tensor next) {
            try {
                golden.assertClose("step." + (step + 1), flat(next), tolerance);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Tensor knownTokens(int layer) throws IOException {
        float[] rgba = golden.get("known").toFloats();
        int area = rgba.length / 4;
        int[] argb = new int[area];
        for (int i = 0; i < area; i++) {
            argb[i] = level(rgba[3 * area + i]) << 24
                    | level(rgba[i]) << 16
                    | level(rgba[area + i]) << 8
                    | level(rgba[2 * area + i]);
        }
        Tensor fromBytes = model.codec().encode(argb, scene.layout(), layer);
        Tensor expected = golden.get("step.1");
        int start = scene.layout().start(layer);
        Tensor clean = expected.slice(0, start, start + fromBytes.size(1)).reshape(fromBytes.shape());
        // The fixture's known pixels are not whole levels of 255: the bytes' tokens come near, the fixture's are used.
        assertThat(GoldenTensors.largestGap(fromBytes.toFloats(), clean.toFloats()))
                .isLessThan(0.05);
        return clean;
    }

    private static int level(float value) {
        return Math.round(255 * value);
    }

    private static int[] integers(long... values) {
        int[] integers = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            integers[i] = (int) values[i];
        }
        return integers;
    }
}
