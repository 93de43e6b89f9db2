package org.layerloom.network.vae;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;

/// The golden checkpoint's autoencoder against `vae.safetensors`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtVaeParityTest {
    private static final double TOLERANCE = 2e-5;

    private Device device;
    private GoldenTensors golden;
    private AutoencoderKl vae;

    @BeforeAll
    void open() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.art("vae", device);
        ModelFolder model = GoldenTensors.artCheckpoint();
        vae = AutoencoderKl.load(model.config("vae"), model.weights("vae", device, DType.F32));
    }

    @AfterAll
    void close() {
        device.close();
    }

    @Test
    void theMiddleBlocksMatch() throws IOException {
        golden.assertClose("out.encoder.mid_block", vae.encoder().middle(grey()), TOLERANCE);
        Tensor in = vae.decoder().convIn().forward(golden.get("in.z"));
        golden.assertClose("out.decoder.conv_in", in, TOLERANCE);
        golden.assertClose("out.decoder.mid_block", vae.decoder().middle(in), TOLERANCE);
    }

    @Test
    void encodingGivesMeanLogVarianceSampleAndScaledLatents() throws IOException {
        Posterior posterior = vae.encode(golden.get("in.image"));
        golden.assertClose("out.mean", posterior.mean(), TOLERANCE);
        golden.assertClose("out.logvar", posterior.logvar(), TOLERANCE);
        Tensor sample = posterior.sample(golden.get("in.noise"));
        golden.assertClose("out.sample", sample, TOLERANCE);
        golden.assertClose("out.scaled", vae.scale(sample), TOLERANCE);
        golden.assertClose("out.sample", vae.unscale(vae.scale(sample)), TOLERANCE);
    }

    @Test
    void decodingMatches() throws IOException {
        golden.assertClose("out.decoded", vae.decode(golden.get("in.z")), TOLERANCE);
    }

    @Test
    void greyMatches() throws IOException {
        Tensor grey = grey();
        golden.assertClose("out.grey_mean", vae.greyMean((int) grey.size(2), (int) grey.size(3)), TOLERANCE);
        golden.assertClose("out.grey_std", vae.encode(grey).std(), TOLERANCE);
    }

    /// The reference encoded this last, and its tap of the encoder's middle block kept the last call.
    private Tensor grey() throws IOException {
        return device.zeros(golden.get("in.image").shape());
    }
}
