package org.layerloom.pipeline.stablediffusion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.layerloom.network.text.ClipTokenizer;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.weights.Config;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Part;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A model in diffusers' layout: a folder for each part.
record DiffusersFolder(ModelFolder folder, StableDiffusionKind kind) implements Checkpoint {
    private static final String TOKENIZER = "tokenizer";

    /// Told by the class of pipeline that `model_index.json` names.
    static Optional<DiffusersFolder> at(Path path) throws WeightsException {
        if (!Files.isRegularFile(path.resolve(ModelFolder.INDEX))) {
            return Optional.empty();
        }
        ModelFolder folder = new ModelFolder(path);
        String pipeline = folder.index().text("_class_name", "");
        if (pipeline.startsWith("StableDiffusionXL")) {
            return Optional.of(new DiffusersFolder(folder, StableDiffusionKind.SDXL));
        }
        return pipeline.matches("StableDiffusion(Img2Img|ControlNet|Inpaint)?Pipeline")
                ? Optional.of(new DiffusersFolder(folder, StableDiffusionKind.SD15))
                : Optional.empty();
    }

    @Override
    public Path path() {
        return folder.path();
    }

    @Override
    public Config config(Part part) throws WeightsException {
        return folder.config(part.folder());
    }

    @Override
    public Weights weights(Part part, Device device, DType compute) throws WeightsException {
        return Weights.open(part, folder.part(part.folder()), device, compute);
    }

    @Override
    public Config scheduler() throws WeightsException {
        return folder.config("scheduler", "scheduler_config.json");
    }

    @Override
    public ClipTokenizer tokenizer(Part part) throws WeightsException {
        String name = part == Part.TEXT_ENCODER_2 ? TOKENIZER + "_2" : TOKENIZER;
        return ClipTokenizer.load(folder.part(name), ClipTokenizer.Rules.FAST);
    }

    @Override
    public boolean zerosForEmpty() throws WeightsException {
        return kind == StableDiffusionKind.SDXL && folder.index().flag("force_zeros_for_empty_prompt", true);
    }

    @Override
    public DType computeType(Device device) throws WeightsException {
        DType stored = Weights.computeType(folder.part(Part.UNET.folder()), device.name());
        return Checkpoint.computeType(device, stored == DType.BF16);
    }
}
