package org.layerloom.network.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// Attention sharing of LayerDiffuse on SD 1.5 against `g_sd15_sharing` and its part of `k_eps_micro`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerDiffuseSharingParityTest {
    private static final double FORWARD = 2e-4;
    private static final double MODULE = 1e-5;
    private static final double CONTROL = 1e-4;
    private static final String SELF = "down_blocks.0.attentions.1.transformer_blocks.0.attn1";
    private static final String CROSS = "down_blocks.0.attentions.1.transformer_blocks.0.attn2";

    private final Device device = Device.cpu();
    private Unet unet;
    private GoldenTensors golden;

    @BeforeAll
    void load() throws IOException {
        unet = GoldenUnets.load("sd15", device, DType.F32);
        golden = GoldenTensors.layerDiffuse("g_sd15_sharing", device);
    }

    @AfterAll
    void close() {
        device.close();
    }

    private Weights weights(String kind) throws WeightsException {
        Path file = GoldenTensors.layerDiffuse().resolve("layerdiffuse/layer_sd15_" + kind + ".safetensors");
        return Weights.open(file, device, DType.F32);
    }

    private AttentionSharing sharing(String kind) throws WeightsException {
        return AttentionSharing.load(weights(kind), unet);
    }

    private Map<Long, Tensor> signals(String kind) throws IOException {
        Map<Long, Tensor> signals = new HashMap<>();
        String start = kind + ".control_signal.";
        for (String name : golden.names(start)) {
            signals.put(Long.valueOf(name.substring(start.length())), golden.get(name));
        }
        return signals;
    }

    private SharingConditions conditions(String kind, int frames, boolean prompts) throws IOException {
        List<Tensor> own = new ArrayList<>();
        for (int f = 0; f < frames; f++) {
            String name = kind + ".cond_overwrite." + f;
            own.add(prompts && golden.has(name) ? golden.get(name) : null);
        }
        return new SharingConditions(signals(kind), own, golden.get(kind + ".cond_mark"));
    }

    private static double timestep(String kind) throws IOException {
        JsonNode json = GoldenTensors.json(GoldenTensors.layerDiffuse(), "g_sd15_sharing.json");
        return json.get("kinds").get(kind).get("timestep").asDouble();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transparent_attn", "joint", "fg2bg"})
    void aPassWithAndWithoutPromptsOfFramesMeetsTheReference(String kind) throws IOException {
        AttentionSharing sharing = sharing(kind);
        UnetContext context = UnetContext.of(golden.get(kind + ".encoder_hidden_states"));
        for (boolean prompts : new boolean[] {true, false}) {
            UnetContext shared = context.withAttention(sharing.processor(conditions(kind, sharing.frames(), prompts)));
            Tensor out = unet.forward(golden.get(kind + ".sample"), timestep(kind), shared);
            golden.assertClose(kind + (prompts ? ".out" : ".out_no_overwrite"), out, FORWARD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"transparent_attn", "joint", "fg2bg"})
    void singleUnitsMeetTheReference(String kind) throws IOException {
        AttentionSharing sharing = sharing(kind);
        AttentionProcessor processor = sharing.processor(conditions(kind, sharing.frames(), true));
        Tensor h = golden.get(kind + ".unit2.h");
        golden.assertClose(kind + ".unit2.out", processor.process(point(SELF, h, null)), CONTROL);
        Tensor prompt = golden.get(kind + ".encoder_hidden_states");
        golden.assertClose(kind + ".unit3.out", processor.process(point(CROSS, h, prompt)), CONTROL);
    }

    private AttentionPoint point(String name, Tensor hidden, Tensor prompt) {
        for (UnetStep step : unet.steps()) {
            if (step instanceof UnetStep.Attend attend && attend.name().equals(name)) {
                int tokens = Math.toIntExact(hidden.size(1));
                return new AttentionPoint(name, attend.attention(), hidden, prompt, 1, tokens);
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void aUnitOnSmallInputsHasTheRightEps() throws IOException {
        GoldenTensors micro = GoldenTensors.layerDiffuse("k_eps_micro", device);
        AttentionSharing sharing = sharing("joint");
        Tensor out = sharing.processor(SharingConditions.NONE).process(point(SELF, micro.get("share.unit2.in"), null));
        micro.assertClose("share.unit2.out", out, MODULE);
    }

    @Test
    void theSignalsOfAGivenPictureMeetTheReference() throws IOException {
        Weights weights = weights("fg2bg");
        assertThat(ControlEncoder.isIn(weights)).isTrue();
        Map<Long, Tensor> made = ControlEncoder.load(weights).forward(golden.get("fg2bg.control_image01"));
        assertThat(made.keySet()).isEqualTo(signals("fg2bg").keySet());
        for (Map.Entry<Long, Tensor> signal : made.entrySet()) {
            golden.assertClose("fg2bg.control_signal." + signal.getKey(), signal.getValue(), CONTROL);
        }
    }

    @Test
    void unitsStandWhereTheFilesNumbersPutThem() throws IOException {
        JsonNode layers = GoldenTensors.json(GoldenTensors.layerDiffuseCommon(), "sd15_attention_sharing_layers.json");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            expected.add(layers.get(Integer.toString(i)).get("diffusers").asText());
        }
        assertThat(AttentionSharing.fileOrder(unet))
                .extracting(UnetStep.Attend::name)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void aBatchThatIsNotOfWholeFramesIsRefused() throws IOException {
        AttentionSharing sharing = sharing("joint");
        UnetContext context = UnetContext.of(golden.get("transparent_attn.encoder_hidden_states"))
                .withAttention(sharing.processor(SharingConditions.NONE));
        Tensor sample = golden.get("transparent_attn.sample");
        assertThatThrownBy(() -> unet.forward(sample, 1, context))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("frames");
    }

    @Test
    void unitsOfAnotherNetworkAreRefused() throws IOException {
        Unet sdxl = GoldenUnets.load("sdxl", device, DType.F32);
        assertThatThrownBy(() -> AttentionSharing.load(weights("joint"), sdxl))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("attention sharing");
    }
}
