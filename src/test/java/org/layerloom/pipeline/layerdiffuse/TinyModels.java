package org.layerloom.pipeline.layerdiffuse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.weights.TensorWriter;
import org.layerloom.weights.Weights;

/// Puts the golden set's tiny checkpoints and LayerDiffuse's files together as a user has them.
public final class TinyModels {
    private static final Path SET = GoldenTensors.layerDiffuse();

    private TinyModels() {}

    /// Stable Diffusion XL with every file of LayerDiffuse below it.
    public static Path xl(Path root) throws IOException {
        Path model = copy(SET.resolve("tiny-sdxl"), root.resolve("tiny-sdxl"));
        Path files = copy(SET.resolve("layerdiffuse"), model.resolve("layerdiffuse"));
        Files.copy(files.resolve("layer_xl_fg2ble.safetensors"), files.resolve("layer_xl_bg2ble.safetensors"));
        Files.copy(
                files.resolve("layer_xl_fgble2bg.subset.safetensors"), files.resolve("layer_xl_bgble2fg.safetensors"));
        return model;
    }

    /// Stable Diffusion 1.5 with every file of LayerDiffuse below it.
    public static Path sd15(Path root) throws IOException {
        Path model = copy(SET.resolve("tiny-sd15"), root.resolve("tiny-sd15"));
        Path files = copy(SET.resolve("layerdiffuse"), model.resolve("layerdiffuse"));
        Files.copy(files.resolve("layer_sd15_fg2bg.safetensors"), files.resolve("layer_sd15_bg2fg.safetensors"));
        return model;
    }

    /// A ControlNet beside a model: the way down of its denoiser, with made-up weights for what a ControlNet adds.
    public static Path controlNet(Path model, String name) throws IOException {
        Path folder = Files.createDirectories(model.resolve("controlnet").resolve(name));
        String config = Files.readString(model.resolve("unet/config.json"));
        Files.writeString(
                folder.resolve("config.json"),
                config.replace("UNet2DConditionModel", "ControlNetModel")
                        .replaceFirst("\\{", "{\"conditioning_embedding_out_channels\": [4, 6, 8, 10],"));
        try (Device device = Device.cpu();
                Weights unet = Weights.open(model.resolve("unet"), device, DType.F32)) {
            TensorWriter writer = new TensorWriter();
            for (String tensor : unet.names()) {
                if (!tensor.startsWith("up_blocks.")
                        && !tensor.startsWith("conv_norm_out")
                        && !tensor.startsWith("conv_out")) {
                    writer.add(tensor, unet.get(tensor));
                }
            }
            int[] channels = new ObjectMapper()
                    .convertValue(new ObjectMapper().readTree(config).get("block_out_channels"), int[].class);
            addEmbedding(writer, channels[0]);
            int skips = 0;
            conv(writer, "controlnet_down_blocks." + skips++, channels[0], channels[0], 1);
            for (int level = 0; level < channels.length; level++) {
                for (int i = 0; i < (level < channels.length - 1 ? 3 : 2); i++) {
                    conv(writer, "controlnet_down_blocks." + skips++, channels[level], channels[level], 1);
                }
            }
            int deepest = channels[channels.length - 1];
            conv(writer, "controlnet_mid_block", deepest, deepest, 1);
            writer.write(folder.resolve("diffusion_pytorch_model.safetensors"));
        }
        return folder;
    }

    private static void addEmbedding(TensorWriter writer, int out) {
        String start = "controlnet_cond_embedding.";
        int[] widths = {4, 6, 8, 10};
        conv(writer, start + "conv_in", widths[0], 3, 3);
        for (int i = 0; i < widths.length - 1; i++) {
            conv(writer, start + "blocks." + 2 * i, widths[i], widths[i], 3);
            conv(writer, start + "blocks." + (2 * i + 1), widths[i + 1], widths[i], 3);
        }
        conv(writer, start + "conv_out", out, widths[3], 3);
    }

    private static void conv(TensorWriter writer, String name, int out, int in, int kernel) {
        float[] weight = new float[out * in * kernel * kernel];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = (float) Math.sin(i * 12.9898) / kernel;
        }
        writer.add(name + ".weight", weight, out, in, kernel, kernel).add(name + ".bias", new float[out], out);
    }

    /// A folder with all that lies in it.
    public static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return to;
    }
}
