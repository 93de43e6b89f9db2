package org.layerloom.network.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;

/// The transformer against `mmdit_fp32`, from the embeddings through every block to the output.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtMmditParityTest {
    private static final double ROPE = 1e-6;
    private static final double TAP = 3e-5;

    private Device device;
    private GoldenTensors golden;
    private FluxTransformer transformer;
    private TokenLayout layout;
    private Conditioning conditioning;
    private Tensor embedded;

    @BeforeAll
    void load() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.art("mmdit_fp32", device);
        ModelFolder checkpoint = GoldenTensors.artCheckpoint();
        FluxConfig config = FluxConfig.read(checkpoint.config("transformer"));
        transformer = FluxTransformer.load(config, checkpoint.weights("transformer", device, DType.F32));
        layout = GoldenTensors.layout(GoldenTensors.json("mmdit.json"), config.tokenStride());
        conditioning = transformer.condition(
                layout, new Prompt(golden.get("in.prompt_embeds"), golden.get("in.pooled"), null, null));
        Tensor places = transformer.places(layout, new boolean[layout.layers()]);
        embedded = transformer.embed(layout.pack(golden.get("in.latents")), places);
    }

    @AfterAll
    void close() {
        device.close();
    }

    private float number(String name) throws IOException {
        return golden.get(name).toFloats()[0];
    }

    @Test
    void rotaryTablesAreThoseOfTextThenImage() throws IOException {
        golden.assertClose("out.rope_cos", conditioning.rope().cos(), ROPE);
        golden.assertClose("out.rope_sin", conditioning.rope().sin(), ROPE);
    }

    @Test
    void tokensAreEmbeddedWithTheirLayer() throws IOException {
        golden.assertClose("out.img_tokens_after_embed", embedded, TAP);
        golden.assertClose("out.txt_tokens_after_embed", conditioning.text(), TAP);
    }

    @Test
    void everyBlockAndTheOutputMeetTheReference() throws IOException {
        Map<String, Tensor> taps = new HashMap<>();
        Tensor output = transformer.forward(
                embedded,
                conditioning,
                number("in.timestep"),
                number("in.guidance"),
                (name, value) -> taps.put("out." + name, value.copy().keep()));
        int checked = 0;
        for (Map.Entry<String, Tensor> tap : taps.entrySet()) {
            if (golden.has(tap.getKey())) { // later blocks' attentions are not recorded
                golden.assertClose(tap.getKey(), tap.getValue(), TAP);
                checked++;
            }
        }
        FluxConfig config = transformer.config();
        assertThat(checked).isEqualTo(1 + 2 + 2 * config.doubleBlocks() + config.singleBlocks());
        assertOutput(output);
    }

    /// Outside the boxes the reference holds one constant, which no later step uses: only cells of boxes are
    /// compared.
    private void assertOutput(Tensor output) throws IOException {
        Tensor expected = golden.get("out.output");
        Scope.scoped(() -> {
            Tensor all = layout.unpack(output, expected);
            golden.assertClose("out.output", all, TAP);
            return all;
        });
        long inside = golden.get("in.box_mask_latent").sum(0, 1, 2).toLongs()[0];
        assertThat(inside).isEqualTo(4L * layout.tokens());
    }
}
