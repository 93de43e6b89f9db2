package org.layerloom.network.unet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;

/// ControlNets and the UNets that they steer against golden/controlnet: other sizes and heads than LayerDiffuse's
/// set, latents that are not square.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlNetParityTest {
    private static final double TOLERANCE = 1e-4;

    private final Device device = Device.cpu();

    @AfterAll
    void close() {
        device.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdxl", "sd15"})
    void theResidualsAndTheSteeredPassMeetTheReference(String model) throws IOException {
        Path path = Path.of("src/test/resources/golden/controlnet", model);
        ModelFolder folder = new ModelFolder(path);
        ControlNet control =
                ControlNet.load(folder.weights("controlnet", device, DType.F32), folder.config("controlnet"));
        Unet unet = Unet.load(folder.weights("unet", device, DType.F32), UnetConfig.of(folder.config("unet")));
        GoldenTensors golden = GoldenTensors.open(path, "case", device);
        UnetContext context = golden.has("pooled")
                ? UnetContext.of(golden.get("states"), golden.get("pooled"), golden.get("time_ids"))
                : UnetContext.of(golden.get("states"));
        Tensor sample = golden.get("sample");
        double timestep = golden.get("timestep").toFloats()[0];
        golden.assertClose("plain", unet.forward(sample, timestep, context), TOLERANCE);

        ControlResiduals residuals = control.forward(
                sample,
                control.embed(golden.get("image")),
                timestep,
                context,
                golden.get("scale").toFloats()[0]);
        assertThat(residuals.down()).hasSize(golden.names("down.").size());
        for (int i = 0; i < residuals.down().size(); i++) {
            golden.assertClose("down." + i, residuals.down().get(i), TOLERANCE);
        }
        golden.assertClose("mid", residuals.mid(), TOLERANCE);
        golden.assertClose("out", unet.forward(sample, timestep, context.withControl(residuals)), TOLERANCE);
    }
}
