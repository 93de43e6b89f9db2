package org.layerloom.generate;

/// The systems that layers are made with.
public enum ModelFamily {
    ART("ART"),
    LAYER_DIFFUSE_SDXL("LayerDiffuse SDXL"),
    LAYER_DIFFUSE_SD15("LayerDiffuse SD 1.5");

    private final String title;

    ModelFamily(String title) {
        this.title = title;
    }

    /// Its name, the same in all languages.
    public String title() {
        return title;
    }
}
