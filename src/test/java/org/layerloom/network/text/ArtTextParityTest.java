package org.layerloom.network.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
    /// What the names of tensors that hold a part of the prompts, positions or rows start with.
    private static final String CLIP_HIDDEN = "clip.last_hidden_state_prompts";
    private static final String T5_HIDDEN = "t5.hidden_prompts";
    private static final String BIAS_ROWS = "t5.rel_bias_rows_";

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
        try (ClipTokenizer clip = ClipTokenizer.load(model.part("tokenizer"), ClipTokenizer.Rules.SLOW);
                T5Tokenizer t5 = T5Tokenizer.load(model.part("tokenizer_2"))) {
            for (int i = 0; i < prompts.size(); i++) {
                long[] clipIds = ids("clip.input_ids", i);
                long[] t5Ids = ids("t5.input_ids", i);
                assertThat(clip.encode(prompts.get(i), clipIds.length)).containsExactly(clipIds);
                assertThat(t5.encode(prompts.get(i), t5Ids.length)).containsExactly(t5Ids);
            }
        }
    }

    @Test
    void clipHiddenStatesAndPooledVectorsMatch() throws IOException {
        ClipText clip = ClipText.load(model.config("text_encoder"), clipWeights);
        for (int i = 0; i < prompts.size(); i++) {
            long[] ids = ids("clip.input_ids", i);
            assertRow("clip.pooled", i, clip.pooled(clip.forward(ids), ids), CLIP_TOLERANCE);
        }
        int[] kept = golden.numbersAfter(CLIP_HIDDEN);
        for (int row = 0; row < kept.length; row++) {
            Tensor hidden = clip.forward(ids("clip.input_ids", kept[row]));
            assertRow(golden.nameStarting(CLIP_HIDDEN), row, hidden, CLIP_TOLERANCE);
        }
    }

    @Test
    void t5RelativeBiasMatches() throws IOException {
        T5RelativeBias bias = T5RelativeBias.load(
                model.config("text_encoder_2"), t5Weights.at("encoder.block.0.layer.0.SelfAttention"));
        int[] numbers = golden.numbersAfter(BIAS_ROWS); // rows, and of how many
        int last = numbers.length - 1;
        long[] rows = Arrays.stream(numbers, 0, last).asLongStream().toArray();
        Tensor kept = bias.forward(numbers[last]).take(2, device.tensor(rows, rows.length));
        golden.assertClose(golden.nameStarting(BIAS_ROWS), kept, 0);
    }

    @Test
    void t5HiddenStatesMatch() throws IOException {
        T5Encoder t5 = T5Encoder.load(model.config("text_encoder_2"), t5Weights);
        int[] numbers = golden.numbersAfter(T5_HIDDEN); // prompts, and how many positions are kept
        int last = numbers.length - 1;
        for (int row = 0; row < last; row++) {
            Tensor hidden = t5.forward(ids("t5.input_ids", numbers[row]));
            assertRow(golden.nameStarting(T5_HIDDEN), row, hidden.slice(1, 0, numbers[last]), T5_TOLERANCE);
        }
    }

    @Test
    void aPromptIsEncodedByBoth() throws IOException {
        int[] numbers = golden.numbersAfter(T5_HIDDEN);
        int last = numbers.length - 1;
        try (FluxText text = FluxText.load(model, device, DType.F32)) {
            for (int row = 0; row < last; row++) {
                TextEncoding encoding = text.encode(prompts.get(numbers[row]));
                assertThat(encoding.tokens().size(1)).isEqualTo(512);
                Tensor first = encoding.tokens().slice(1, 0, numbers[last]);
                assertRow(golden.nameStarting(T5_HIDDEN), row, first, T5_TOLERANCE);
                assertRow("clip.pooled", numbers[row], encoding.pooled(), CLIP_TOLERANCE);
            }
        }
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
