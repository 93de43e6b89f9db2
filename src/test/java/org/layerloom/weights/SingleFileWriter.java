package org.layerloom.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Writes a checkpoint in diffusers' layout as people have it in one file: under the names of the original code,
/// OpenCLIP's fused matrices, its turned projection, and 1 x 1 convolutions in the autoencoder's attention.
public final class SingleFileWriter {
    private static final Map<String, String> VAE_ATTENTION =
            Map.of("group_norm.", "norm.", "to_q.", "q.", "to_k.", "k.", "to_v.", "v.", "to_out.0.", "proj_out.");
    private static final List<String[]> OPEN_CLIP = List.of(
            new String[] {"text_model.embeddings.position_embedding.weight", "positional_embedding"},
            new String[] {"text_model.embeddings.token_embedding.", "token_embedding."},
            new String[] {"text_model.final_layer_norm.", "ln_final."},
            new String[] {"text_model.encoder.layers.", "transformer.resblocks."},
            new String[] {".layer_norm1.", ".ln_1."},
            new String[] {".layer_norm2.", ".ln_2."},
            new String[] {".self_attn.", ".attn."},
            new String[] {".mlp.fc1.", ".mlp.c_fc."},
            new String[] {".mlp.fc2.", ".mlp.c_proj."});

    private final Path folder;
    private final Device device;
    private final TensorWriter writer = new TensorWriter();

    private SingleFileWriter(Path folder, Device device) {
        this.folder = folder;
        this.device = device;
    }

    /// @param folder of a model in diffusers' layout
    public static Path write(Path folder, Path file, Device device) throws IOException {
        SingleFileWriter single = new SingleFileWriter(folder, device);
        boolean xl = folder.resolve("text_encoder_2").toFile().exists();
        single.unet();
        single.vae();
        single.firstText(xl ? "conditioner.embedders.0.transformer." : "cond_stage_model.transformer.");
        if (xl) {
            single.openClip("conditioner.embedders.1.model.");
        }
        return single.writer.write(file);
    }

    private Weights open(String part) throws IOException {
        return Weights.open(folder.resolve(part), device, DType.F32);
    }

    private void unet() throws IOException {
        try (Weights unet = open("unet")) {
            for (String name : unet.names()) {
                writer.add("model.diffusion_model." + LdmNames.toLdm(name, unet.names()), unet.get(name));
            }
        }
    }

    private void vae() throws IOException {
        try (Weights vae = open("vae")) {
            int levels = vae.count("decoder.up_blocks.%d");
            for (String name : vae.names()) {
                String ldm = vaeName(name, levels);
                Tensor tensor = vae.get(name);
                boolean matrix = ldm.contains(".attn_1.") && tensor.shape().length == 2;
                Tensor stored = matrix ? tensor.reshape(tensor.size(0), tensor.size(1), 1, 1) : tensor;
                writer.add("first_stage_model." + ldm, stored);
            }
        }
    }

    private static String vaeName(String name, int levels) {
        String ldm = name.replace("mid_block.resnets.0.", "mid.block_1.")
                .replace("mid_block.resnets.1.", "mid.block_2.")
                .replace("conv_norm_out", "norm_out");
        if (ldm.contains("mid_block.attentions.0.")) {
            for (Map.Entry<String, String> pair : VAE_ATTENTION.entrySet()) {
                ldm = ldm.replace("mid_block.attentions.0." + pair.getKey(), "mid.attn_1." + pair.getValue());
            }
        }
        for (int i = 0; i < levels; i++) {
            ldm = ldm.replace("encoder.down_blocks." + i + ".", "encoder.down." + i + ".")
                    .replace("decoder.up_blocks." + i + ".", "decoder.up." + (levels - 1 - i) + ".");
        }
        return ldm.replace("resnets.", "block.")
                .replace("conv_shortcut", "nin_shortcut")
                .replace("downsamplers.0.", "downsample.")
                .replace("upsamplers.0.", "upsample.");
    }

    private void firstText(String prefix) throws IOException {
        try (Weights text = open("text_encoder")) {
            for (String name : text.names()) {
                if (!name.endsWith("position_ids")) {
                    writer.add(prefix + name, text.get(name));
                }
            }
        }
    }

    private void openClip(String prefix) throws IOException {
        try (Weights text = open("text_encoder_2")) {
            for (String name : text.names()) {
                if (name.equals("text_projection.weight")) {
                    writer.add(prefix + "text_projection", text.get(name).transpose(1, 0));
                } else if (name.contains(".self_attn.q_proj.")) {
                    Tensor fused = Tensor.concat(
                            0,
                            text.get(name),
                            text.get(name.replace("q_proj", "k_proj")),
                            text.get(name.replace("q_proj", "v_proj")));
                    writer.add(prefix + openClipName(name).replace("attn.q_proj.", "attn.in_proj_"), fused);
                } else if (!name.contains(".self_attn.k_proj.")
                        && !name.contains(".self_attn.v_proj.")
                        && !name.endsWith("position_ids")) {
                    writer.add(prefix + openClipName(name), text.get(name));
                }
            }
        }
    }

    private static String openClipName(String name) {
        String ldm = name;
        for (String[] pair : OPEN_CLIP) {
            ldm = ldm.replace(pair[0], pair[1]);
        }
        return ldm;
    }
}
