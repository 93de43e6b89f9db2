package org.layerloom.network.unet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// The UNet against `a_unet_sdxl`, `a_unet_sd15` and its parts of `k_eps_micro`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerDiffuseUnetParityTest {
    private static final double FORWARD = 1e-4;
    private static final double MODULE = 2e-5;

    private final Device device = Device.cpu();
    private final Map<String, Unet> unets = new HashMap<>();

    @BeforeAll
    void load() throws IOException {
        for (String model : List.of("sdxl", "sd15")) {
            unets.put(model, GoldenUnets.load(model, device, DType.F32));
        }
    }

    @AfterAll
    void close() {
        device.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdxl", "sd15"})
    void everyBlockAndTheOutputMeetTheReference(String model) throws IOException {
        GoldenTensors golden = GoldenTensors.layerDiffuse("a_unet_" + model, device);
        float[] timesteps = golden.get("timestep").to(DType.F32).toFloats();
        for (int row = 0; row < timesteps.length; row++) {
            Map<String, Tensor> last = new LinkedHashMap<>();
            Unet unet = unets.get(model);
            UnetContext context = context(golden, row);
            Tensor out = unet.forward(row(golden, "sample", row), timesteps[row], context, (name, value) -> {
                last.remove(name); // a transformer is entered and left under one name
                last.put(name, value.copy().keep());
            });
            assertRow(golden, "out", row, out);
            assertRow(golden, "act.conv_in", row, last.get("conv_in"));
            for (int i = 0; i < unet.config().blocks(); i++) {
                assertRow(golden, "act.down" + i, row, lastOf(last, "down_blocks." + i + "."));
                assertRow(golden, "act.up" + i, row, lastOf(last, "up_blocks." + i + "."));
            }
            assertRow(golden, "act.mid", row, lastOf(last, "mid_block."));
            assertEmbedding(golden, unet, row, context, last.get("embedding"));
        }
    }

    private void assertEmbedding(GoldenTensors golden, Unet unet, int row, UnetContext context, Tensor embedding)
            throws IOException {
        if (unet.config().takesSizes()) {
            Tensor sizes = unet.trunk().sizes(context);
            assertRow(golden, "act.add_embedding", row, sizes);
            assertRow(golden, "act.time_embedding", row, embedding.sub(sizes));
        } else {
            assertRow(golden, "act.time_embedding", row, embedding);
        }
    }

    private static Tensor lastOf(Map<String, Tensor> taps, String start) {
        Tensor found = null;
        for (Map.Entry<String, Tensor> tap : taps.entrySet()) {
            found = tap.getKey().startsWith(start) ? tap.getValue() : found;
        }
        assertThat(found).as("a step of " + start).isNotNull();
        return found;
    }

    private void assertRow(GoldenTensors golden, String name, int row, Tensor actual) throws IOException {
        golden.assertClose(name, actual, row(golden, name, row), FORWARD);
    }

    private static Tensor row(GoldenTensors golden, String name, int row) throws IOException {
        return golden.get(name).slice(0, row, row + 1L);
    }

    private static UnetContext context(GoldenTensors golden, int row) throws IOException {
        Tensor states = row(golden, "encoder_hidden_states", row);
        return golden.has("time_ids")
                ? UnetContext.of(states, row(golden, "text_embeds", row), row(golden, "time_ids", row))
                : UnetContext.of(states);
    }

    @Test
    void aBatchGivesWhatItsRowsGiveAlone() throws IOException {
        GoldenTensors golden = GoldenTensors.layerDiffuse("a_unet_sdxl", device);
        Unet unet = unets.get("sdxl");
        UnetContext both =
                UnetContext.of(golden.get("encoder_hidden_states"), golden.get("text_embeds"), golden.get("time_ids"));
        Tensor out = unet.forward(golden.get("sample"), 37.25, both);
        for (int row = 0; row < out.size(0); row++) {
            Tensor alone = unet.forward(row(golden, "sample", row), 37.25, context(golden, row));
            golden.assertClose("row " + row, out.slice(0, row, row + 1L), alone, FORWARD);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "unet.resnet, sdxl, down_blocks.0.resnets.0",
        "unet.transformer2d, sdxl, down_blocks.1.attentions.0",
        "unet15.transformer2d, sd15, down_blocks.1.attentions.0",
        "unet.norm_out, sdxl, conv_out"
    })
    void singleModulesOnSmallInputsHaveTheRightEps(String tag, String model, String module) throws IOException {
        GoldenTensors golden = GoldenTensors.layerDiffuse("k_eps_micro", device);
        Tensor in = golden.get(tag + ".in");
        List<UnetStep> steps = unets.get(model).steps().stream()
                .filter(step -> step.name().equals(module) || step.name().startsWith(module + "."))
                .filter(step -> !(step instanceof UnetStep.PushSkip))
                .toList();
        Tensor out = steps.getFirst() instanceof UnetStep.Finish finish
                ? finish.norm().forward(in)
                : Scope.scoped(() -> new UnetWalk(
                                steps,
                                in.copy(),
                                Trunk.activate(golden.get("temb_sdxl")),
                                UnetContext.of(golden.get("ctx_" + model)),
                                (name, value) -> {})
                        .finish(AttentionProcessor.PLAIN));
        golden.assertClose(tag + ".out", out, MODULE);
    }

    @Test
    void oneTransformerBlockOnSmallInputsHasTheRightEps() throws IOException {
        GoldenTensors golden = GoldenTensors.layerDiffuse("k_eps_micro", device);
        Tensor x = golden.get("unet.block.in");
        for (UnetStep step : unets.get("sdxl").steps()) {
            if (!step.name().startsWith("down_blocks.1.attentions.0.transformer_blocks.0.")) {
                continue;
            }
            Tensor before = x;
            x = switch (step) {
                case UnetStep.Attend attend -> {
                    Tensor normed = attend.norm().forward(before);
                    Tensor context = attend.self() ? normed : golden.get("ctx_sdxl");
                    yield before.add(attend.attention().forward(normed, context));
                }
                case UnetStep.Feed feed -> feed.forward(before);
                default -> throw new AssertionError(step.name());
            };
        }
        golden.assertClose("unet.block.out", x, MODULE);
    }

    @Test
    void aPassLeavesNothingButItsOutput() throws IOException {
        GoldenTensors golden = GoldenTensors.layerDiffuse("a_unet_sd15", device);
        UnetContext context = context(golden, 0);
        Tensor sample = row(golden, "sample", 0);
        int before = device.openTensors();
        unets.get("sd15").forward(sample, 501, context).close();
        assertThat(device.openTensors()).isEqualTo(before);
    }

    @Test
    void latentsOfAWrongSizeAreRefused() {
        Unet unet = unets.get("sd15");
        int multiple = unet.config().multiple();
        Tensor odd = device.zeros(1, unet.inChannels(), multiple, multiple + 1L);
        UnetContext context = UnetContext.of(device.zeros(1, 3, unet.config().crossDim()));
        assertThatThrownBy(() -> unet.forward(odd, 1, context))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("%d x %d cells".formatted(multiple + 1, multiple));
    }
}
