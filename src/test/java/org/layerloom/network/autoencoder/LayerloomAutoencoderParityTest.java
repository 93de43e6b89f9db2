package org.layerloom.network.autoencoder;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.weights.ModelFolder;

/// The fixtures' tiny autoencoder against what the training code makes of it, on a larger crop and the smallest
/// one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerloomAutoencoderParityTest {
    private static final double TOLERANCE = 8.7e-5;

    private Device device;
    private GoldenTensors golden;
    private RgbaAutoencoder autoencoder;

    @BeforeAll
    void open() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.open(GoldenTensors.layerloom(), "autoencoder", device);
        ModelFolder model = new ModelFolder(GoldenTensors.layerloom().resolve("checkpoint"));
        autoencoder =
                RgbaAutoencoder.load(model.config("autoencoder"), model.weights("autoencoder", device, DType.F32));
    }

    @AfterAll
    void close() {
        device.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "small."})
    void encodingMatches(String crop) throws IOException {
        golden.assertClose(crop + "latents", autoencoder.encode(golden.get(crop + "image")), TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "small."})
    void decodingMatches(String crop) throws IOException {
        golden.assertClose(crop + "planes", autoencoder.decode(golden.get(crop + "latents")), TOLERANCE);
    }
}
