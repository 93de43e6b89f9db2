package org.layerloom.weights;

/// The generations of Stable Diffusion that LayerDiffuse was made for.
public enum StableDiffusionKind {
    SD15("Stable Diffusion 1.5"),
    SDXL("Stable Diffusion XL");

    private final String title;

    StableDiffusionKind(String title) {
        this.title = title;
    }

    /// Its name in messages.
    public String title() {
        return title;
    }
}
