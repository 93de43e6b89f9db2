package org.layerloom.network.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.network.vae.AutoencoderKl;
import org.layerloom.network.vae.Posterior;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Weights;

/// The networks of transparency against `c_transparent_decoder`, `c_transparent_encoder` and `k_eps_micro`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerDiffuseTransparencyParityTest {
    private static final double TOLERANCE = 1e-4;
    private static final double NORM_TOLERANCE = 2e-5;
    private static final double PAD_TOLERANCE = 1e-5;
    private static final double OFFSET_TOLERANCE = 1e-6;
    /// The offset times 300.
    private static final double LATENT_TOLERANCE = 5e-4;

    private Device device;
    private GoldenTensors decoding;
    private GoldenTensors encoding;
    private LatentTransparencyDecoder decoder;
    private LatentTransparencyEncoder encoder;
    private AutoencoderKl vae;

    @BeforeAll
    void open() throws IOException {
        device = Device.cpu();
        decoding = GoldenTensors.layerDiffuse("c_transparent_decoder", device);
        encoding = GoldenTensors.layerDiffuse("c_transparent_encoder", device);
        decoder = LatentTransparencyDecoder.load(weights("vae_transparent_decoder"));
        encoder = LatentTransparencyEncoder.load(weights("vae_transparent_encoder"));
        ModelFolder sdxl = new ModelFolder(GoldenTensors.layerDiffuse().resolve("tiny-sdxl"));
        vae = AutoencoderKl.load(sdxl.config("vae"), sdxl.weights("vae", device, DType.F32));
    }

    private Weights weights(String name) throws IOException {
        return Weights.open(
                GoldenTensors.layerDiffuse().resolve("layerdiffuse/" + name + ".safetensors"), device, DType.F32);
    }

    @AfterAll
    void close() {
        device.close();
    }

    @Test
    void everyBlockAndTheSinglePassMatch() throws IOException {
        TransparencyUnet unet = decoder.unet();
        Tensor latent = decoding.get("latent");
        Deque<Tensor> skips = new ArrayDeque<>();
        Tensor x = unet.enter(decoding.get("pixel"), skips);
        for (int i = 0; i < unet.blocks(); i++) {
            x = unet.down(i, x, latent, skips);
            assertBlock("act.down" + i, x);
        }
        x = unet.middle(x);
        assertBlock("act.mid", x);
        for (int i = 0; i < unet.blocks(); i++) {
            x = unet.up(i, x, skips);
            assertBlock("act.up" + i, x);
        }
        assertThat(skips).isEmpty();
        decoding.assertClose("single_pass_raw", unet.forward(decoding.get("pixel"), latent), TOLERANCE);
    }

    private void assertBlock(String name, Tensor actual) throws IOException {
        if (decoding.has(name)) {
            decoding.assertClose(name, actual, TOLERANCE);
        }
    }

    @Test
    void theMedianOfEightViewsMatches() throws IOException {
        Tensor pixel = decoding.get("pixel");
        Tensor latent = decoding.get("latent");
        Tensor[] means = new Tensor[LatentTransparencyDecoder.passes()];
        for (int i = 0; i < means.length; i++) {
            Tensor view = decoder.view(pixel, latent, i);
            means[i] = view.mean(2, 3).reshape(4);
            if (i == 3) {
                decoding.assertClose("aug3", view, TOLERANCE);
            }
        }
        decoding.assertClose("aug_means", Tensor.stack(0, means), TOLERANCE);
        int[] passes = new int[1];
        int open = device.openTensors();
        float[] median = Scope.closing(
                () -> decoder.decode(pixel, latent, () -> passes[0]++).toFloats());
        assertThat(device.openTensors()).isEqualTo(open);
        assertThat(passes[0]).isEqualTo(8);
        assertThat(GoldenTensors.largestGap(median, decoding.get("median").toFloats()))
                .isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    void aPictureThatIsNotSquareGoesThroughTurnedToo() {
        Tensor y = decoder.decode(device.randn(1, 1, 3, 64, 128).sigmoid(), device.randn(2, 1, 4, 8, 16), () -> {});
        assertThat(y.shape()).containsExactly(1, 4, 64, 128);
    }

    @Test
    void codecAndDecoderGiveThePictureToTheByte() throws IOException {
        Tensor z = decoding.get("full.latent_vae_space");
        Tensor pixel = vae.decode(z).mul(0.5).add(0.5).clip(0, 1);
        Tensor y = decoder.decode(pixel, z, () -> {});
        decoding.assertClose("full.y_alpha_rgb", y, TOLERANCE);
        for (int i = 0; i < z.size(0); i++) {
            byte[] expected = decoding.get("full.png_rgba").slice(0, i, i + 1L).toBytes();
            Tensor stored = decoding.get("full.y_alpha_rgb").slice(0, i, i + 1L);
            assertThat(LatentTransparencyDecoder.bytes(stored)).isEqualTo(expected);
            byte[] made = LatentTransparencyDecoder.bytes(y.slice(0, i, i + 1L));
            for (int at = 0; at < made.length; at++) {
                assertThat(Math.abs((made[at] & 0xFF) - (expected[at] & 0xFF))).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void normsHaveTheirOwnEpsilon() throws IOException {
        TransparencyUnet unet = decoder.unet();
        try (GoldenTensors micro = GoldenTensors.layerDiffuse("k_eps_micro", device)) {
            Tensor attention = unet.attention(5, 0).forward(micro.get("dec.attn.in"));
            micro.assertClose("dec.attn.out", attention, NORM_TOLERANCE);
            Tensor norm = unet.normOut().forward(micro.get("dec.norm_out.in"));
            micro.assertClose("dec.norm_out.out", norm, NORM_TOLERANCE);
            Tensor resnet = unet.resnet(2, 0).forward(micro.get("dec.resnet.in"));
            micro.assertClose("dec.resnet.out", resnet, NORM_TOLERANCE);
        }
    }

    @Test
    void transparentPixelsAreGivenTheColoursAroundThem() throws IOException {
        JsonNode json = GoldenTensors.json(GoldenTensors.layerDiffuse(), "c_transparent_encoder.json");
        Set<String> pictures = new TreeSet<>();
        for (String name : encoding.names("pad.")) {
            pictures.add(name.split("\\.")[1]);
        }
        assertThat(pictures).hasSizeGreaterThanOrEqualTo(3);
        for (String name : pictures) {
            String start = "pad." + name + ".";
            Tensor rgba = encoding.get(start + "rgba");
            int height = (int) rgba.size(0);
            int width = (int) rgba.size(1);
            byte[] bytes = rgba.toBytes();
            float[] padded = ColourPadding.pad(bytes, width, height);
            assertThat(GoldenTensors.largestGap(
                            padded, encoding.get(start + "rgb").toFloats()))
                    .as(name)
                    .isLessThanOrEqualTo(PAD_TOLERANCE);
            assertPyramid(start, ColourPadding.pyramid(bytes, width, height), json.get(start + "sizes"));
        }
    }

    private void assertPyramid(String start, List<ColourPadding.Level> levels, JsonNode sizes) throws IOException {
        assertThat(levels).hasSize(sizes.size());
        for (int i = 0; i < levels.size(); i++) {
            ColourPadding.Level level = levels.get(i);
            assertThat(level.height()).isEqualTo(sizes.get(i).get(0).intValue());
            assertThat(level.width()).isEqualTo(sizes.get(i).get(1).intValue());
            if (encoding.has(start + "level" + i + ".premul")) {
                Tensor both = Tensor.concat(
                        2, encoding.get(start + "level" + i + ".premul"), encoding.get(start + "level" + i + ".alpha"));
                assertThat(GoldenTensors.largestGap(level.pixels(), both.toFloats()))
                        .isLessThanOrEqualTo(PAD_TOLERANCE);
            }
        }
    }

    @Test
    void encodingATransparentPictureMatches() throws IOException {
        Tensor rgba = encoding.get("enc.rgba");
        TransparentPicture picture =
                TransparentPicture.of(device, rgba.toBytes(), (int) rgba.size(1), (int) rgba.size(0));
        encoding.assertClose("enc.vae_feed", picture.feed(), PAD_TOLERANCE);
        encoding.assertClose("enc.offset_feed", picture.planes(), PAD_TOLERANCE);
        Tensor offset = encoder.offset(encoding.get("enc.offset_feed"));
        encoding.assertClose("enc.offset_raw", offset, OFFSET_TOLERANCE);
        Posterior posterior = vae.encode(picture.feed());
        encoding.assertClose("enc.mean", posterior.mean(), TOLERANCE);
        encoding.assertClose("enc.std", posterior.std(), TOLERANCE);
        Tensor latents = LatentTransparencyEncoder.latents(
                posterior, encoder.offset(picture.planes()), LatentTransparencyEncoder.OFFSET_SCALE);
        encoding.assertClose("enc.latent_cli", latents, LATENT_TOLERANCE);
        encoding.assertClose("enc.latent_cli_scaled", vae.scale(latents), LATENT_TOLERANCE);
    }

    @Test
    void theExtensionsFormOfALatentMatchesToo() throws IOException {
        Tensor flat = encoding.get("forge.flat_rgb"); // (h, w, 3) bytes
        Tensor feed =
                flat.to(DType.F32).mul(2 / 255.0).sub(1).transpose(2, 0, 1).reshape(1, 3, flat.size(0), flat.size(1));
        Tensor latents = LatentTransparencyEncoder.latents(vae.encode(feed), encoding.get("enc.offset_raw"), 1);
        encoding.assertClose("forge.latent", latents, TOLERANCE);
    }
}
