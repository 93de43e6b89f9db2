package org.layerloom.network.vae;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;

/// The glance at latents against what the autoencoder decodes them to, on pictures that it was not fitted to.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LatentColoursTest {
    private static final int SIDE = 128;
    /// One of random weights has no colours to be told at a glance.
    private static final Path TRAINED = Path.of("src/test/resources/golden/vae");

    private Device device;
    private AutoencoderKl vae;

    @BeforeAll
    void open() throws IOException {
        device = Device.cpu();
        vae = AutoencoderKl.load(
                Config.read(TRAINED.resolve("config.json")),
                Weights.open(TRAINED.resolve("diffusion_pytorch_model.safetensors"), device, DType.F32));
    }

    @AfterAll
    void close() {
        device.close();
    }

    @Test
    void aGlanceIsNearWhatIsDecodedOnPicturesItDoesNotKnow() {
        LatentColours colours = LatentColours.fit(vae);
        Random random = new Random(7);
        double error = 0;
        double variance = 0;
        for (int i = 0; i < 3; i++) {
            LatentColours.Sample sample = LatentColours.Sample.of(vae, PatchPicture.draw(random, SIDE));
            float[] seen = Scope.closing(
                    () -> colours.forward(device.tensor(sample.latents(), 1, vae.latentChannels(), 16, 16))
                            .toFloats());
            for (int c = 0; c < 3; c++) {
                double mean = 0;
                for (int k = 0; k < 256; k++) {
                    mean += sample.colours()[c * 256 + k] / 256;
                }
                for (int k = 0; k < 256; k++) {
                    error += Math.pow(seen[c * 256 + k] - sample.colours()[c * 256 + k], 2);
                    variance += Math.pow(sample.colours()[c * 256 + k] - mean, 2);
                }
            }
        }
        assertThat(Math.sqrt(error / (3 * 3 * 256))).isLessThan(0.1); // measured 0.087, of values in -1..1
        assertThat(error / variance).isLessThan(0.08); // measured 0.065: what the picture's mean alone would err is 1
    }
}
