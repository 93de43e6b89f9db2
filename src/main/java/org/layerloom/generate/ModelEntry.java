package org.layerloom.generate;

import java.nio.file.Path;
import java.util.Optional;

/// A model that can be run.
///
/// @param id short name, the folder's: `layerloom-2`
/// @param title for people: `Layerloom 2`
/// @param folder where it is: a folder, or a single file; of another machine's model a name that no file has
/// @param provider who opens it
/// @param weights how its matrices are to be held in memory, where it is of a kind that gives the choice
public record ModelEntry(
        String id, String title, Path folder, GeneratorProvider provider, Abilities abilities, WeightForm weights) {
    /// A model that is held as it is stored.
    public ModelEntry(String id, String title, Path folder, GeneratorProvider provider, Abilities abilities) {
        this(id, title, folder, provider, abilities, WeightForm.STORED);
    }

    public ModelEntry with(WeightForm other) {
        return new ModelEntry(id, title, folder, provider, abilities, other);
    }

    /// @see GeneratorProvider#machine
    public Optional<String> machine() {
        return provider.machine();
    }

    /// How a run would fit into the memory that is free now; empty where that cannot be told.
    ///
    /// @throws ModelException when a file is missing or damaged
    public Optional<Verdict> verdict(GenerateRequest request) throws ModelException {
        return provider.verdict(this, request);
    }

    /// What it was taught, by a file in its folder; empty where that is not told.
    ///
    /// @throws ModelException when the file is damaged
    public Optional<Vocabulary> vocabulary() throws ModelException {
        return provider.vocabulary(this);
    }

    /// Loads it.
    ///
    /// @param device `auto`, `cpu`, `cuda` or `mps`
    /// @param progress is told where loading takes minutes, and can stop it then
    /// @throws ModelException when a file is missing or damaged
    /// @throws IllegalArgumentException when the device is not there
    public LayerGenerator open(String device, Progress progress) throws ModelException {
        return provider.open(this, device, progress);
    }

    /// As [#open(String, Progress)], with nobody who waits.
    public LayerGenerator open(String device) throws ModelException {
        return open(device, Progress.NONE);
    }
}
