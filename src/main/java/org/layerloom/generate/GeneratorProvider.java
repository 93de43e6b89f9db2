package org.layerloom.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Knows one family of checkpoints: which folders and files are one, and how to run it.
public interface GeneratorProvider {
    /// The model that a folder or a file is, by configs and headers alone; empty where it is none of this family.
    Optional<ModelEntry> recognise(Path path);

    /// The same, which looks for parts of models in these places too.
    default GeneratorProvider lookingIn(List<Path> more) {
        return this;
    }

    /// What a file or a folder is that is no model itself, by configs and headers alone; empty where it is nothing of
    /// this family.
    default Optional<ModelAddition> addition(Path path) {
        return Optional.empty();
    }

    /// Writes a file of another program's format as one that is common here, beside it, and gives that one; empty
    /// where the format is not known.
    ///
    /// @throws ModelException if the file is broken, or what would be written is there already
    default Optional<Path> convert(Path file) throws ModelException {
        return Optional.empty();
    }

    /// The machine that its models run on, for people, where that is not this one: `gpu-box:7411`.
    default Optional<String> machine() {
        return Optional.empty();
    }

    /// @see ModelEntry#open
    LayerGenerator open(ModelEntry entry, String device, Progress progress) throws ModelException;

    /// @see ModelEntry#verdict
    default Optional<Verdict> verdict(ModelEntry entry, GenerateRequest request) throws ModelException {
        return Optional.empty();
    }

    /// @see ModelEntry#vocabulary
    default Optional<Vocabulary> vocabulary(ModelEntry entry) throws ModelException {
        return Optional.empty();
    }
}
