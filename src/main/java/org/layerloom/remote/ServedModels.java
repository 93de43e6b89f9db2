package org.layerloom.remote;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.layerloom.files.ProgramVersion;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.KeptGenerator;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.TooLargeException;
import org.layerloom.generate.Verdict;

/// The models that a server has, the last one used kept loaded.
public final class ServedModels implements AutoCloseable {
    private final ModelCatalog catalog;
    private final String device;
    private volatile String deviceWords;
    private final KeptGenerator kept = new KeptGenerator();
    private final AtomicReference<Optional<Verdict>> heeded = new AtomicReference<>(Optional.empty());

    /// @param device that they run on: `auto`, `cpu`, `cuda` or `mps`
    /// @param deviceWords the same for people, until the first model tells where it really runs
    public ServedModels(ModelCatalog catalog, String device, String deviceWords) {
        this.catalog = catalog;
        this.device = device;
        this.deviceWords = deviceWords;
    }

    String device() {
        return device;
    }

    Listing listing(Limits limits) {
        List<Listing.Model> models =
                catalog.models().stream().map(Listing.Model::of).toList();
        return new Listing(ProgramVersion.find(), deviceWords, limits, models);
    }

    /// A model by its id alone: a path is nothing that a client may name.
    ModelEntry find(String id) throws RefusedException {
        return catalog.models().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.Reason.NO_MODEL, ""));
    }

    /// Loads a model for a run, unless its memory would not do; on the run's thread, which has to give it back.
    LayerGenerator take(ModelEntry entry, GenerateRequest request, Progress progress) throws ModelException {
        heeded.set(Optional.empty());
        if (!kept.clearFor(entry, device)) {
            Optional<Verdict> verdict = entry.verdict(request);
            verdict.filter(v -> v.way() == Verdict.Way.TOO_LARGE).ifPresent(v -> {
                throw new TooLargeException(v);
            });
            heeded.set(verdict.filter(v -> v.way() != Verdict.Way.WHOLE));
        }
        LayerGenerator generator = kept.take(entry, device, progress);
        deviceWords = generator.device();
        return generator;
    }

    /// What is to be said of the way in which the last run was made.
    Optional<String> note() {
        return heeded.get().map(Verdict::sentence);
    }

    void giveBack() {
        kept.giveBack();
    }

    /// Gives the memory back as soon as no run uses it.
    @Override
    public void close() {
        kept.close();
    }
}
