package org.layerloom.pipeline.stablediffusion;

import java.nio.file.Path;
import java.util.Optional;
import org.layerloom.network.text.ClipTokenizer;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.weights.Config;
import org.layerloom.weights.Part;
import org.layerloom.weights.SingleFile;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A model in one file. What the file does not hold, the networks' sizes and the tokenizers, is that of the
/// published models.
///
/// @param configs where settings of the networks come from
record CheckpointFile(SingleFile file, Configs configs) implements Checkpoint {
    /// Gives the settings of a network.
    @FunctionalInterface
    interface Configs {
        Config of(Part part) throws WeightsException;
    }

    static Optional<CheckpointFile> at(Path path) throws WeightsException {
        if (!path.toString().endsWith(".safetensors") || !SingleFile.isCheckpoint(path)) {
            return Optional.empty();
        }
        SingleFile file = SingleFile.read(path);
        String folder = file.kind() == StableDiffusionKind.SDXL ? "sdxl/" : "sd15/";
        return Optional.of(new CheckpointFile(
                file, part -> Config.builtIn(CheckpointFile.class, folder + part.folder() + ".json")));
    }

    @Override
    public Path path() {
        return file.file();
    }

    @Override
    public StableDiffusionKind kind() {
        return file.kind();
    }

    @Override
    public Config config(Part part) throws WeightsException {
        return configs.of(part);
    }

    @Override
    public Weights weights(Part part, Device device, DType compute) {
        return file.weights(part, device, compute);
    }

    @Override
    public Config scheduler() {
        return Config.empty(path());
    }

    @Override
    public ClipTokenizer tokenizer(Part part) throws WeightsException {
        return ClipTokenizer.standard(part == Part.TEXT_ENCODER_2);
    }

    @Override
    public boolean zerosForEmpty() {
        return kind() == StableDiffusionKind.SDXL;
    }

    @Override
    public DType computeType(Device device) {
        return Checkpoint.computeType(device, file.holds(DType.BF16));
    }
}
