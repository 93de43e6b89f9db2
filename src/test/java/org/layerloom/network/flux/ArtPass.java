package org.layerloom.network.flux;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.Tensor;

/// The pass over the first of the golden batch, of which the sets of LoRA files hold one layer.
public final class ArtPass {
    private static final int LAYER = 2;
    private static final double TOLERANCE = 3e-5;

    private final GoldenTensors inputs;

    /// @param inputs `mmdit_fp32`
    public ArtPass(GoldenTensors inputs) {
        this.inputs = inputs;
    }

    /// @param expected `lora/expected`
    /// @param set      which files are merged
    public void assertClose(GoldenTensors expected, String set, FluxTransformer transformer) throws IOException {
        JsonNode json = GoldenTensors.json("mmdit.json");
        TokenLayout layout = GoldenTensors.layout(json, transformer.config().tokenStride());
        Conditioning prompt = transformer.condition(layout, new Prompt(in("prompt_embeds"), in("pooled"), null, null));
        Tensor embedded =
                transformer.embed(layout.pack(in("latents")), transformer.places(layout, new boolean[layout.layers()]));
        List<Conditioning> prompts = List.of(prompt);
        Steering steering =
                transformer.steer(in("timestep").toFloats(), in("guidance").toFloats()[0], prompts);
        Tensor output =
                transformer.forward(embedded, prompts, steering, 0, () -> {}).getFirst();
        Tensor wanted = expected.get(set + ".forward_b0_layer" + LAYER);
        Tensor around = in("latents");
        Tensor backdrop =
                Tensor.concat(1, around.slice(1, 0, LAYER), wanted, around.slice(1, LAYER + 1L, around.size(1)));
        Tensor made = layout.unpack(output, backdrop).slice(1, LAYER, LAYER + 1L);
        expected.assertClose(set, made, wanted, TOLERANCE);
    }

    private Tensor in(String name) throws IOException {
        return inputs.get("in." + name).slice(0, 0, 1);
    }
}
