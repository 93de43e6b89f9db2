package org.layerloom.network.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Weights;

/// CLIP and T5 of the golden checkpoint against `text.safetensors`, from ids and from prompts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtTextParityTest {
    private static final double CLIP_TOLERANCE = 1e-5;
    /// T5's softmax has no scale: small differences grow.
    private static final double T5_TOLERANCE = 2e-4;
    private static final int[] HIDDEN_PROMPTS = {0, 2};

    private final List<String> prompts = new ArrayList<>();
    private Device device;
    private GoldenTensors golden;
    private ModelFolder model;
    private Weights clipWeights;
    private Weights t5Weights;

    @BeforeAll
    void open() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.art("text", device);
        GoldenTensors.json("text.json").get("prompts").forEach(prompt -> prompts.add(prompt.textValue()));
        model = GoldenTensors.artCheckpoint();
        clipWeights = model.weights("text_encoder", device, DType.F32);
        t5Weights = model.weights("text_encoder_2", device, DType.F32);
    }

    @AfterAll
    void close() {
        device.close();
    }

    @Test
    void paddedIdsOfTheCheckpointsTokenizersAreExact() throws IOException {
        try (ClipTokenizer clip = ClipTokenizer.load(model.part("tokenizer"));
                T5Tokenizer t5 = T5Tokenizer.load(model.part("tokenizer_2"))) {
            for (int i = 0; i < prompts.size(); i++) {
                assertThat(clip.encode(prompts.get(i), 77)).containsExactly(ids("clip.input_ids", i));
                assertThat(t5.encode(prompts.get(i), 512)).containsExactly(ids("t5.input_ids", i));
            }
        }
    }

    @Test
    void clipHiddenStatesAndPooledVectorsMatch() throws IOException {
        ClipText clip = ClipText.load(model.config("text_encoder"), clipWeights);
        for (int i = 0; i < prompts.size(); i++) {
            long[] ids = ids("clip.input_ids", i);
            Tensor hidden = clip.forward(ids);
            assertRow("clip.pooled", i, clip.pooled(hidden, ids), CLIP_TOLERANCE);
            if (hiddenRow(i) >= 0) {
                assertRow("clip.last_hidden_state_prompts0_2", hiddenRow(i), hidden, CLIP_TOLERANCE);
            }
        }
    }

    @Test
    void t5RelativeBiasMatches() throws IOException {
        T5RelativeBias bias = T5RelativeBias.load(
                model.config("text_encoder_2"), t5Weights.at("encoder.block.0.layer.0.SelfAttention"));
        Tensor rows = bias.forward(150).take(2, device.tensor(new long[] {0, 75, 149}, 3));
        golden.assertClose("t5.rel_bias_rows_0_75_149_of_150", rows, 0);
    }

    @Test
    void t5HiddenStatesMatch() throws IOException {
        T5Encoder t5 = T5Encoder.load(model.config("text_encoder_2"), t5Weights);
        for (int row = 0; row < HIDDEN_PROMPTS.length; row++) {
            Tensor hidden = t5.forward(ids("t5.input_ids", HIDDEN_PROMPTS[row]));
            assertRow("t5.hidden_prompts0_2_first128", row, hidden.slice(1, 0, 128), T5_TOLERANCE);
        }
    }

    @Test
    void aPromptIsEncodedByBoth() throws IOException {
        try (FluxText text = FluxText.load(model, device, DType.F32)) {
            for (int row = 0; row < HIDDEN_PROMPTS.length; row++) {
                TextEncoding encoding = text.encode(prompts.get(HIDDEN_PROMPTS[row]));
                assertThat(encoding.tokens().size(1)).isEqualTo(512);
                Tensor first = encoding.tokens().slice(1, 0, 128);
                assertRow("t5.hidden_prompts0_2_first128", row, first, T5_TOLERANCE);
                assertRow("clip.pooled", HIDDEN_PROMPTS[row], encoding.pooled(), CLIP_TOLERANCE);
            }
        }
    }

    private static int hiddenRow(int prompt) {
        for (int row = 0; row < HIDDEN_PROMPTS.length; row++) {
            if (HIDDEN_PROMPTS[row] == prompt) {
                return row;
            }
        }
        return -1;
    }

    private long[] ids(String name, int row) throws IOException {
        return golden.get(name).slice(0, row, row + 1).toLongs();
    }

    private void assertRow(String name, int row, Tensor actual, double tolerance) throws IOException {
        Tensor expected = golden.get(name).slice(0, row, row + 1);
        assertThat(actual.shape()).as("shape of " + name).containsExactly(expected.shape());
        assertThat(GoldenTensors.largestGap(actual.toFloats(), expected.toFloats()))
                .as("largest gap at row %d of %s", row, name)
                .isLessThanOrEqualTo(tolerance);
    }
}
