package org.layerloom.network.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;

/// The transformer in bf16, the type that ART's checkpoint is in, against `mmdit_bf16`.
class ArtMmditBf16ParityTest {
    private static final double LARGEST = 0.2;
    private static final double ROOT_MEAN_SQUARE = 0.03;

    @Test
    void roundingsFallWhereTheReferencesFall() throws IOException {
        try (Device device = Device.cpu();
                GoldenTensors inputs = GoldenTensors.art("mmdit_fp32", device);
                GoldenTensors golden = GoldenTensors.art("mmdit_bf16", device)) {
            ModelFolder checkpoint = GoldenTensors.artCheckpoint();
            FluxConfig config = FluxConfig.read(checkpoint.config("transformer"));
            FluxTransformer transformer =
                    FluxTransformer.load(config, checkpoint.weights("transformer", device, DType.BF16));
            TokenLayout layout = GoldenTensors.layout(GoldenTensors.json("mmdit.json"), config.tokenStride());
            Prompt prompt = new Prompt(
                    inputs.get("in.prompt_embeds").to(DType.BF16),
                    inputs.get("in.pooled").to(DType.BF16),
                    null,
                    null);
            Tensor tokens = layout.pack(inputs.get("in.latents")).to(DType.BF16);
            Tensor embedded = transformer.embed(tokens, transformer.places(layout, new boolean[layout.layers()]));
            Map<String, Tensor> taps = new HashMap<>();
            Tensor output = transformer.forward(
                    embedded,
                    transformer.condition(layout, prompt),
                    inputs.get("in.timestep").toFloats()[0],
                    inputs.get("in.guidance").toFloats()[0],
                    (name, value) -> taps.put(name, value.copy().keep()));
            assertThat(output.dtype()).isEqualTo(DType.BF16);
            assertNear(golden, "out.temb", taps.get("temb"));
            assertNear(golden, "out.double0_img", taps.get("double0_img"));
            Tensor expected = golden.get("out.output");
            assertNear(golden, "out.output", layout.unpack(output.to(DType.F32), expected));
        }
    }

    private static void assertNear(GoldenTensors golden, String name, Tensor actual) throws IOException {
        golden.assertClose(name, actual, LARGEST);
        Tensor gap = actual.to(DType.F32).sub(golden.get(name));
        double meanSquare = gap.mul(gap).reshape(-1).mean(0).toFloats()[0];
        assertThat(Math.sqrt(meanSquare)).as("root mean square gap at " + name).isLessThan(ROOT_MEAN_SQUARE);
    }
}
