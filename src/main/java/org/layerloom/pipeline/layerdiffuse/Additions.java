package org.layerloom.pipeline.layerdiffuse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerloom.generate.ModelAddition;
import org.layerloom.generate.ModelAddition.BaseModel;
import org.layerloom.generate.ModelAddition.Kind;
import org.layerloom.generate.ModelAddition.Problem;
import org.layerloom.weights.PatchFacts;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.TensorShapes;
import org.layerloom.weights.WeightsException;

/// Tells what lies loose among models: files of LayerDiffuse, ControlNets, and LoRAs, those for FLUX too.
///
/// @param roots folders that models lie in
record Additions(List<Path> roots) {
    private static final List<String> BARE_CONTROL =
            List.of("controlnet_cond_embedding.conv_in.weight", "control_model.input_hint_block.0.weight");

    private static final int WIDTH_OF_SD15 = 768;
    private static final int WIDTH_OF_SD2 = 1024;
    private static final int WIDTH_OF_XL = 2048;

    /// What a file or a folder is; empty where it is none of these.
    Optional<ModelAddition> at(Path path) {
        if (Files.isDirectory(path)) {
            return LayerFiles.controlNet(path).map(kind -> controlNet(path, kind));
        }
        if (!Files.isRegularFile(path) || !path.toString().endsWith(".safetensors")) {
            return Optional.empty();
        }
        try {
            return file(path).map(found -> found.withLicence(TensorShapes.licence(path)));
        } catch (WeightsException e) {
            return Optional.of(new ModelAddition(path, Kind.DAMAGED, Set.of()).withProblem(Problem.BROKEN));
        }
    }

    private static ModelAddition controlNet(Path folder, StableDiffusionKind kind) {
        ModelAddition found = new ModelAddition(folder, Kind.CONTROL_NET, Set.of(base(kind)));
        return LayerFiles.controls(folder).isEmpty() ? found.withProblem(Problem.UNNAMED_CONTROL) : found;
    }

    private Optional<ModelAddition> file(Path file) throws WeightsException {
        TensorShapes tensors = TensorShapes.read(file);
        if (BARE_CONTROL.stream().anyMatch(tensors::has)) {
            return Optional.of(new ModelAddition(file, Kind.CONTROL_NET, Set.of()).withProblem(Problem.BARE_CONTROL));
        }
        List<LayerFile> served = LayerFileKind.of(file);
        if (!served.isEmpty()) {
            return Optional.of(layerFile(file, served));
        }
        return PatchFacts.of(file).map(facts -> lora(file, facts));
    }

    private ModelAddition layerFile(Path file, List<LayerFile> served) {
        boolean transparency = EnumSet.of(
                        LayerFile.XL_DECODER, LayerFile.XL_ENCODER, LayerFile.SD15_DECODER, LayerFile.SD15_ENCODER)
                .contains(served.getFirst());
        Set<BaseModel> bases =
                served.stream().map(LayerFile::kind).map(Additions::base).collect(Collectors.toSet());
        ModelAddition found = new ModelAddition(file, transparency ? Kind.TRANSPARENCY : Kind.LAYER_PATCH, bases);
        Set<Path> places = LayerFiles.places(roots.stream());
        boolean lookedFor = places.contains(file) || places.contains(file.getParent());
        return lookedFor ? found : found.withProblem(Problem.ASIDE);
    }

    private static ModelAddition lora(Path file, PatchFacts facts) {
        ModelAddition found = new ModelAddition(file, Kind.LORA, bases(facts));
        return facts.isKnown() ? found : found.withProblem(Problem.OTHER_CHANGES);
    }

    private static Set<BaseModel> bases(PatchFacts facts) {
        if (facts.isFlux()) {
            return Set.of(BaseModel.FLUX);
        }
        return switch ((int) facts.textWidth().orElse(0)) {
            case WIDTH_OF_SD15 -> Set.of(BaseModel.SD15);
            case WIDTH_OF_SD2 -> Set.of(BaseModel.SD2);
            case WIDTH_OF_XL -> Set.of(BaseModel.SDXL);
            default -> Set.of();
        };
    }

    private static BaseModel base(StableDiffusionKind kind) {
        return kind == StableDiffusionKind.SDXL ? BaseModel.SDXL : BaseModel.SD15;
    }
}
