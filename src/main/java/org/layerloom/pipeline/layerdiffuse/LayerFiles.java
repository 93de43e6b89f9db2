package org.layerloom.pipeline.layerdiffuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.layerloom.generate.Control;
import org.layerloom.generate.MissingFile;
import org.layerloom.weights.Config;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.TensorShapes;
import org.layerloom.weights.WeightsException;

/// The files of LayerDiffuse and the ControlNets that a model finds: beside it, in `layerdiffuse` below it, in the
/// folder around it, and in the model roots.
///
/// @param home where a missing file would go
record LayerFiles(
        StableDiffusionKind kind, Path home, Map<LayerFile, Path> files, Map<Control.Kind, Path> controlNets) {
    private static final String FOLDER = "layerdiffuse";
    private static final String CONTROL_FOLDER = "controlnet";

    /// @param model a folder or a file
    /// @param roots folders that models lie in
    static LayerFiles of(Path model, StableDiffusionKind kind, List<Path> roots) {
        Path folder = Files.isDirectory(model) ? model : model.toAbsolutePath().getParent();
        Set<Path> places = places(Stream.concat(
                Stream.of(folder, folder.toAbsolutePath().normalize().getParent()), roots.stream()));
        Map<LayerFile, Path> files = new EnumMap<>(LayerFile.class);
        Map<Control.Kind, Path> controlNets = new EnumMap<>(Control.Kind.class);
        for (Path place : places) {
            for (Path file : children(place)) {
                if (file.toString().endsWith(".safetensors")) {
                    LayerFileKind.of(file).stream()
                            .filter(known -> known.kind() == kind)
                            .forEach(known -> files.merge(known, file, LayerFiles::better));
                }
            }
            Stream.concat(
                            Stream.of(place),
                            Stream.of(place, place.resolve(CONTROL_FOLDER))
                                    .flatMap(around -> children(around).stream()))
                    .forEach(child -> addControlNet(child, kind, controlNets));
        }
        return new LayerFiles(kind, folder.resolve(FOLDER), files, controlNets);
    }

    /// Where the files of LayerDiffuse are looked for: in folders and below them, and as single files.
    static Set<Path> places(Stream<Path> around) {
        Set<Path> places = new LinkedHashSet<>();
        around.filter(place -> place != null).forEach(place -> {
            places.add(place);
            places.add(place.resolve(FOLDER));
        });
        return places;
    }

    /// Of two files for the same: the first one found, but the smaller attention patch rather than that of the
    /// convolutions.
    private static Path better(Path known, Path other) {
        return known.getFileName().toString().contains("conv") ? other : known;
    }

    private static void addControlNet(Path folder, StableDiffusionKind kind, Map<Control.Kind, Path> found) {
        if (controlNet(folder).filter(base -> base == kind).isPresent()) {
            controls(folder).forEach(control -> found.putIfAbsent(control, folder));
        }
    }

    /// The models that a folder is a ControlNet for; empty where it is none.
    static Optional<StableDiffusionKind> controlNet(Path folder) {
        Path file = folder.resolve("config.json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Config config = Config.read(file);
            if (!config.text("_class_name", "").equals("ControlNetModel")) {
                return Optional.empty();
            }
            boolean xl = config.has("addition_embed_type");
            return Optional.of(xl ? StableDiffusionKind.SDXL : StableDiffusionKind.SD15);
        } catch (WeightsException e) {
            return Optional.empty(); // some other program's file
        }
    }

    /// What the pictures of a ControlNet are, by the name of its folder.
    static List<Control.Kind> controls(Path folder) {
        String name = folder.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(Control.Kind.values())
                .filter(control -> name.contains(word(control)))
                .toList();
    }

    private static String word(Control.Kind control) {
        return control.name().toLowerCase(Locale.ROOT);
    }

    /// What is in a folder; a file is all there is of itself.
    private static List<Path> children(Path folder) {
        if (Files.isRegularFile(folder)) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    boolean has(LayerFile file) {
        return files.containsKey(file);
    }

    boolean has(List<LayerFile> wanted) {
        return files.keySet().containsAll(wanted);
    }

    /// @throws WeightsException where it is not there: names it and its place, or says what lies there under its
    ///     name
    Path get(LayerFile file) throws WeightsException {
        if (!has(file)) {
            for (Path place : List.of(home, home.getParent())) {
                refuseNamesake(file, place.resolve(file.fileName()));
            }
            throw new WeightsException(
                    "the file " + file.fileName() + " of LayerDiffuse is missing: it would go to " + home);
        }
        return files.get(file);
    }

    /// A file of the right name that was not taken: it is damaged, or its tensors are others.
    private static void refuseNamesake(LayerFile file, Path found) throws WeightsException {
        if (!Files.isRegularFile(found)) {
            return;
        }
        TensorShapes.read(found); // says what is broken
        List<LayerFile> held = LayerFileKind.of(found);
        String inside = held.isEmpty()
                ? "its tensors are of no file of LayerDiffuse"
                : "its tensors are those of " + held.getFirst().fileName();
        throw new WeightsException(
                "the file " + found + " is not " + file.fileName() + ": " + inside + "; put the published file there");
    }

    /// @throws WeightsException where there is none of this kind
    Path controlNet(Control.Kind control) throws WeightsException {
        if (!controlNets.containsKey(control)) {
            MissingFile missing = missing(control);
            throw new WeightsException("a ControlNet for " + word(control) + " is missing: it would go to "
                    + missing.place().resolve(missing.name()));
        }
        return controlNets.get(control);
    }

    List<MissingFile> missing(List<LayerFile> wanted) {
        List<MissingFile> missing = new ArrayList<>();
        for (LayerFile file : wanted) {
            if (!has(file)) {
                missing.add(new MissingFile(file.fileName(), home));
            }
        }
        return missing;
    }

    MissingFile missing(Control.Kind control) {
        String family = kind == StableDiffusionKind.SDXL ? "sdxl" : "sd15";
        return new MissingFile("controlnet-" + word(control) + "-" + family, home.resolveSibling(CONTROL_FOLDER));
    }
}
