package org.layerloom.pipeline.art;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.layerloom.device.FreeMemory;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.HubCache;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Verdict;
import org.layerloom.generate.Vocabulary;
import org.layerloom.pipeline.patch.PatchUse;
import org.layerloom.tensor.Device;
import org.layerloom.weights.Config;
import org.layerloom.weights.Conversion;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.WeightsException;

/// Knows anonymous region transformers: ART in its published forms ([ArtForm]) and our own models.
public final class ArtProvider implements GeneratorProvider {
    private final List<Path> roots;

    /// @param roots folders that models lie in, where FLUX may be
    public ArtProvider(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    @Override
    public ArtProvider lookingIn(List<Path> more) {
        return new ArtProvider(Stream.concat(roots.stream(), more.stream()).toList());
    }

    @Override
    public Optional<ModelEntry> recognise(Path folder) {
        return ArtForm.isAt(folder) ? Optional.of(entry(folder)) : Optional.empty();
    }

    private ModelEntry entry(Path folder) {
        String id = HubCache.name(folder);
        ArtForm form = ArtForm.of(folder, roots);
        Abilities abilities =
                Abilities.layers(trainingSize(folder), form.isOverFlux(), form.takesGuidance(), form.missing());
        return new ModelEntry(id, title(folder).orElse(id), folder, this, abilities);
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
    public Optional<Path> convert(Path file) throws ModelException {
        try {
            return Conversion.isFor(file) ? Optional.of(Conversion.convert(file)) : Optional.empty();
        } catch (IOException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    @Override
    public LayerGenerator open(ModelEntry entry, String device, Progress progress) throws ModelException {
        try {
            ArtForm form = ArtForm.of(entry.folder(), roots);
            return new ArtPipeline(ArtModel.load(form, Device.open(device), entry.weights(), progress));
        } catch (WeightsException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    @Override
    public Optional<Verdict> verdict(ModelEntry entry, GenerateRequest request) throws ModelException {
        String device = Device.likely(request.settings().device());
        try {
            ArtNeed need = ArtNeed.read(
                    ArtForm.of(entry.folder(), roots),
                    entry.weights(),
                    device,
                    PatchUse.of(request.settings().tuning()));
            OptionalLong card = device.equals("cuda") ? FreeMemory.cuda() : OptionalLong.empty();
            return Optional.of(verdict(need, request, card, FreeMemory.host()));
        } catch (WeightsException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    @Override
    public Optional<Vocabulary> vocabulary(ModelEntry entry) throws ModelException {
        try {
            return VocabularyFile.read(entry.folder());
        } catch (WeightsException e) {
            throw new ModelException(e.getMessage(), e);
        }
    }

    /// @param card free bytes of the graphics card that computes; empty on the CPU
    /// @param host free bytes of the computer
    static Verdict verdict(ArtNeed need, GenerateRequest request, OptionalLong card, long host) {
        Verdict verdict = Verdict.of(need.of(request), card, host);
        return verdict.way() == Verdict.Way.TOO_LARGE
                ? verdict.fittingAt(need.smallerSide(
                        request, smaller -> Verdict.of(smaller, card, host).way() != Verdict.Way.TOO_LARGE))
                : verdict;
    }
}
