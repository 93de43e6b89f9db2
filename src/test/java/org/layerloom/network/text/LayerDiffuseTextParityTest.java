package org.layerloom.network.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Weights;

/// The tiny checkpoints' text encoders against `j_text`, `k_eps_micro` and the prompts of `f_pipelines`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerDiffuseTextParityTest {
    private static final double TOLERANCE = 1e-4;
    private static final double NORM_TOLERANCE = 2e-5;

    private final ModelFolder sdxl =
            new ModelFolder(GoldenTensors.layerDiffuse().resolve("tiny-sdxl"));
    private final ModelFolder sd15 =
            new ModelFolder(GoldenTensors.layerDiffuse().resolve("tiny-sd15"));
    private Device device;
    private GoldenTensors golden;
    private ClipTokenizer firstTokenizer;
    private ClipTokenizer secondTokenizer;
    private ClipText first;
    private ClipText second;

    @BeforeAll
    void open() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.layerDiffuse("j_text", device);
        firstTokenizer = ClipTokenizer.load(sdxl.part("tokenizer"), ClipTokenizer.Rules.FAST);
        secondTokenizer = ClipTokenizer.load(sdxl.part("tokenizer_2"), ClipTokenizer.Rules.FAST);
        first = ClipText.load(sdxl.config("text_encoder"), weights("text_encoder"));
        second = ClipText.load(sdxl.config("text_encoder_2"), weights("text_encoder_2"));
    }

    private Weights weights(String part) throws IOException {
        return sdxl.weights(part, device, DType.F32);
    }

    @AfterAll
    void close() {
        firstTokenizer.close();
        secondTokenizer.close();
        device.close();
    }

    record Case(String name, String prompt) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> prompts() throws IOException {
        JsonNode prompts =
                GoldenTensors.json(GoldenTensors.layerDiffuse(), "j_text.json").get("prompts");
        return prompts.properties().stream()
                .map(row -> new Case(row.getKey(), row.getValue().get("prompt").textValue()));
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void idsAreExact(Case row) throws IOException {
        assertThat(firstTokenizer.encode(row.prompt(), first.length())).containsExactly(ids(row, ".ids1"));
        assertThat(secondTokenizer.encode(row.prompt(), second.length())).containsExactly(ids(row, ".ids2"));
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void theFirstEncoderMatches(Case row) throws IOException {
        long[] ids = ids(row, ".ids1");
        ClipText.States states = first.states(ids);
        golden.assertClose(row.name() + ".te1.penultimate", states.penultimate(), TOLERANCE);
        golden.assertClose(row.name() + ".te1.last_normed", states.last(), TOLERANCE);
        golden.assertClose(row.name() + ".te1.pooler", first.pooled(states.last(), ids), TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void theSecondEncoderMatchesAndProjectsItsPooledVector(Case row) throws IOException {
        long[] ids = ids(row, ".ids2");
        ClipText.States states = second.states(ids);
        golden.assertClose(row.name() + ".te2.penultimate", states.penultimate(), TOLERANCE);
        golden.assertClose(row.name() + ".te2.text_embeds", second.pooled(states.last(), ids), TOLERANCE);
        Tensor both = Tensor.concat(2, first.states(ids(row, ".ids1")).penultimate(), states.penultimate());
        golden.assertClose(row.name() + ".sdxl.prompt_embeds", both, TOLERANCE);
    }

    @Test
    void aPromptIsEncodedByBoth() throws IOException {
        try (SdxlText text = SdxlText.load(sdxl, device, DType.F32)) {
            for (Case row : (Iterable<Case>) prompts()::iterator) {
                if (firstTokenizer.encode(row.prompt()).length <= first.length()) {
                    TextEncoding encoding = text.encode(row.prompt());
                    golden.assertClose(row.name() + ".sdxl.prompt_embeds", encoding.tokens(), TOLERANCE);
                    golden.assertClose(row.name() + ".te2.text_embeds", encoding.pooled(), TOLERANCE);
                }
            }
        }
    }

    @Test
    void sd15TakesTheLastStatesNormed() throws IOException {
        ClipText own = ClipText.load(sd15.config("text_encoder"), sd15.weights("text_encoder", device, DType.F32));
        try (Sd15Text text = Sd15Text.load(sd15, device, DType.F32)) {
            for (Case row : (Iterable<Case>) prompts()::iterator) {
                long[] ids = ids(row, ".ids1");
                if (firstTokenizer.encode(row.prompt()).length <= first.length()) {
                    TextEncoding encoding = text.encode(row.prompt());
                    assertThat(encoding.tokens().toFloats())
                            .isEqualTo(own.forward(ids).toFloats());
                }
            }
        }
    }

    @Test
    void theWholePipelinesPromptsMatch() throws IOException {
        JsonNode json = GoldenTensors.json(GoldenTensors.layerDiffuse(), "f_pipelines.json");
        try (SdxlText text = SdxlText.load(sdxl, device, DType.F32);
                GoldenTensors runs = GoldenTensors.layerDiffuse("f_pipelines", device)) {
            TextEncoding prompt = text.encode(json.get("prompt").textValue());
            runs.assertClose("f1.prompt_embeds", prompt.tokens(), TOLERANCE);
            runs.assertClose("f1.pooled", prompt.pooled(), TOLERANCE);
            TextEncoding negative = text.encodeNegative(json.get("negative").textValue());
            runs.assertClose("f1.neg_embeds", negative.tokens(), TOLERANCE);
            runs.assertClose("f1.neg_pooled", negative.pooled(), TOLERANCE);
        }
    }

    @Test
    void anEmptyNegativePromptIsZeros() throws IOException {
        try (SdxlText text = SdxlText.load(sdxl, device, DType.F32)) {
            TextEncoding prompt = text.encode("");
            TextEncoding nothing = text.encodeNegative("");
            assertThat(nothing.tokens().shape()).containsExactly(prompt.tokens().shape());
            assertThat(nothing.pooled().shape()).containsExactly(prompt.pooled().shape());
            assertThat(nothing.tokens().toFloats()).containsOnly(0);
            assertThat(nothing.pooled().toFloats()).containsOnly(0);
            assertThat(prompt.tokens().toFloats()).isNotEqualTo(nothing.tokens().toFloats());
        }
    }

    @Test
    void normsHaveTheConfigsEpsilon() throws IOException {
        try (GoldenTensors micro = GoldenTensors.layerDiffuse("k_eps_micro", device)) {
            Tensor in = micro.get("te1.layer.in");
            micro.assertClose(
                    "te1.layer.out", first.blocks().getFirst().layerNorm1().forward(in), NORM_TOLERANCE);
            Tensor last = second.finalLayerNorm().forward(micro.get("te2.final.in"));
            micro.assertClose("te2.final.out", last, NORM_TOLERANCE);
        }
    }

    private long[] ids(Case row, String suffix) throws IOException {
        return golden.get(row.name() + suffix).toLongs();
    }
}
