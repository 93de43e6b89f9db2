package org.layerloom.network.unet;

import java.io.IOException;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.weights.ModelFolder;

/// The tiny UNets of LayerDiffuse's golden set.
public final class GoldenUnets {
    private GoldenUnets() {}

    /// The checkpoint `tiny-sdxl` or `tiny-sd15`.
    public static ModelFolder folder(String model) {
        return new ModelFolder(GoldenTensors.layerDiffuse().resolve("tiny-" + model));
    }

    /// Its UNet; the weights live as long as the device.
    public static Unet load(String model, Device device) throws IOException {
        ModelFolder folder = folder(model);
        return Unet.load(folder.weights("unet", device, DType.F32), UnetConfig.of(folder.config("unet")));
    }
}
