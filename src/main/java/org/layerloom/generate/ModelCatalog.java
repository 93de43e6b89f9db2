package org.layerloom.generate;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.words.Words;

/// The models at hand: the folders below the model roots, in the hub's cache layout too, and any folder named by its
/// path.
///
/// @param roots folders whose sub-folders are models; the first one's first model is the default
public record ModelCatalog(List<GeneratorProvider> providers, List<Path> roots) {
    /// Folders in folders in which additions are looked for.
    private static final int DEPTH = 2;

    private static final Words WORDS = Words.of(ModelCatalog.class);

    public ModelCatalog {
        providers = List.copyOf(providers);
        roots = List.copyOf(roots);
    }

    /// The same models and those below more roots, whose parts serve all models.
    ///
    /// @param more folders, or single files that are models
    public ModelCatalog withRoots(List<Path> more) {
        return new ModelCatalog(
                providers.stream().map(provider -> provider.lookingIn(more)).toList(),
                Stream.concat(roots.stream(), more.stream()).toList());
    }

    /// All models below the roots, each root's by name: folders, and single files in a root or in a folder that is
    /// no model itself. A root may be a model.
    public List<ModelEntry> models() {
        List<ModelEntry> found = new ArrayList<>();
        for (Path root : roots) {
            Optional<ModelEntry> itself = recognise(HubCache.resolve(root));
            itself.ifPresentOrElse(found::add, () -> HubCache.children(root).forEach(child -> found.addAll(at(child))));
        }
        return found;
    }

    /// What lies with the models and is none itself, each root's by name.
    public List<ModelAddition> additions() {
        return roots.stream()
                .map(HubCache::resolve)
                .distinct()
                .flatMap(root -> additions(root, DEPTH))
                .distinct()
                .toList();
    }

    private Stream<ModelAddition> additions(Path path, int depth) {
        if (recognise(path).isPresent()) {
            return Stream.empty(); // what lies in a model is part of it
        }
        Optional<ModelAddition> itself = providers.stream()
                .flatMap(provider -> provider.addition(path).stream())
                .findFirst();
        if (itself.isPresent() || depth == 0) {
            return itself.stream();
        }
        return HubCache.children(path).stream().flatMap(child -> additions(child, depth - 1));
    }

    /// The model that is used when none is named.
    public ModelEntry standard() throws ModelException {
        return models().stream().findFirst().orElseThrow(() -> new ModelException(WORDS.text("no.models", roots)));
    }

    /// A model by its id or its path.
    public ModelEntry find(String idOrFolder) throws ModelException {
        Optional<ModelEntry> byId =
                models().stream().filter(m -> m.id().equals(idOrFolder)).findFirst();
        if (byId.isPresent()) {
            return byId.get();
        }
        Path path = path(idOrFolder)
                .orElseThrow(() -> new ModelException(WORDS.text(
                        "no.model",
                        idOrFolder,
                        models().stream().map(ModelEntry::id).toList())));
        return at(HubCache.resolve(path)).stream()
                .findFirst()
                .orElseThrow(() -> new ModelException(WORDS.text("model.unknown", path)));
    }

    /// @see GeneratorProvider#convert
    public Path convert(Path file) throws ModelException {
        for (GeneratorProvider provider : providers) {
            Optional<Path> made = provider.convert(file);
            if (made.isPresent()) {
                return made.get();
            }
        }
        throw new ModelException(WORDS.text("convert.unknown", file));
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// The model that a path is, or those in the files of a folder that is none.
    private List<ModelEntry> at(Path path) {
        Optional<ModelEntry> itself = recognise(path);
        return itself.map(List::of)
                .orElseGet(() -> HubCache.children(path).stream()
                        .filter(Files::isRegularFile)
                        .flatMap(file -> recognise(file).stream())
                        .toList());
    }

    private Optional<ModelEntry> recognise(Path path) {
        return providers.stream().flatMap(p -> p.recognise(path).stream()).findFirst();
    }
}
