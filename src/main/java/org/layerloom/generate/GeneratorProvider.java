package org.layerloom.generate;

import java.nio.file.Path;
import java.util.Optional;

/// Knows one family of checkpoints: which folders and files are one, and how to run it.
public interface GeneratorProvider {
    /// The model that a folder or a file is, by configs and headers alone; empty where it is none of this family.
    Optional<ModelEntry> recognise(Path path);

    /// @see ModelEntry#open
    LayerGenerator open(ModelEntry entry, String device) throws ModelException;

    /// @see ModelEntry#verdict
    default Optional<Verdict> verdict(ModelEntry entry, GenerateRequest request) throws ModelException {
        return Optional.empty();
    }
}
