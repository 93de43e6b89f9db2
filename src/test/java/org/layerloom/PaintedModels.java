package org.layerloom;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Control;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelFamily;

/// What the painted models can do: of each family what a folder of it has that lacks a few files.
public final class PaintedModels {
    private static final List<String> SAMPLERS = List.of("dpm++2m", "euler", "euler-a", "ddim");

    private PaintedModels() {}

    static String folder(ModelFamily family) {
        return switch (family) {
            case ART -> "painted";
            case LAYER_DIFFUSE_SDXL -> "painted-xl";
            case LAYER_DIFFUSE_SD15 -> "painted-15";
        };
    }

    static String title(ModelFamily family) {
        return switch (family) {
            case ART -> "Painted";
            case LAYER_DIFFUSE_SDXL -> "Painted XL";
            case LAYER_DIFFUSE_SD15 -> "Painted 1.5";
        };
    }

    /// @param folder of the model
    public static Abilities abilities(ModelFamily family, Path folder) {
        return switch (family) {
            case ART -> Abilities.layers(512);
            case LAYER_DIFFUSE_SDXL -> xl(folder);
            case LAYER_DIFFUSE_SD15 -> sd15(folder);
        };
    }

    private static Abilities xl(Path folder) {
        Map<Mode, List<MissingFile>> modes = new EnumMap<>(Mode.class);
        for (Mode mode : List.of(
                Mode.LAYERS,
                Mode.FOREGROUND,
                Mode.FOREGROUND_TO_BLEND,
                Mode.BACKGROUND_TO_BLEND,
                Mode.BLEND_TO_BACKGROUND,
                Mode.FOREGROUND_TO_BACKGROUND,
                Mode.HARMONISE)) {
            modes.put(mode, List.of());
        }
        List<MissingFile> missing = List.of(new MissingFile("layer_xl_bgble2fg.safetensors", folder));
        modes.put(Mode.BLEND_TO_FOREGROUND, missing);
        modes.put(Mode.BACKGROUND_TO_FOREGROUND, missing);
        Map<Control.Kind, List<MissingFile>> controls = Map.of(
                Control.Kind.CANNY, List.of(),
                Control.Kind.SCRIBBLE, List.of(),
                Control.Kind.DEPTH, List.of(new MissingFile("controlnet-depth-sdxl-1.0", folder)));
        return new Abilities(ModelFamily.LAYER_DIFFUSE_SDXL, modes, controls, true, SAMPLERS, 1024);
    }

    private static Abilities sd15(Path folder) {
        Map<Mode, List<MissingFile>> modes = new EnumMap<>(Mode.class);
        for (Mode mode : List.of(Mode.LAYERS, Mode.FOREGROUND, Mode.BACKGROUND_TO_FOREGROUND, Mode.JOINT)) {
            modes.put(mode, List.of());
        }
        modes.put(Mode.FOREGROUND_TO_BACKGROUND, List.of(new MissingFile("layer_sd15_fg2bg.safetensors", folder)));
        return new Abilities(ModelFamily.LAYER_DIFFUSE_SD15, modes, Map.of(), true, SAMPLERS, 512);
    }
}
