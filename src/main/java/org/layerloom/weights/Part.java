package org.layerloom.weights;

/// The networks of a checkpoint, by the names of their folders.
public enum Part {
    UNET("unet"),
    TRANSFORMER("transformer"),
    TRANSPARENCY("transp_vae"),
    VAE("vae"),
    TEXT_ENCODER("text_encoder"),
    TEXT_ENCODER_2("text_encoder_2");

    private final String folder;

    Part(String folder) {
        this.folder = folder;
    }

    /// Name of the part's folder in diffusers' layout.
    public String folder() {
        return folder;
    }

    /// A tensor of this part in diffusers' layout under the name that is used now.
    TensorEntry current(TensorEntry entry) {
        return switch (this) {
            case VAE -> VaeNames.current(entry);
            case TRANSPARENCY -> TransparencyNames.current(entry);
            default -> entry;
        };
    }
}
