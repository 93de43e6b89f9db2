package org.layerloom.network.unet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringJoiner;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.SafeTensorsFile;
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
    ///
    /// @param folder where the changed weights are written
    public static Unet foreground(Path folder, Device device, DType compute) throws IOException {
        Path change = GoldenTensors.layerDiffuse().resolve("layerdiffuse/ld_diffusers_sdxl_attn.safetensors");
        try (Weights base = folder("sdxl").weights("unet", device, DType.F32);
                Weights changes = Weights.open(change, device, DType.F32)) {
            StringJoiner header = new StringJoiner(",", "{", "}");
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            for (String name : base.names()) {
                Tensor tensor = base.get(name);
                Tensor changed = changes.has(name) ? tensor.add(changes.get(name)) : tensor;
                int start = data.size();
                data.writeBytes(SafeTensorsFile.floats(changed.toFloats()));
                header.add("\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                        .formatted(name, Arrays.toString(tensor.shape()), start, data.size()));
            }
            Path file = SafeTensorsFile.write(
                    folder.resolve("foreground.safetensors"), header.toString(), data.toByteArray());
            return Unet.load(
                    Weights.open(file, device, compute), UnetConfig.of(folder("sdxl").config("unet")));
        }
    }
}
