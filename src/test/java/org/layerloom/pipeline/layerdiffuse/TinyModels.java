package org.layerloom.pipeline.layerdiffuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.layerloom.golden.GoldenTensors;

/// Puts the golden set's tiny checkpoints and LayerDiffuse's files together as a user has them.
public final class TinyModels {
    private static final Path SET = GoldenTensors.layerDiffuse();

    private TinyModels() {}

    /// Stable Diffusion XL with every file of LayerDiffuse below it.
    public static Path xl(Path root) throws IOException {
        Path model = copy(SET.resolve("tiny-sdxl"), root.resolve("tiny-sdxl"));
        Path files = copy(SET.resolve("layerdiffuse"), model.resolve("layerdiffuse"));
        Files.copy(files.resolve("layer_xl_fg2ble.safetensors"), files.resolve("layer_xl_bg2ble.safetensors"));
        Files.copy(files.resolve("layer_xl_fgble2bg.subset.safetensors"), files.resolve("layer_xl_bgble2fg.safetensors"));
        return model;
    }

    /// Stable Diffusion 1.5 with every file of LayerDiffuse below it.
    public static Path sd15(Path root) throws IOException {
        Path model = copy(SET.resolve("tiny-sd15"), root.resolve("tiny-sd15"));
        Path files = copy(SET.resolve("layerdiffuse"), model.resolve("layerdiffuse"));
        Files.copy(files.resolve("layer_sd15_fg2bg.safetensors"), files.resolve("layer_sd15_bg2fg.safetensors"));
        return model;
    }

    /// A folder with all that lies in it.
    public static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return to;
    }
}
