package org.layerloom.ui.prompt;

import java.nio.file.Path;
import java.util.Optional;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.GeneratorProvider;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;

/// A model that cannot be opened.
record Broken(Throwable problem) implements GeneratorProvider {
    @Override
    public Optional<ModelEntry> recognise(Path folder) {
        return Optional.of(new ModelEntry("broken", "Broken", folder, this, Abilities.layers(512)));
    }

    @Override
    public LayerGenerator open(ModelEntry entry, String device, Progress progress) throws ModelException {
        switch (problem) {
            case ModelException e -> throw e;
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new IllegalStateException(problem);
        }
    }
}
