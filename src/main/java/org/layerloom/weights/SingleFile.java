package org.layerloom.weights;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;

/// A Stable Diffusion checkpoint as people have it: UNet, autoencoder and text encoders in one safetensors file,
/// under the names of the original code. Only the file's header is read; weights come out under diffusers' names.
public final class SingleFile {
    private static final String UNET = "model.diffusion_model.";
    private static final String VAE = "first_stage_model.";
    private static final String SD15_TEXT = "cond_stage_model.transformer.";
    private static final String SDXL_TEXT = "conditioner.embedders.0.transformer.";
    private static final String SDXL_TEXT_2 = "conditioner.embedders.1.model.";
    private static final String MODERN = "text_model.";

    private final Path file;
    private final StableDiffusionKind kind;
    private final Map<String, TensorEntry> entries;

    private SingleFile(Path file, StableDiffusionKind kind, Map<String, TensorEntry> entries) {
        this.file = file;
        this.kind = kind;
        this.entries = entries;
    }

    /// Whether a file is a checkpoint with a UNet of the original code, of whatever family; false where it cannot
    /// be read.
    public static boolean isCheckpoint(Path file) {
        try {
            return has(TensorFormat.read(file), UNET + "input_blocks.0.0.");
        } catch (WeightsException e) {
            return false;
        }
    }

    /// Reads the header.
    ///
    /// @throws WeightsException if it is broken, no such checkpoint, or one of another family
    public static SingleFile read(Path file) throws WeightsException {
        Map<String, TensorEntry> entries = TensorFormat.read(file);
        return new SingleFile(file, kind(file, entries), entries);
    }

    private static StableDiffusionKind kind(Path file, Map<String, TensorEntry> entries) throws WeightsException {
        StableDiffusionKind kind = has(entries, SDXL_TEXT_2) ? StableDiffusionKind.SDXL : StableDiffusionKind.SD15;
        List<String> wanted =
                kind == StableDiffusionKind.SDXL ? List.of(UNET, VAE, SDXL_TEXT) : List.of(UNET, VAE, SD15_TEXT);
        Optional<String> absent =
                wanted.stream().filter(start -> !has(entries, start)).findFirst();
        if (absent.isPresent()) {
            throw new WeightsException("the file " + file
                    + " is no checkpoint of Stable Diffusion XL or 1.5 with all its parts: it has no tensor "
                    + absent.get() + "...");
        }
        long channels = entries.get(UNET + "input_blocks.0.0.weight").shape()[1];
        if (channels != 4) {
            throw new WeightsException("the file " + file + " is a checkpoint of another kind: its UNet takes "
                    + channels + " channels (for inpainting?), but one of 4 is expected");
        }
        return kind;
    }

    private static boolean has(Map<String, TensorEntry> entries, String start) {
        return entries.keySet().stream().anyMatch(name -> name.startsWith(start));
    }

    public Path file() {
        return file;
    }

    public StableDiffusionKind kind() {
        return kind;
    }

    /// The weights of one network.
    public Weights weights(Part part, Device device, DType compute) {
        Map<String, TensorEntry> renamed = new TreeMap<>();
        String prefix = prefix(part);
        long levels = entries.keySet().stream()
                .filter(name -> name.matches(VAE + "decoder\\.up\\.\\d+\\.block\\.0\\.norm1\\.weight"))
                .count();
        for (TensorEntry entry : entries.values()) {
            if (entry.name().startsWith(prefix)) {
                TensorEntry bare = entry.named(entry.name().substring(prefix.length()));
                diffusers(part, bare, (int) levels).forEach(e -> renamed.put(e.name(), e));
            }
        }
        return Weights.of(new TensorFiles(file, device, renamed), compute);
    }

    /// Whether the file stores floating-point tensors of this type.
    public boolean holds(DType dtype) {
        return entries.values().stream().anyMatch(entry -> entry.dtype() == dtype);
    }

    private String prefix(Part part) {
        return switch (part) {
            case UNET -> UNET;
            case VAE -> VAE;
            case TEXT_ENCODER -> kind == StableDiffusionKind.SDXL ? SDXL_TEXT : SD15_TEXT;
            case TEXT_ENCODER_2 -> SDXL_TEXT_2;
            case TRANSFORMER, TRANSPARENCY -> throw none(part);
        };
    }

    private static List<TensorEntry> diffusers(Part part, TensorEntry entry, int levels) {
        return switch (part) {
            case UNET -> {
                String name = LdmNames.toDiffusers(entry.name());
                yield name == null ? List.of() : List.of(entry.named(name));
            }
            case VAE -> List.of(VaeNames.ofLdm(entry, levels));
            case TEXT_ENCODER -> List.of(entry.name().startsWith(MODERN) ? entry : entry.named(MODERN + entry.name()));
            case TEXT_ENCODER_2 -> OpenClipNames.toTransformers(entry);
            case TRANSFORMER, TRANSPARENCY -> throw none(part);
        };
    }

    private static IllegalArgumentException none(Part part) {
        return new IllegalArgumentException(part + " is no part of Stable Diffusion");
    }
}
