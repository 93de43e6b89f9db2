package org.layerloom.generate;

import java.nio.file.Path;

/// A model that can be run.
///
/// @param id short name, the folder's: `layerloom-1`
/// @param title for people: `Layerloom 1`
/// @param folder where it is: a folder, or a single file
/// @param provider who opens it
public record ModelEntry(String id, String title, Path folder, GeneratorProvider provider, Abilities abilities) {
    /// Loads it.
    ///
    /// @param device `auto`, `cpu`, `cuda` or `mps`
    /// @throws ModelException when a file is missing or damaged
    /// @throws IllegalArgumentException when the device is not there
    public LayerGenerator open(String device) throws ModelException {
        return provider.open(this, device);
    }
}
