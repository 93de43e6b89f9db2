package org.layerloom.pipeline.art;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.MemoryNeed;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Verdict;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.FreeMemory;
import org.layerloom.weights.Config;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.WeightsException;

/// Knows anonymous region transformers: the published ART layout and our own models, told by
/// `transformer/config.json`.
public final class ArtProvider implements GeneratorProvider {
    private static final String CONFIG = "transformer/config.json";
    /// The key that FLUX has not and every model of this family has.
    private static final String FAMILY_KEY = "max_layer_num";

    @Override
    public Optional<ModelEntry> recognise(Path folder) {
        Path config = folder.resolve(CONFIG);
        if (!Files.isRegularFile(config)) {
            return Optional.empty();
        }
        try {
            if (!Config.read(config).has(FAMILY_KEY)) {
                return Optional.empty();
            }
        } catch (WeightsException e) {
            return Optional.of(entry(folder)); // opening it says what is broken
        }
        return Optional.of(entry(folder));
    }

    private ModelEntry entry(Path folder) {
        String id = folder.toAbsolutePath().normalize().getFileName().toString();
        return new ModelEntry(id, title(folder).orElse(id), folder, this, Abilities.layers(trainingSize(folder)));
    }

    private static Optional<String> title(Path folder) {
        try {
            Config index = new ModelFolder(folder).index();
            String name = index.text("name", "");
            String version = index.text("version", "");
            return name.isEmpty() ? Optional.empty() : Optional.of((name + " " + version).strip());
        } catch (WeightsException e) {
            return Optional.empty(); // ART's own folders need no index
        }
    }

    private static int trainingSize(Path folder) {
        try {
            return new ModelFolder(folder).index().object("canvas").integer("max", CanvasRange.ART_MAX);
        } catch (WeightsException e) {
            return CanvasRange.ART_MAX;
        }
    }

    @Override
    public LayerGenerator open(ModelEntry entry, String device) throws ModelException {
        try {
            return new ArtPipeline(ArtModel.load(entry.folder(), Device.open(device), entry.weights()));
        } catch (WeightsException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    @Override
    public Optional<Verdict> verdict(ModelEntry entry, GenerateRequest request) throws ModelException {
        String device = Device.likely(request.settings().device());
        try {
            MemoryNeed need =
                    ArtNeed.read(entry.folder(), entry.weights(), device).of(request);
            OptionalLong card = device.equals("cuda") ? FreeMemory.cuda() : OptionalLong.empty();
            return Optional.of(Verdict.of(need, card, FreeMemory.host()));
        } catch (WeightsException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }
}
