package org.layerloom.network.flux;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.sampler.Prediction;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;

/// What our own model adds to the transformer, against the training code's numbers: features, links, known layers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerloomTransformerParityTest {
    private static final Path FOLDER = GoldenTensors.layerloom();

    private Device device;
    private GoldenTensors golden;
    private JsonNode json;
    private FluxTransformer transformer;
    private TokenLayout layout;

    @BeforeAll
    void load() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.open(FOLDER, "transformer", device);
        json = GoldenTensors.json(FOLDER, "transformer.json");
        ModelFolder folder = new ModelFolder(FOLDER.resolve("checkpoint"));
        FluxConfig config = FluxConfig.read(folder.config("transformer"));
        transformer = FluxTransformer.load(config, folder.weights("transformer", device, DType.F32));
        int width = json.get("width").asInt();
        int height = json.get("height").asInt();
        int stride = config.tokenStride();
        TokenBox whole = new TokenBox(0, 0, width / stride, height / stride);
        List<TokenBox> boxes = new ArrayList<>(List.of(whole, whole));
        GoldenTensors.boxes(json.get("boxes_px"))
                .forEach(b -> boxes.add(TokenBox.covering(b[0], b[1], b[2], b[3], stride, width, height)));
        layout = new TokenLayout(width / stride, height / stride, boxes);
    }

    @AfterAll
    void close() {
        device.close();
    }

    private int[] integers(String key) {
        return IntStream.range(0, json.get(key).size())
                .map(i -> json.get(key).get(i).asInt())
                .toArray();
    }

    @Test
    void boxesSnapAndFeaturesSayThePlaceInThem() throws IOException {
        for (int layer = 0; layer < layout.layers(); layer++) {
            JsonNode box = json.get("boxes_tokens").get(layer);
            assertThat(layout.box(layer))
                    .isEqualTo(new TokenBox(
                            box.get(0).asInt(),
                            box.get(1).asInt(),
                            box.get(2).asInt(),
                            box.get(3).asInt()));
        }
        golden.assertClose("box_features", layout.features(device), 1e-6);
        golden.assertClose("tokens", layout.pack(golden.get("latents")).reshape(layout.tokens(), -1), 0);
    }

    @Test
    void everyBlockAndTheVelocityMeetTheTrainingCode() throws IOException {
        double tolerance = json.get("tolerance").asDouble();
        int[] known = integers("known");
        boolean[] marks = new boolean[known.length];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = known[i] == 1;
        }
        Tensor none = device.zeros(2, transformer.config().regionDim());
        Prompt prompt = new Prompt(
                golden.get("text"),
                golden.get("pooled"),
                integers("text_links"),
                Tensor.concat(0, none, golden.get("region_prompts")));
        Conditioning conditioning = transformer.condition(layout, prompt);
        Tensor x = layout.pack(golden.get("latents"));
        Tensor embedded = transformer.embed(x, transformer.places(layout, marks));
        golden.assertClose("embedding", flat(embedded.add(conditioning.regions())), tolerance);
        float sigma = (float) json.get("sigma").asDouble();
        Map<String, Tensor> taps = new HashMap<>();
        List<Conditioning> prompts = List.of(conditioning);
        Steering steering = transformer.steer(new float[] {transformer.time(sigma)}, 0, prompts);
        Tensor x0 = transformer
                .forward(
                        embedded,
                        prompts,
                        steering,
                        0,
                        () -> {},
                        (name, value) -> taps.put(name, value.copy().keep()))
                .getFirst();
        for (int i = 0; i < transformer.config().singleBlocks(); i++) {
            Tensor joint = taps.get("single" + i);
            golden.assertClose(
                    "block." + i, flat(joint.slice(1, golden.get("text").size(1), joint.size(1))), tolerance);
        }
        golden.assertClose("x0", flat(x0), tolerance);
        golden.assertClose("velocity", flat(Prediction.SAMPLE.velocity(x, x0, sigma)), tolerance);
    }

    private static Tensor flat(Tensor x) {
        return x.reshape(x.size(1), x.size(2));
    }
}
