package org.layerloom.network.flux;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;

/// The transformer against `mmdit_fp32` and `mmdit_bf16`, from the embeddings through every block to the output.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtMmditParityTest {
    private static final double ROPE = 1e-6;
    private static final double TAP = 3e-5;
    private static final double BF16_LARGEST = 0.2;
    private static final double BF16_ROOT_MEAN_SQUARE = 0.03;

    private Device device;
    private GoldenTensors golden;
    private TokenLayout layout;
    private int batch;

    @BeforeAll
    void load() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.art("mmdit_fp32", device);
        JsonNode json = GoldenTensors.json("mmdit.json");
        layout = GoldenTensors.layout(json, config().tokenStride());
        batch = Math.toIntExact(golden.get("in.latents").size(0));
    }

    @AfterAll
    void close() {
        device.close();
    }

    private static FluxConfig config() throws IOException {
        return FluxConfig.read(GoldenTensors.artCheckpoint().config("transformer"));
    }

    /// What one call made, by the fixture's names.
    private Map<String, Tensor> run(DType compute, int row) throws IOException {
        ModelFolder checkpoint = GoldenTensors.artCheckpoint();
        FluxTransformer transformer =
                FluxTransformer.load(config(), checkpoint.weights("transformer", device, compute));
        Prompt prompt = new Prompt(
                in("prompt_embeds", row).to(compute), in("pooled", row).to(compute), null, null);
        Conditioning conditioning = transformer.condition(layout, prompt);
        Tensor places = transformer.places(layout, new boolean[layout.layers()]);
        Tensor embedded = transformer.embed(layout.pack(in("latents", row)).to(compute), places);
        Map<String, Tensor> made = new HashMap<>();
        made.put("out.rope_cos", conditioning.rope().cos());
        made.put("out.rope_sin", conditioning.rope().sin());
        made.put("out.img_tokens_after_embed", embedded);
        made.put("out.txt_tokens_after_embed", conditioning.text());
        float guidance = golden.has("in.guidance") ? in("guidance", row).toFloats()[0] : 0;
        float time = in("timestep", row).toFloats()[0];
        List<Conditioning> prompts = List.of(conditioning);
        Steering steering = transformer.steer(new float[] {time}, guidance, prompts);
        made.put("out.temb", steering.times());
        Tensor output = transformer
                .forward(
                        embedded,
                        prompts,
                        steering,
                        0,
                        () -> {},
                        (name, value) -> made.put("out." + name, value.copy().keep()))
                .getFirst();
        assertThat(output.dtype()).isEqualTo(compute);
        made.put("out.output", output.to(DType.F32));
        return made;
    }

    private Tensor in(String name, int row) throws IOException {
        return golden.get("in." + name).slice(0, row, row + 1L);
    }

    /// One row of the batch; the rotary tables have none. Outside the boxes the reference's output is one constant,
    /// which no later step uses: those cells are taken from the fixture.
    private void assertClose(GoldenTensors set, String name, Tensor made, int row, double tolerance)
            throws IOException {
        Tensor expected = name.contains("rope") ? set.get(name) : set.get(name).slice(0, row, row + 1L);
        Tensor actual = name.equals("out.output") ? layout.unpack(made, expected) : made;
        set.assertClose(name, actual, expected, tolerance);
    }

    @Test
    void everyTapAndTheOutputMeetTheReference() throws IOException {
        for (int row = 0; row < batch; row++) {
            Map<String, Tensor> made = run(DType.F32, row);
            assertThat(golden.names("out.")).contains("out.temb", "out.output", "out.double0_img");
            for (String name : golden.names("out.")) {
                assertThat(made).containsKey(name);
                assertClose(golden, name, made.get(name), row, name.contains("rope") ? ROPE : TAP);
            }
        }
    }

    @Test
    void theMaskOfTheBoxesHasTheTokensCells() throws IOException {
        long inside = golden.get("in.box_mask_latent").sum(0, 1, 2).toLongs()[0];
        assertThat(inside).isEqualTo(4L * layout.tokens());
    }

    @Test
    void roundingsToBf16FallWhereTheReferencesFall() throws IOException {
        try (GoldenTensors halves = GoldenTensors.art("mmdit_bf16", device)) {
            Map<String, Tensor> made = run(DType.BF16, 0);
            for (String name : halves.names("out.")) {
                assertClose(halves, name, made.get(name), 0, BF16_LARGEST);
                Tensor expected = halves.get(name).slice(0, 0, 1);
                Tensor actual = name.equals("out.output") ? layout.unpack(made.get(name), expected) : made.get(name);
                Tensor gap = actual.to(DType.F32).sub(expected);
                double meanSquare = gap.mul(gap).reshape(-1).mean(0).toFloats()[0];
                assertThat(Math.sqrt(meanSquare))
                        .as("root mean square gap at " + name)
                        .isLessThan(BF16_ROOT_MEAN_SQUARE);
            }
        }
    }
}
