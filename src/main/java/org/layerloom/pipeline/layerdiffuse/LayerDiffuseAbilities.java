package org.layerloom.pipeline.layerdiffuse;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Control;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelFamily;
import org.layerloom.sampler.SamplerKind;
import org.layerloom.weights.StableDiffusionKind;

/// Which of LayerDiffuse's files each mode needs, and so what a model can do.
final class LayerDiffuseAbilities {
    private static final Map<Mode, List<LayerFile>> XL = xl();
    private static final Map<Mode, List<LayerFile>> SD15 = sd15();

    private LayerDiffuseAbilities() {}

    private static Map<Mode, List<LayerFile>> xl() {
        Map<Mode, List<LayerFile>> needs = new EnumMap<>(Mode.class);
        for (Mode mode : List.of(Mode.LAYERS, Mode.FOREGROUND, Mode.HARMONISE)) {
            needs.put(mode, List.of(LayerFile.XL_FOREGROUND, LayerFile.XL_DECODER));
        }
        needs.put(Mode.FOREGROUND_TO_BLEND, List.of(LayerFile.XL_FOREGROUND_TO_BLEND));
        needs.put(Mode.BACKGROUND_TO_BLEND, List.of(LayerFile.XL_BACKGROUND_TO_BLEND));
        needs.put(Mode.BLEND_TO_BACKGROUND, List.of(LayerFile.XL_BLEND_TO_BACKGROUND));
        needs.put(Mode.BLEND_TO_FOREGROUND, List.of(LayerFile.XL_BLEND_TO_FOREGROUND, LayerFile.XL_DECODER));
        needs.put(
                Mode.FOREGROUND_TO_BACKGROUND,
                List.of(LayerFile.XL_FOREGROUND_TO_BLEND, LayerFile.XL_BLEND_TO_BACKGROUND));
        needs.put(
                Mode.BACKGROUND_TO_FOREGROUND,
                List.of(LayerFile.XL_BACKGROUND_TO_BLEND, LayerFile.XL_BLEND_TO_FOREGROUND, LayerFile.XL_DECODER));
        return needs;
    }

    private static Map<Mode, List<LayerFile>> sd15() {
        Map<Mode, List<LayerFile>> needs = new EnumMap<>(Mode.class);
        for (Mode mode : List.of(Mode.LAYERS, Mode.FOREGROUND)) {
            needs.put(mode, List.of(LayerFile.SD15_FOREGROUND, LayerFile.SD15_DECODER));
        }
        needs.put(Mode.JOINT, List.of(LayerFile.SD15_JOINT, LayerFile.SD15_DECODER));
        needs.put(Mode.FOREGROUND_TO_BACKGROUND, List.of(LayerFile.SD15_FOREGROUND_TO_BACKGROUND));
        needs.put(
                Mode.BACKGROUND_TO_FOREGROUND,
                List.of(LayerFile.SD15_BACKGROUND_TO_FOREGROUND, LayerFile.SD15_DECODER));
        return needs;
    }

    /// The files of a mode; null where this kind of model has no such mode.
    static List<LayerFile> needs(StableDiffusionKind kind, Mode mode) {
        return (kind == StableDiffusionKind.SDXL ? XL : SD15).get(mode);
    }

    static Abilities of(LayerFiles files, int trainingSize) {
        boolean xl = files.kind() == StableDiffusionKind.SDXL;
        Map<Mode, List<MissingFile>> modes = new EnumMap<>(Mode.class);
        (xl ? XL : SD15).forEach((mode, needs) -> modes.put(mode, files.missing(needs)));
        Map<Control.Kind, List<MissingFile>> controls = new EnumMap<>(Control.Kind.class);
        for (Control.Kind control : Control.Kind.values()) {
            controls.put(
                    control, files.controlNets().containsKey(control) ? List.of() : List.of(files.missing(control)));
        }
        return new Abilities(
                xl ? ModelFamily.LAYER_DIFFUSE_SDXL : ModelFamily.LAYER_DIFFUSE_SD15,
                modes,
                controls,
                true,
                Arrays.stream(SamplerKind.values()).map(SamplerKind::label).toList(),
                trainingSize);
    }
}
