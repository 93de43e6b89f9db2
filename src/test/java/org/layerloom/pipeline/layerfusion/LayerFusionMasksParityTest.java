package org.layerloom.pipeline.layerfusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.network.Linear;
import org.layerloom.network.unet.Attention;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Priors, masks and blending of LayerFusion against `h1_layerfusion_masks`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerFusionMasksParityTest {
    private static final double MAPS = 1e-5;
    private static final double SHARED = 1e-4;

    private final Device device = Device.cpu();
    private GoldenTensors golden;
    private JsonNode sizes;

    @BeforeAll
    void load() throws IOException {
        golden = GoldenTensors.layerDiffuse("h1_layerfusion_masks", device);
        sizes = GoldenTensors.json(GoldenTensors.layerDiffuse(), "h1_layerfusion_masks.json");
    }

    @AfterAll
    void close() {
        device.close();
    }

    private Tensor get(String name) throws IOException {
        return golden.get("h1." + name);
    }

    private void assertClose(String name, Tensor actual, double tolerance) throws IOException {
        golden.assertClose("h1." + name, actual, tolerance);
    }

    private Tensor meanOverHeads(String probabilities) throws IOException {
        return get(probabilities).mean(0);
    }

    private FusionMask mask() throws IOException {
        return new FusionMask(get("m"), get("m_hard"));
    }

    @Test
    void attentionIsTheMeanOfTheHeads() throws IOException {
        Tensor made = FusionPriors.attention(get("q_cross"), get("k_cross"));
        golden.assertClose("mean of h1.P_cross", made, meanOverHeads("P_cross"), MAPS);
    }

    @Test
    void priorsMeetTheReference() throws IOException {
        Tensor self = meanOverHeads("P_self");
        assertClose(
                "s_raw", FusionPriors.spread(self), MAPS * get("s_raw").max().toFloats()[0]);
        assertClose("structure", FusionPriors.structure(self), MAPS);
        int end = sizes.get("eos").asInt();
        assertClose("content", FusionPriors.content(meanOverHeads("P_cross"), end), MAPS);
    }

    @Test
    void theStructureIsResizedBetweenTheMiddlesOfCells() throws IOException {
        int height = sizes.get("hw").get(0).asInt();
        int width = sizes.get("hw").get(1).asInt();
        Tensor structure = get("structure");
        assertClose("structure_down", FusionPriors.resized(structure, height, width, height / 2, width / 2), MAPS);
        assertClose("structure_up", FusionPriors.resized(structure, height, width, height * 2, width * 2), MAPS);
    }

    @Test
    void masksMeetTheReference() throws IOException {
        FusionMask made =
                FusionMask.of(get("structure"), get("content"), sizes.get("d").asDouble());
        assertClose("m", made.soft(), MAPS);
        assertClose("m_hard", made.hard(), MAPS);
    }

    @Test
    void aConstantMapGivesAnEmptyMask() throws IOException {
        Tensor constant = device.full(0.4, get("masks_constant.m").size(0));
        assertClose("masks_constant.m", FusionMask.of(constant, constant, 10).soft(), 0);
    }

    @Test
    void blendingMeetsTheReference() throws IOException {
        Tensor blended = FusionAttention.blended(get("A_fg"), get("A_bl"), mask());
        assertClose("A_bl_out", blended, MAPS);
        assertClose("A_fg_out", FusionAttention.foreground(get("A_fg"), blended, mask()), MAPS);
    }

    @Test
    void theBackgroundSharesTheBlendedPicturesStates() throws IOException {
        Attention attention = new Attention(
                new Linear(get("attn.to_q.weight"), null),
                new Linear(get("attn.to_k.weight"), null),
                new Linear(get("attn.to_v.weight"), null),
                new Linear(get("attn.to_out.0.weight"), get("attn.to_out.0.bias")),
                sizes.get("attn_heads").asInt());
        Tensor background = get("h_bg");
        Tensor blended = get("h_bl");
        assertClose("bg_self_plain", attention.forward(background, background), SHARED);
        assertClose("bg_self", FusionAttention.backgroundSelf(attention, background, blended, mask()), SHARED);
        Tensor nowhere = device.zeros(get("m").size(0));
        assertClose(
                "bg_self_nosuppress",
                FusionAttention.backgroundSelf(attention, background, blended, new FusionMask(nowhere, nowhere)),
                SHARED);
        double share = sizes.get("cross_share").asDouble();
        // the fixture's background output is A_fg
        assertClose("bg_cross", FusionAttention.backgroundCross(get("A_fg"), get("A_bl_out"), mask(), share), SHARED);
    }

    @Test
    void aHigherBoundaryCoefficientMakesASharperEdge() {
        int cells = 41;
        float[] ramp = new float[cells];
        for (int i = 0; i < cells; i++) {
            ramp[i] = i / (cells - 1f);
        }
        Tensor structure = device.tensor(ramp, cells);
        Tensor content = device.full(0.3, cells);
        int[] between = new int[3];
        double[] far = new double[3];
        double[] coefficients = {2, 10, 50};
        for (int i = 0; i < coefficients.length; i++) {
            float[] hard =
                    FusionMask.of(structure, content, coefficients[i]).hard().toFloats();
            assertThat(hard[cells / 2]).isCloseTo(0.5f, within(1e-4f));
            for (float value : hard) {
                between[i] += value > 0.05 && value < 0.95 ? 1 : 0;
            }
            far[i] = hard[cells - 1] - hard[0];
        }
        assertThat(between[0]).isEqualTo(cells); // 2: no cell is surely in or out
        assertThat(between[1]).isBetween(15, 30);
        assertThat(between[2]).isLessThan(6);
        assertThat(far[0]).isLessThan(0.5);
        assertThat(far[1]).isBetween(0.98, 0.99);
        assertThat(far[2]).isGreaterThan(0.9999);
    }
}
