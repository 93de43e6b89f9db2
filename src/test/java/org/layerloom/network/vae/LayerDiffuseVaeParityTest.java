package org.layerloom.network.vae;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.SafeTensorsFile;
import org.layerloom.weights.Weights;

/// The tiny checkpoints' autoencoders against `b_vae` and `k_eps_micro`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerDiffuseVaeParityTest {
    private static final double TOLERANCE = 1e-4;
    private static final double NORM_TOLERANCE = 2e-5;

    private Device device;
    private GoldenTensors golden;

    @BeforeAll
    void open() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.layerDiffuse("b_vae", device);
    }

    @AfterAll
    void close() {
        device.close();
    }

    private AutoencoderKl load(String system) throws IOException {
        ModelFolder model = new ModelFolder(GoldenTensors.layerDiffuse().resolve("tiny-" + system));
        return AutoencoderKl.load(model.config("vae"), model.weights("vae", device, DType.F32));
    }

    @Test
    void encodingAndDecodingMatchForBothSystems() throws IOException {
        for (String system : List.of("sdxl", "sd15")) {
            if (golden.has(system + ".decode")) {
                AutoencoderKl vae = load(system);
                Posterior posterior = vae.encode(golden.get("image"));
                golden.assertClose(system + ".mean", posterior.mean(), TOLERANCE);
                golden.assertClose(system + ".logvar", posterior.logvar(), TOLERANCE);
                golden.assertClose(system + ".std", posterior.std(), TOLERANCE);
                Tensor sample = posterior.sample(golden.get("noise"));
                golden.assertClose(system + ".sample_with_noise", sample, TOLERANCE);
                golden.assertClose(system + ".decode", vae.decode(golden.get("latent")), TOLERANCE);
            }
        }
    }

    @Test
    void latentsAreScaledByTheConfigsFactor() throws IOException {
        JsonNode json = GoldenTensors.json(GoldenTensors.layerDiffuse(), "b_vae.json");
        for (String system : List.of("sdxl", "sd15")) {
            double factor = json.get(system).get("scaling_factor").doubleValue();
            AutoencoderKl vae = load(system);
            Tensor latent = golden.get("latent");
            golden.assertClose("latent", vae.scale(latent), latent.mul(factor), 1e-6);
            golden.assertClose("latent", vae.unscale(vae.scale(latent)), latent, 1e-5);
        }
    }

    @Test
    void normsHaveTheirOwnEpsilon() throws IOException {
        AutoencoderKl vae = load("sdxl");
        try (GoldenTensors micro = GoldenTensors.layerDiffuse("k_eps_micro", device)) {
            Stage attention = vae.decoder().midBlock().get(1);
            micro.assertClose("vae.attn.out", attention.forward(micro.get("vae.attn.in")), NORM_TOLERANCE);
            Tensor norm = vae.decoder().convNormOut().forward(micro.get("vae.norm_out.in"));
            micro.assertClose("vae.norm_out.out", norm, NORM_TOLERANCE);
            Stage resnet = vae.encoder().downBlocks().getFirst();
            micro.assertClose("vae.resnet.out", resnet.forward(micro.get("vae.resnet.in")), NORM_TOLERANCE);
        }
    }

    @Test
    void theFirstNamesOfTheAttentionsWeightsAreKnown(@TempDir Path folder) throws IOException {
        ModelFolder model = new ModelFolder(GoldenTensors.layerDiffuse().resolve("tiny-sd15"));
        byte[] bytes = Files.readAllBytes(model.part("vae").resolve("diffusion_pytorch_model.safetensors"));
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        String header = new String(bytes, 8, length, StandardCharsets.UTF_8)
                .replace("to_q.", "query.")
                .replace("to_k.", "key.")
                .replace("to_v.", "value.")
                .replace("to_out.0.", "proj_attn.");
        Path file = SafeTensorsFile.write(
                folder.resolve("old.safetensors"), header, Arrays.copyOfRange(bytes, 8 + length, bytes.length));
        AutoencoderKl old = AutoencoderKl.load(model.config("vae"), Weights.open(file, device, DType.F32));
        Tensor z = golden.get("latent");
        assertThat(old.decode(z).toFloats()).isEqualTo(load("sd15").decode(z).toFloats());
    }

    @Test
    void onePictureOfOneTileIsTheSameInTiles() throws IOException {
        AutoencoderKl vae = load("sdxl");
        Tensor z = golden.get("latent");
        Tiling tiling = Tiling.of((int) Math.max(z.size(2), z.size(3)));
        assertThat(tiling.splits(z.size(2), z.size(3))).isFalse();
        golden.assertClose("sdxl.decode", vae.decode(z, tiling, () -> {}), TOLERANCE);
        golden.assertClose(
                "sdxl.mean", vae.encode(golden.get("image"), tiling, () -> {}).mean(), TOLERANCE);
    }

    /// Smooth latents, whose norms are nearly the same in each tile: the picture must be nearly the same too, and
    /// nothing may be left open. Always on the project's own set: how near depends on the weights.
    @Test
    void aTiledPictureIsCloseToTheUntiledOne() throws IOException {
        ModelFolder model = new ModelFolder(Path.of("src/test/resources/golden/layerdiffuse/open/tiny-sdxl"));
        AutoencoderKl vae = AutoencoderKl.load(model.config("vae"), model.weights("vae", device, DType.F32));
        int open = device.openTensors();
        double[] gap = new double[2];
        Scope.closing(() -> {
            Tensor z = waves(4, 40, 56);
            float[] whole = vae.decode(z).toFloats();
            gap[0] = meanGap(vae.decode(z, Tiling.of(24), () -> {}).toFloats(), whole);
            Tensor image = waves(3, 320, 448);
            float[] mean = vae.encode(image).mean().toFloats();
            gap[1] = meanGap(vae.encode(image, Tiling.of(24), () -> {}).mean().toFloats(), mean);
            return null;
        });
        assertThat(gap[0]).isLessThan(0.25);
        assertThat(gap[1]).isLessThan(0.1);
        assertThat(device.openTensors()).isEqualTo(open);
    }

    private Tensor waves(int channels, int height, int width) {
        float[] values = new float[channels * height * width];
        for (int i = 0; i < values.length; i++) {
            int x = i % width;
            int y = i / width % height;
            values[i] = (float) (Math.sin(x * 0.9 + i / width / height) * Math.cos(y * 0.7));
        }
        return device.tensor(values, 1, channels, height, width);
    }

    /// Mean distance as a share of the mean size.
    private static double meanGap(float[] actual, float... expected) {
        double gap = 0;
        double size = 0;
        for (int i = 0; i < actual.length; i++) {
            gap += Math.abs(actual[i] - expected[i]);
            size += Math.abs(expected[i]);
        }
        return gap / size;
    }
}
