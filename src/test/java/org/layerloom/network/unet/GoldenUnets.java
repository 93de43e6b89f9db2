package org.layerloom.network.unet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.weights.Merge;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Part;
import org.layerloom.weights.Patch;
import org.layerloom.weights.Weights;

/// The tiny UNets of LayerDiffuse's golden set.
public final class GoldenUnets {
    private GoldenUnets() {}

    /// The checkpoint `tiny-sdxl` or `tiny-sd15`.
    public static ModelFolder folder(String model) {
        return new ModelFolder(GoldenTensors.layerDiffuse().resolve("tiny-" + model));
    }

    /// Its UNet; the weights live as long as the device.
    public static Unet load(String model, Device device, DType compute) throws IOException {
        ModelFolder folder = folder(model);
        return Unet.load(folder.weights("unet", device, compute), UnetConfig.of(folder.config("unet")));
    }

    /// The XL UNet with LayerDiffuse's full-rank change to its attentions.
    public static Unet foreground(Device device, DType compute) throws IOException {
        Path change = GoldenTensors.layerDiffuse().resolve("layerdiffuse/ld_diffusers_sdxl_attn.safetensors");
        ModelFolder folder = folder("sdxl");
        Weights base = folder.weights("unet", device, compute);
        try (Patch patch = Patch.open(Patch.Kind.SYSTEM, change, device)) {
            return Unet.load(base.with(Part.UNET, List.of(new Merge(patch, 1))), UnetConfig.of(folder.config("unet")));
        }
    }
}
