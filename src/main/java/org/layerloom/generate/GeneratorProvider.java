package org.layerloom.generate;

import java.nio.file.Path;
import java.util.Optional;

/// Knows one family of checkpoints: which folders hold one, and how to run it.
public interface GeneratorProvider {
    /// The model in `folder`, by its config files alone; empty where it is none of this family.
    Optional<ModelEntry> recognise(Path folder);

    /// @see ModelEntry#open
    LayerGenerator open(ModelEntry entry, String device) throws ModelException;
}
