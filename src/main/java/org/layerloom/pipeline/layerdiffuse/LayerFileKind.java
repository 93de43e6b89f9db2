package org.layerloom.pipeline.layerdiffuse;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.layerloom.weights.TensorShapes;
import org.layerloom.weights.WeightsException;

/// Tells a file of LayerDiffuse by the tensors in it, whatever it is called. Only where files of two purposes have
/// the same tensors, its name decides.
final class LayerFileKind {
    private static final String LDM = "diffusion_model.input_blocks.0.0.weight::diff::0";
    private static final List<String> PREFIXES = List.of("", "unet.");

    private final TensorShapes tensors;
    private final String name;

    private LayerFileKind(TensorShapes tensors, String name) {
        this.tensors = tensors;
        this.name = name;
    }

    /// What a file may serve as: none where it is no file of LayerDiffuse, two for a part that does not say which
    /// model it is for.
    static List<LayerFile> of(Path file) {
        try {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return new LayerFileKind(TensorShapes.read(file), name).find();
        } catch (WeightsException e) {
            return List.of(); // it says what is broken when it is asked for by name
        }
    }

    private List<LayerFile> find() {
        if (tensors.has("hookers.layers.0.to_q_lora.0.up.weight")) {
            return List.of(sharing());
        }
        if (tensors.has("latent_conv_in.weight")) {
            return either(LayerFile.XL_DECODER, LayerFile.SD15_DECODER);
        }
        if (tensors.has("blocks.0.weight") && tensors.has("blocks.16.weight")) {
            return either(LayerFile.XL_ENCODER, LayerFile.SD15_ENCODER);
        }
        return patch();
    }

    private LayerFile sharing() {
        if (tensors.has("hookers.layers.0.to_q_lora.2.up.weight")) {
            return LayerFile.SD15_JOINT;
        }
        if (!tensors.has("hookers.layers.0.to_q_lora.1.up.weight")) {
            return LayerFile.SD15_FOREGROUND;
        }
        return name.contains("bg2fg")
                ? LayerFile.SD15_BACKGROUND_TO_FOREGROUND
                : LayerFile.SD15_FOREGROUND_TO_BACKGROUND;
    }

    private List<LayerFile> either(LayerFile xl, LayerFile sd15) {
        if (name.contains("sd15")) {
            return List.of(sd15);
        }
        return name.contains("xl") ? List.of(xl) : List.of(xl, sd15);
    }

    private List<LayerFile> patch() {
        return switch ((int) inputChannels()) {
            case 8 ->
                List.of(name.contains("bg2ble") ? LayerFile.XL_BACKGROUND_TO_BLEND : LayerFile.XL_FOREGROUND_TO_BLEND);
            case 12 ->
                List.of(blendToForeground() ? LayerFile.XL_BLEND_TO_FOREGROUND : LayerFile.XL_BLEND_TO_BACKGROUND);
            default -> isForeground() ? List.of(LayerFile.XL_FOREGROUND) : List.of();
        };
    }

    /// Of the changed first convolution; 0 where it is not changed.
    private long inputChannels() {
        for (String prefix : PREFIXES) {
            if (tensors.has(prefix + "conv_in.weight")) {
                return channels(prefix + "conv_in.weight");
            }
        }
        return channels(LDM);
    }

    private long channels(String tensor) {
        long[] shape = tensors.shape(tensor);
        return shape.length == 4 ? shape[1] : 0;
    }

    private boolean blendToForeground() {
        boolean says = name.contains("bgble2fg") || name.contains("fgble2bg");
        return says
                ? name.contains("bgble2fg")
                : tensors.names().stream().anyMatch(tensor -> tensor.contains("transformer_blocks"));
    }

    /// A LoRA that artists share looks much like one of the published forms: that one must say what it is.
    private boolean isForeground() {
        boolean attention = tensors.names().stream().anyMatch(tensor -> tensor.contains(".attn1."));
        boolean forge =
                tensors.names().stream().anyMatch(tensor -> tensor.contains("::lora::") || tensor.contains("::diff::"));
        boolean whole = tensors.has("down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q.weight")
                && !tensors.has("time_embedding.linear_1.weight");
        return attention && (forge || whole || name.contains("transparent"));
    }
}
