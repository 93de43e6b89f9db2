package org.layerloom.pipeline.stablediffusion;

import java.nio.file.Path;
import org.layerloom.tensor.Device;
import org.layerloom.weights.Patch;
import org.layerloom.weights.WeightsException;

/// A patch file that a run merges into the denoiser.
///
/// @param system whether it belongs to LayerDiffuse: every change in it must find its tensor
public record PatchUse(Path file, double strength, boolean system) {
    Patch open(Device device) throws WeightsException {
        return system ? Patch.complete(file, device) : Patch.lora(file, device);
    }
}
