package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.composite.ArtMerge;
import org.layerloom.generate.Progress;
import org.layerloom.generate.WeightForm;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.network.flux.Conditioning;
import org.layerloom.network.flux.Prompt;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.network.text.TextEncoding;
import org.layerloom.network.transparency.CellBox;
import org.layerloom.network.transparency.TransparentDecoder;
import org.layerloom.network.vae.AutoencoderKl;
import org.layerloom.network.vae.Posterior;
import org.layerloom.sampler.Guidance;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;

/// A whole run against `pipeline`: noise given, from embeddings and from the prompt, to the bytes of all files.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtPipelineParityTest {
    private static final double SIGMA = 2e-7;
    private static final double STEP = 5e-5;
    private static final double STEP_FROM_PROMPT = 2e-4;
    private static final double LATENTS_FROM_PROMPT = 5e-4;
    private static final double PIXELS_FROM_PROMPT = 2e-4;
    private static final double CODEC = 2e-5;
    private static final int LEVELS = 1;
    private static final double SHARE_OF_BYTES = 0.005;

    private Device device;
    private GoldenTensors golden;
    private JsonNode json;
    private ArtModel model;
    private AutoencoderKl vae;
    private TransparentDecoder transparency;
    private TokenLayout layout;

    @BeforeAll
    void load() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.art("pipeline", device);
        json = GoldenTensors.json("pipeline.json");
        ModelFolder folder = GoldenTensors.artCheckpoint();
        model = ArtModel.load(ArtForm.of(folder.path(), List.of()), Device.cpu(), WeightForm.STORED, Progress.NONE);
        vae = AutoencoderKl.load(folder.config("vae"), folder.weights("vae", device, DType.F32));
        transparency =
                TransparentDecoder.load(folder.config("transp_vae"), folder.weights("transp_vae", device, DType.F32));
        layout = GoldenTensors.layout(json, model.config().tokenStride());
    }

    @AfterAll
    void close() {
        model.close();
        device.close();
    }

    private Conditioning condition(Tensor tokens, Tensor pooled) throws IOException {
        return model.transformer(List.of()).condition(layout, new Prompt(tokens, pooled, null, null));
    }

    private Denoiser.Plan plan(Conditioning with, Conditioning without) throws IOException {
        float[] sigmas = model.sampler().sigmas(json.get("steps").asInt(), layout.tokens());
        Guidance guidance = new Guidance(json.get("true_gs").asDouble());
        float embedded = (float) json.get("guidance_scale").asDouble();
        Tensor noise = layout.pack(golden.get("in.noise_latents"));
        return new Denoiser.Plan(layout, noise, sigmas, with, without, guidance, embedded, List.of());
    }

    private Denoiser.Plan planFromEmbeddings() throws IOException {
        return plan(
                condition(golden.get("prompt_embeds"), golden.get("pooled")),
                condition(golden.get("neg_prompt_embeds"), golden.get("neg_pooled")));
    }

    /// Cells outside the boxes hold a constant that no later step uses: they are taken from the expected tensor.
    private void assertInBoxes(String name, Tensor tokens, double tolerance) throws IOException {
        golden.assertClose(name, layout.unpack(tokens, golden.get(name)), tolerance);
    }

    private Tensor run(Denoiser.Plan plan, double tolerance) throws IOException {
        return new Denoiser(model.transformer(List.of())).run(plan, new Denoiser.Watcher() {
            @Override
            public void check() {}

            @Override
            public void stepped(int step, Tensor x, Tensor velocity, Tensor next) {
                try {
                    assertInBoxes("step" + step + ".latents", next, tolerance);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    /// Latents as the decoders take them, with the reference's own draw of grey around the boxes.
    private Tensor decoderLatents(Tensor tokens) {
        try {
            Posterior grey = vae.encode(
                    device.zeros(1, 3, json.get("H").asLong(), json.get("W").asLong()));
            return codec().latents(tokens, layout, grey.sample(golden.get("in.grey_noise")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FluxCodec codec() {
        return (FluxCodec) model.codec();
    }

    @Test
    void sigmasAndTheTimesTheNetworkSeesAreTheReferences() throws IOException {
        float[] sigmas = model.sampler().sigmas(json.get("steps").asInt(), layout.tokens());
        assertThat(layout.tokens()).isEqualTo(json.get("img_tokens").asInt());
        assertThat(GoldenTensors.largestGap(sigmas, golden.get("sigmas").toFloats()))
                .isLessThan(SIGMA);
        float[] times = golden.get("model_timesteps").toFloats();
        for (int i = 0; i < times.length; i++) {
            assertThat(model.transformer(List.of()).time(sigmas[i])).isCloseTo(times[i], within((float) SIGMA));
        }
    }

    @Test
    void bothPassesOfTheFirstStepMatch() throws IOException {
        Denoiser.Plan plan = planFromEmbeddings();
        Tensor places = model.transformer(List.of()).places(layout, new boolean[layout.layers()]);
        Tensor embedded = model.transformer(List.of()).embed(plan.noise(), places);
        Denoiser denoiser = new Denoiser(model.transformer(List.of()));
        List<Tensor> both = denoiser.velocities(plan, plan.noise(), embedded, denoiser.steer(plan), 0, () -> {});
        assertInBoxes("step0.pred_pos", both.getFirst(), STEP);
        assertInBoxes("step0.pred_neg", both.getLast(), STEP);
    }

    @Test
    void everyStepFromTheReferencesEmbeddingsMatches() throws IOException {
        Tensor tokens = run(planFromEmbeddings(), STEP);
        golden.assertClose("final_vae_latents", decoderLatents(tokens), STEP);
    }

    @Test
    void theWholeRunFromThePromptMatches() throws IOException {
        TextEncoding with = model.text().encode(json.get("prompt").asText());
        TextEncoding without = model.text().encode(json.get("negative_prompt").asText());
        golden.assertClose("prompt_embeds", with.tokens(), STEP_FROM_PROMPT);
        golden.assertClose("neg_prompt_embeds", without.tokens(), STEP_FROM_PROMPT);
        golden.assertClose("pooled", with.pooled(), STEP_FROM_PROMPT);
        golden.assertClose("neg_pooled", without.pooled(), STEP_FROM_PROMPT);
        Denoiser.Plan plan =
                plan(condition(with.tokens(), with.pooled()), condition(without.tokens(), without.pooled()));
        Tensor z = decoderLatents(run(plan, STEP_FROM_PROMPT));
        golden.assertClose("final_vae_latents", z, LATENTS_FROM_PROMPT);
        assertPictures(z);
        assertTransparency(z);
    }

    private void assertPictures(Tensor z) throws IOException {
        String name = golden.nameStarting("vae_rgb_layers");
        List<Tensor> rgb = new ArrayList<>();
        for (int layer : golden.numbersAfter("vae_rgb_layers")) {
            rgb.add(vae.decode(z.slice(0, layer, layer + 1L)));
        }
        golden.assertClose(name, Tensor.concat(0, rgb), PIXELS_FROM_PROMPT);
        assertBytes("layer_png_u8", FluxCodec.bytes(vae.decode(z)));
    }

    private void assertTransparency(Tensor z) throws IOException {
        List<CellBox> cells = codec().cells(layout);
        List<Tensor> crops = transparency.decode(z, cells);
        for (String kind : List.of("transp_rgb_layers", "transp_alpha_layers")) {
            String name = golden.nameStarting(kind);
            int[] layers = golden.numbersAfter(kind);
            for (int i = 0; i < layers.length; i++) {
                CellBox box = cells.get(layers[i]);
                if (box == null) {
                    assertThat(crops.get(layers[i])).isNull();
                    continue;
                }
                Tensor expected = crop(golden.get(name).slice(0, i, i + 1L), box);
                int from = kind.contains("rgb") ? 0 : 3;
                float[] actual = crops.get(layers[i])
                        .slice(1, from, from + expected.size(1))
                        .toFloats();
                assertThat(GoldenTensors.largestGap(actual, expected.toFloats()))
                        .isLessThan(PIXELS_FROM_PROMPT);
            }
        }
        assertBytes("transp_rgba_u8", transparentBytes(crops, cells));
    }

    private Tensor crop(Tensor image, CellBox box) {
        int cell = transparency.factor();
        return image.slice(2, (long) cell * box.y(), (long) cell * (box.y() + box.height()))
                .slice(3, (long) cell * box.x(), (long) cell * (box.x() + box.width()));
    }

    /// Whole canvases, as the reference stores them: grey and clear outside the boxes.
    private byte[] transparentBytes(List<Tensor> crops, List<CellBox> cells) {
        int width = json.get("W").asInt();
        int height = json.get("H").asInt();
        byte[] all = new byte[cells.size() * width * height * 4];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i % 4 == 3 ? 0 : 127);
        }
        for (int layer = 0; layer < cells.size(); layer++) {
            CellBox box = cells.get(layer);
            if (box != null) {
                int cell = transparency.factor();
                byte[] own = TransparentDecoder.bytes(crops.get(layer));
                int row = box.width() * cell * 4;
                for (int y = 0; y < box.height() * cell; y++) {
                    int to = ((layer * height + box.y() * cell + y) * width + box.x() * cell) * 4;
                    System.arraycopy(own, y * row, all, to, row);
                }
            }
        }
        return all;
    }

    private void assertBytes(String name, byte[] actual) throws IOException {
        byte[] expected = golden.get(name).toBytes();
        assertThat(actual).hasSameSizeAs(expected);
        int different = 0;
        for (int i = 0; i < actual.length; i++) {
            int gap = Math.abs((actual[i] & 255) - (expected[i] & 255));
            assertThat(gap).as("byte %d of %s", i, name).isLessThanOrEqualTo(LEVELS);
            different += gap;
        }
        assertThat((double) different / actual.length).as(name).isLessThanOrEqualTo(SHARE_OF_BYTES);
    }

    @Test
    void theMeanOfGreyIsTheReferences() throws IOException {
        Posterior grey = vae.encode(
                device.zeros(1, 3, json.get("H").asLong(), json.get("W").asLong()));
        golden.assertClose(
                "grey_mean_layer0",
                grey.mean().reshape(golden.get("grey_mean_layer0").shape()),
                CODEC);
        golden.assertClose(
                "grey_std_layer0",
                grey.std().reshape(golden.get("grey_std_layer0").shape()),
                CODEC);
    }

    @Test
    void layersMergeToTheReferencesBytes() throws IOException {
        int area = json.get("W").asInt() * json.get("H").asInt();
        int[] pictures = Planes.opaque(golden.get("layer_png_u8").toBytes());
        int[] transparent = Planes.argb(golden.get("transp_rgba_u8").toBytes());
        List<int[]> layers = new ArrayList<>();
        for (int layer = 2; layer < layout.layers(); layer++) {
            layers.add(Arrays.copyOfRange(transparent, layer * area, (layer + 1) * area));
        }
        int[] merged = ArtMerge.flatten(Arrays.copyOfRange(pictures, area, 2 * area), layers);
        assertThat(merged)
                .isEqualTo(Planes.opaque(golden.get("merged_rgba_png_u8").toBytes()));
    }
}
