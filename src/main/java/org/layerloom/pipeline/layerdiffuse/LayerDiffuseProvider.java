package org.layerloom.pipeline.layerdiffuse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.HubCache;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelAddition;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.pipeline.stablediffusion.Checkpoint;
import org.layerloom.pipeline.stablediffusion.StableDiffusion;
import org.layerloom.tensor.Device;
import org.layerloom.weights.Part;
import org.layerloom.weights.SingleFile;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.WeightsException;

/// Knows Stable Diffusion 1.5 and XL, as folders in diffusers' layout and as single files, and the files of
/// LayerDiffuse that lie with them.
public final class LayerDiffuseProvider implements GeneratorProvider {
    /// Cells of the published training pictures, by which a single file cannot be asked.
    private static final int PIXELS_A_CELL = 8;

    private final List<Path> roots;

    /// @param roots folders that models lie in: files of LayerDiffuse in them serve all models
    public LayerDiffuseProvider(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    @Override
    public LayerDiffuseProvider lookingIn(List<Path> more) {
        return new LayerDiffuseProvider(
                Stream.concat(roots.stream(), more.stream()).toList());
    }

    @Override
    public Optional<ModelEntry> recognise(Path path) {
        try {
            return Checkpoint.at(path).map(checkpoint -> entry(checkpoint.path(), checkpoint.kind(), size(checkpoint)));
        } catch (WeightsException e) {
            return SingleFile.isCheckpoint(path) // opening it says what is wrong
                    ? Optional.of(entry(path, StableDiffusionKind.SDXL, size(StableDiffusionKind.SDXL)))
                    : Optional.empty();
        }
    }

    @Override
    public Optional<ModelAddition> addition(Path path) {
        return new Additions(roots).at(path);
    }

    private ModelEntry entry(Path path, StableDiffusionKind kind, int trainingSize) {
        String name = HubCache.name(path);
        Abilities abilities = LayerDiffuseAbilities.of(LayerFiles.of(path, kind, roots), trainingSize);
        return new ModelEntry(name, name, path, this, abilities);
    }

    private static int size(Checkpoint checkpoint) {
        try {
            return checkpoint.config(Part.UNET).integer("sample_size") * PIXELS_A_CELL;
        } catch (WeightsException e) {
            return size(checkpoint.kind());
        }
    }

    private static int size(StableDiffusionKind kind) {
        return kind == StableDiffusionKind.SDXL ? 1024 : 512;
    }

    @Override
    public LayerGenerator open(ModelEntry entry, String device, Progress progress) throws ModelException {
        try {
            Checkpoint checkpoint = Checkpoint.at(entry.folder())
                    .orElseThrow(() -> new WeightsException("the model " + entry.folder() + " is no longer there"));
            LayerFiles files = LayerFiles.of(entry.folder(), checkpoint.kind(), roots);
            return new LayerDiffusePipeline(StableDiffusion.load(checkpoint, Device.open(device)), files);
        } catch (WeightsException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }
}
