package org.layerloom.pipeline.stablediffusion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.layerloom.network.text.ClipTokenizer;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.weights.Config;
import org.layerloom.weights.Part;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The files of a Stable Diffusion model, whichever way they lie.
public interface Checkpoint {
    /// The model at a path: a folder in diffusers' layout or a safetensors file; empty where there is none.
    static Optional<Checkpoint> at(Path path) throws WeightsException {
        if (Files.isDirectory(path)) {
            return DiffusersFolder.at(path).map(Checkpoint.class::cast);
        }
        return CheckpointFile.at(path).map(Checkpoint.class::cast);
    }

    Path path();

    StableDiffusionKind kind();

    /// Settings of a network.
    Config config(Part part) throws WeightsException;

    /// Weights of a network under diffusers' names, given out in the type `compute`.
    Weights weights(Part part, Device device, DType compute) throws WeightsException;

    /// Settings of the noise; all absent where the files say nothing of it.
    Config scheduler() throws WeightsException;

    /// @param part one of the text encoders
    ClipTokenizer tokenizer(Part part) throws WeightsException;

    /// Whether an empty negative prompt is all zeros.
    boolean zerosForEmpty() throws WeightsException;

    /// The type to compute the denoiser in: what is stored as bf16 stays so; else half precision on CUDA, and
    /// float32 elsewhere.
    DType computeType(Device device) throws WeightsException;

    /// As [#computeType(Device)] of weights that are bf16 or not.
    static DType computeType(Device device, boolean bf16) {
        if (bf16) {
            return DType.BF16;
        }
        return device.name().equals("cuda") ? DType.F16 : DType.F32;
    }
}
