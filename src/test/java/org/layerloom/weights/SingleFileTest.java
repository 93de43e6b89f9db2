package org.layerloom.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;

/// A checkpoint in one file gives the same weights as its folder; files of other kinds are refused by name.
final class SingleFileTest {
    private static Device device;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        device = Device.cpu();
    }

    @AfterAll
    static void close() {
        device.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-sdxl", "tiny-sd15"})
    void every_tensor_of_the_folder_comes_out_of_the_file(String model) throws IOException {
        Path source = GoldenTensors.layerDiffuse().resolve(model);
        Path file = SingleFileWriter.write(source, folder.resolve("model.safetensors"), device);
        assertThat(SingleFile.isCheckpoint(file)).isTrue();
        SingleFile single = SingleFile.read(file);
        assertThat(single.kind()).isEqualTo(model.endsWith("xl") ? StableDiffusionKind.SDXL : StableDiffusionKind.SD15);
        for (Part part : Part.values()) {
            if (Files.exists(source.resolve(part.folder()))) {
                try (Weights expected = Weights.open(part, source.resolve(part.folder()), device, DType.F32);
                        Weights actual = single.weights(part, device, DType.F32)) {
                    for (String name : expected.names()) {
                        if (!name.endsWith("position_ids")) {
                            assertThat(actual.get(name, expected.get(name).shape())
                                            .toFloats())
                                    .as(name)
                                    .isEqualTo(expected.get(name).toFloats());
                        }
                    }
                }
            }
        }
    }

    @Test
    void the_autoencoders_old_names_of_attention_count_as_todays() throws IOException {
        String middle = "decoder.mid_block.attentions.0.";
        Path file = new TensorWriter()
                .add(middle + "query.weight", new float[] {1, 2, 3, 4}, 2, 2, 1, 1)
                .add(middle + "proj_attn.bias", new float[] {5, 6}, 2)
                .write(folder.resolve("vae.safetensors"));
        try (Weights vae = Weights.open(Part.VAE, file, device, DType.F32)) {
            assertThat(vae.get(middle + "to_q.weight", 2, 2).toFloats()).containsExactly(1, 2, 3, 4);
            assertThat(vae.get(middle + "to_out.0.bias", 2).toFloats()).containsExactly(5, 6);
        }
    }

    @Test
    void other_families_are_refused_by_what_they_lack() throws IOException {
        Path unetOnly = new TensorWriter()
                .add("model.diffusion_model.input_blocks.0.0.weight", new float[4], 1, 4, 1, 1)
                .write(folder.resolve("unet.safetensors"));
        assertThat(SingleFile.isCheckpoint(unetOnly)).isTrue();
        assertThatThrownBy(() -> SingleFile.read(unetOnly))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(unetOnly.toString(), "it has no tensor first_stage_model...");
        Path inpainting = new TensorWriter()
                .add("model.diffusion_model.input_blocks.0.0.weight", new float[9], 1, 9, 1, 1)
                .add("first_stage_model.x", new float[1], 1)
                .add("cond_stage_model.transformer.x", new float[1], 1)
                .write(folder.resolve("inpainting.safetensors"));
        assertThatThrownBy(() -> SingleFile.read(inpainting)).hasMessageContaining("its UNet takes 9 channels");
        assertThat(SingleFile.isCheckpoint(new TensorWriter()
                        .add("double_blocks.0.x", new float[1], 1)
                        .write(folder.resolve("flux.safetensors"))))
                .isFalse();
        assertThat(SingleFile.isCheckpoint(folder.resolve("missing.safetensors")))
                .isFalse();
    }

    @Test
    void a_folder_with_a_second_precision_of_its_weights_is_read_in_the_first() throws IOException {
        new TensorWriter().add("x", new float[] {1}, 1).write(folder.resolve("model.safetensors"));
        new TensorWriter().add("x", new float[] {2}, 1).write(folder.resolve("model.fp16.safetensors"));
        try (Weights weights = Weights.open(folder, device, DType.F32)) {
            assertThat(weights.get("x").toFloats()).containsExactly(1);
        }
    }
}
