package org.layerloom.pipeline.stablediffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.network.unet.Unet;
import org.layerloom.network.unet.UnetConfig;
import org.layerloom.network.unet.UnetContext;
import org.layerloom.pipeline.layerdiffuse.TinyModels;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Part;
import org.layerloom.weights.SingleFile;
import org.layerloom.weights.SingleFileWriter;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.WeightsException;

/// A single file runs as its folder does; models of other families are refused.
final class CheckpointFileTest {
    private static final Path SET = GoldenTensors.layerDiffuse();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tiny-sdxl", "tiny-sd15"})
    void a_file_gives_the_folders_denoiser_and_autoencoder(String name) throws IOException {
        Path source = SET.resolve(name);
        Path file = folder.resolve("checkpoint.safetensors");
        try (Device writing = Device.cpu()) {
            SingleFileWriter.write(source, file, writing);
        }
        CheckpointFile.Configs configs =
                part -> Config.read(source.resolve(part.folder()).resolve("config.json"));
        float[] expected = picture(Checkpoint.at(source).orElseThrow());
        float[] actual = picture(new CheckpointFile(SingleFile.read(file), configs));
        assertThat(GoldenTensors.largestGap(actual, expected)).isLessThan(1e-5); // memory lies otherwise: other sums
    }

    /// What autoencoder and denoiser make of the same latents.
    private static float[] picture(Checkpoint checkpoint) throws IOException {
        Device device = Device.cpu();
        try (StableDiffusion model = StableDiffusion.load(checkpoint, device)) {
            return Scope.closing(() -> {
                Unet unet = model.unet(List.of());
                UnetConfig config = unet.config();
                Tensor latents = device.randn(5, 1, 4, 8, 8);
                Tensor states = device.randn(6, 1, 77, config.crossDim());
                UnetContext context = config.takesSizes()
                        ? UnetContext.of(
                                states,
                                device.randn(7, 1, config.additionalDim() - 6L * config.additionalTimeDim()),
                                device.full(64, 1, 6))
                        : UnetContext.of(states);
                return model.codec()
                        .decode(unet.forward(latents, 500, context), () -> {})
                        .toFloats();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(StableDiffusionKind.class)
    void the_settings_that_come_with_the_program_are_those_of_the_published_models(StableDiffusionKind kind)
            throws IOException {
        boolean xl = kind == StableDiffusionKind.SDXL;
        Config config = Config.builtIn(CheckpointFile.class, (xl ? "sdxl" : "sd15") + "/unet.json");
        UnetConfig unet = UnetConfig.of(config);
        assertThat(unet.channels()).isEqualTo(xl ? new int[] {320, 640, 1280} : new int[] {320, 640, 1280, 1280});
        assertThat(unet.heads()).isEqualTo(xl ? new int[] {5, 10, 20} : new int[] {8, 8, 8, 8});
        assertThat(unet.crossDim()).isEqualTo(xl ? 2048 : 768);
        assertThat(unet.takesSizes()).isEqualTo(xl);
        assertThat(config.integer("sample_size")).isEqualTo(xl ? 128 : 64);
        Set<Part> parts = EnumSet.of(Part.UNET, Part.VAE, Part.TEXT_ENCODER);
        if (xl) {
            parts.add(Part.TEXT_ENCODER_2);
        }
        for (Part part : parts) {
            assertThat(Config.builtIn(CheckpointFile.class, (xl ? "sdxl/" : "sd15/") + part.folder() + ".json")
                            .node()
                            .isObject())
                    .isTrue();
        }
    }

    @Test
    void models_of_other_families_are_refused_by_the_file_that_says_so() throws IOException {
        Path model = TinyModels.copy(SET.resolve("tiny-sd15"), folder.resolve("model"));
        refuse(model, "scheduler/scheduler_config.json", "\"epsilon\"", "\"v_prediction\"", "prediction_type is");
        refuse(
                model,
                "unet/config.json",
                "\"cross_attention_dim\": 16",
                "\"cross_attention_dim\": 1024",
                "Stable Diffusion 1.5 is expected");
        Files.writeString(model.resolve("model_index.json"), "{\"_class_name\": \"StableDiffusion3Pipeline\"}");
        assertThat(Checkpoint.at(model)).isEmpty();
    }

    private static void refuse(Path model, String file, String sound, String other, String sentence)
            throws IOException {
        String text = Files.readString(model.resolve(file));
        assertThat(text).contains(sound);
        Files.writeString(model.resolve(file), text.replace(sound, other));
        assertThatThrownBy(() -> StableDiffusion.load(Checkpoint.at(model).orElseThrow(), Device.cpu()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(file, sentence);
        Files.writeString(model.resolve(file), text);
    }
}
