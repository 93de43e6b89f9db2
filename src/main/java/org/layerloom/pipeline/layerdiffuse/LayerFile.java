package org.layerloom.pipeline.layerdiffuse;

import org.layerloom.weights.StableDiffusionKind;

/// The files of LayerDiffuse: what each is for, and the name that it was published under.
enum LayerFile {
    XL_FOREGROUND("layer_xl_transparent_attn", StableDiffusionKind.SDXL),
    XL_FOREGROUND_TO_BLEND("layer_xl_fg2ble", StableDiffusionKind.SDXL),
    XL_BACKGROUND_TO_BLEND("layer_xl_bg2ble", StableDiffusionKind.SDXL),
    XL_BLEND_TO_BACKGROUND("layer_xl_fgble2bg", StableDiffusionKind.SDXL),
    XL_BLEND_TO_FOREGROUND("layer_xl_bgble2fg", StableDiffusionKind.SDXL),
    XL_DECODER("vae_transparent_decoder", StableDiffusionKind.SDXL),
    XL_ENCODER("vae_transparent_encoder", StableDiffusionKind.SDXL),
    SD15_FOREGROUND("layer_sd15_transparent_attn", StableDiffusionKind.SD15),
    SD15_JOINT("layer_sd15_joint", StableDiffusionKind.SD15),
    SD15_FOREGROUND_TO_BACKGROUND("layer_sd15_fg2bg", StableDiffusionKind.SD15),
    SD15_BACKGROUND_TO_FOREGROUND("layer_sd15_bg2fg", StableDiffusionKind.SD15),
    SD15_DECODER("layer_sd15_vae_transparent_decoder", StableDiffusionKind.SD15),
    SD15_ENCODER("layer_sd15_vae_transparent_encoder", StableDiffusionKind.SD15);

    private final String name;
    private final StableDiffusionKind kind;

    LayerFile(String name, StableDiffusionKind kind) {
        this.name = name;
        this.kind = kind;
    }

    /// As published, with its ending.
    String fileName() {
        return name + ".safetensors";
    }

    /// The models that it is for.
    StableDiffusionKind kind() {
        return kind;
    }

    static LayerFile foreground(StableDiffusionKind kind) {
        return kind == StableDiffusionKind.SDXL ? XL_FOREGROUND : SD15_FOREGROUND;
    }

    static LayerFile decoder(StableDiffusionKind kind) {
        return kind == StableDiffusionKind.SDXL ? XL_DECODER : SD15_DECODER;
    }

    static LayerFile encoder(StableDiffusionKind kind) {
        return kind == StableDiffusionKind.SDXL ? XL_ENCODER : SD15_ENCODER;
    }
}
