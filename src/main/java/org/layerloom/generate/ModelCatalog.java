package org.layerloom.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The models at hand: the folders below the model roots, and any folder named by its path.
///
/// @param roots folders whose sub-folders are models; the first one's first model is the default
public record ModelCatalog(List<GeneratorProvider> providers, List<Path> roots) {
    public ModelCatalog {
        providers = List.copyOf(providers);
        roots = List.copyOf(roots);
    }

    /// The same models and those below more roots.
    public ModelCatalog withRoots(List<Path> more) {
        return new ModelCatalog(
                providers, Stream.concat(roots.stream(), more.stream()).toList());
    }

    /// All models below the roots, each root's by name.
    public List<ModelEntry> models() {
        List<ModelEntry> found = new ArrayList<>();
        for (Path root : roots) {
            folders(root).forEach(folder -> recognise(folder).ifPresent(found::add));
        }
        return found;
    }

    /// The model that is used when none is named.
    public ModelEntry standard() throws ModelException {
        return models().stream()
                .findFirst()
                .orElseThrow(
                        () -> new ModelException("no model was found in " + roots + ": the program is incomplete"));
    }

    /// A model by its id or its folder's path.
    public ModelEntry find(String idOrFolder) throws ModelException {
        Optional<ModelEntry> byId =
                models().stream().filter(m -> m.id().equals(idOrFolder)).findFirst();
        if (byId.isPresent()) {
            return byId.get();
        }
        Path folder = folder(idOrFolder)
                .orElseThrow(() ->
                        new ModelException("there is no model and no folder called " + idOrFolder + "; the models are "
                                + models().stream().map(ModelEntry::id).toList()));
        return recognise(folder)
                .orElseThrow(
                        () -> new ModelException(
                                folder
                                        + " holds no model that is known here: model_index.json or transformer/config.json is missing or of another kind"));
    }

    private static Optional<Path> folder(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::isDirectory);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<ModelEntry> recognise(Path folder) {
        return providers.stream().flatMap(p -> p.recognise(folder).stream()).findFirst();
    }

    private static List<Path> folders(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
