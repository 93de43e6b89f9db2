package org.layerloom.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// LoRA files in the spellings that tools have written, merged by hand-made numbers; files that do not fit are
/// refused.
final class LoraTest {
    private static final String QUERY = "down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q.weight";
    private static final String OUT = "down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_out.0.weight";
    private static final String CONV = "down_blocks.0.resnets.0.conv1.weight";
    private static final String TEXT = "text_model.encoder.layers.0.self_attn.q_proj.weight";

    @TempDir
    private Path folder;

    private Device device;
    private Weights base;

    @BeforeEach
    void open() throws IOException {
        device = Device.cpu();
        Path file = new TensorWriter()
                .add(QUERY, new float[] {1, 0, 0, 1}, 2, 2)
                .add(OUT, new float[] {1, 0, 0, 1}, 2, 2)
                .add(CONV, new float[4 * 9], 2, 2, 3, 3)
                .add("down_blocks.0.attentions.0.norm.weight", new float[2], 2)
                .add(TEXT, new float[] {1, 0, 0, 1}, 2, 2)
                .write(folder.resolve("base.safetensors"));
        base = Weights.open(file, device, DType.F32);
    }

    @AfterEach
    void close() {
        device.close();
    }

    private Path lora(String up, String down, String alpha) throws IOException {
        TensorWriter writer =
                new TensorWriter().add(up, new float[] {1, 2}, 2, 1).add(down, new float[] {10, 20}, 1, 2);
        if (alpha != null) {
            writer.add(alpha, new float[] {0.5f}, 1);
        }
        return writer.write(folder.resolve("lora.safetensors"));
    }

    private float[] merged(Part part, Path file, double strength, String name) throws IOException {
        try (Patch patch = Patch.open(Patch.Kind.SHARED, file, device);
                Weights merged = base.with(part, List.of(new Merge(patch, strength)))) {
            return merged.get(name).toFloats();
        }
    }

    @Test
    void names_and_shapes_are_tried_without_merging() throws IOException {
        String module = "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q";
        try (Patch patch = Patch.open(
                        Patch.Kind.SHARED, lora(module + ".lora_B.weight", module + ".lora_A.weight", null), device);
                Weights merged = base.with(Part.UNET, List.of(new Merge(patch, 1)));
                Weights tried = merged.borrowAsStored()) {
            assertThat(tried.get(QUERY, 2, 2).toFloats()).containsExactly(1, 0, 0, 1);
            assertThat(merged.get(QUERY, 2, 2).toFloats()).containsExactly(11, 20, 20, 41);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q,  .lora_up.weight, .lora_down.weight",
        "lora_unet_input_blocks_1_1_transformer_blocks_0_attn1_to_q,            .lora_up.weight, .lora_down.weight",
        "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q,       .lora_B.weight,  .lora_A.weight",
        "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q,       .lora.up.weight, .lora.down.weight",
        "down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q,            .lora_B.weight,  .lora_A.weight",
        "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.processor.to_q, _lora.up.weight, _lora.down.weight",
        "base_model.model.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q, .lora_B.weight, .lora_A.weight"
    })
    void all_spellings_mean_the_same_tensor(String module, String up, String down) throws IOException {
        Path file = lora(module + up, module + down, null);
        assertThat(merged(Part.UNET, file, 0.1, QUERY)).containsExactly(2, 2, 2, 5);
    }

    @Test
    void an_alpha_scales_by_the_rank() throws IOException {
        String module = "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q";
        Path file = lora(module + ".lora_up.weight", module + ".lora_down.weight", module + ".alpha");
        assertThat(merged(Part.UNET, file, 0.2, QUERY)).containsExactly(2, 2, 2, 5);
    }

    @Test
    void the_projection_out_of_an_attention_is_found_without_its_number() throws IOException {
        String module = "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.processor.to_out";
        Path file = lora(module + "_lora.up.weight", module + "_lora.down.weight", null);
        assertThat(merged(Part.UNET, file, 0.1, OUT)).containsExactly(2, 2, 2, 5);
    }

    @Test
    void text_encoders_are_changed_too_and_only_where_named() throws IOException {
        String module = "lora_te1_text_model_encoder_layers_0_self_attn_q_proj";
        Path file = lora(module + ".lora_up.weight", module + ".lora_down.weight", null);
        assertThat(merged(Part.TEXT_ENCODER, file, 0.1, TEXT)).containsExactly(2, 2, 2, 5);
        assertThat(merged(Part.TEXT_ENCODER_2, file, 0.1, TEXT)).containsExactly(1, 0, 0, 1);
    }

    @Test
    void convolutions_are_changed_with_and_without_a_matrix_between() throws IOException {
        String module = "lora_unet_input_blocks_1_0_in_layers_2";
        float[] kernel = new float[18];
        kernel[4] = 3; // in 0, centre
        kernel[9 + 4] = 4; // in 1, centre
        Path plain = new TensorWriter()
                .add(module + ".lora_up.weight", new float[] {1, 2}, 2, 1, 1, 1)
                .add(module + ".lora_down.weight", kernel, 1, 2, 3, 3)
                .write(folder.resolve("conv.safetensors"));
        float[] centre = new float[9];
        centre[4] = 1;
        Path middle = new TensorWriter()
                .add(module + ".lora_up.weight", new float[] {1, 2}, 2, 1, 1, 1)
                .add(module + ".lora_mid.weight", centre, 1, 1, 3, 3)
                .add(module + ".lora_down.weight", new float[] {3, 4}, 1, 2, 1, 1)
                .write(folder.resolve("middle.safetensors"));
        float[] expected = new float[36];
        expected[4] = 3;
        expected[9 + 4] = 4;
        expected[18 + 4] = 6;
        expected[27 + 4] = 8;
        assertThat(merged(Part.UNET, plain, 1, CONV)).containsExactly(expected);
        assertThat(merged(Part.UNET, middle, 1, CONV)).containsExactly(expected);
    }

    @Test
    void a_result_is_rounded_to_the_type_that_the_tensor_is_stored_in() throws IOException {
        Path patches = GoldenTensors.layerDiffuse().resolve("layerdiffuse");
        Path half = patches.resolve("ld_diffusers_sdxl_attn.safetensors"); // fp16, here as the model
        Path patch = patches.resolve("layer_xl_transparent_attn.safetensors");
        String name = "mid_block.attentions.0.transformer_blocks.0.attn1.to_q.weight";
        try (Weights model = Weights.open(half, device, DType.F32);
                Patch lora = Patch.open(Patch.Kind.SHARED, patch, device);
                Weights merged = model.with(Part.UNET, List.of(new Merge(lora, 1)))) {
            Tensor result = merged.get(name);
            assertThat(result.dtype()).isEqualTo(DType.F32);
            assertThat(result.toFloats())
                    .isEqualTo(result.to(DType.F16).to(DType.F32).toFloats())
                    .isNotEqualTo(model.get(name).toFloats());
        }
    }

    @Test
    void what_does_not_fit_is_refused_with_file_tensor_and_model() throws IOException {
        String module = "lora_unet_down_blocks_7_attentions_0_proj_in";
        Path astray = lora(module + ".lora_up.weight", module + ".lora_down.weight", null);
        assertThatThrownBy(() -> merged(Part.UNET, astray, 1, QUERY))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll(
                        "the patch " + astray,
                        "is for another kind of model",
                        "down_blocks_7_attentions_0_proj_in",
                        "base.safetensors");
        Path wide =
                new TensorWriter().add("unet." + QUERY, new float[9], 3, 3).write(folder.resolve("wide.safetensors"));
        assertThatThrownBy(() -> merged(Part.UNET, wide, 1, QUERY)).hasMessageContainingAll("[3, 3]", "[2, 2]");
    }

    @Test
    void files_that_are_no_patch_or_of_an_unknown_kind_are_refused() throws IOException {
        Path other = new TensorWriter().add("tokens", new float[1], 1).write(folder.resolve("other.safetensors"));
        assertThatThrownBy(() -> Patch.open(Patch.Kind.SHARED, other, device)).hasMessageContaining("is no patch");
        Path loha = new TensorWriter()
                .add("lora_unet_mid_block_attentions_0_proj_in.hada_w1_a", new float[1], 1)
                .write(folder.resolve("loha.safetensors"));
        assertThatThrownBy(() -> Patch.open(Patch.Kind.SHARED, loha, device))
                .hasMessageContaining("of a kind that is not known here");
        Path half = new TensorWriter()
                .add("unet." + QUERY.replace(".weight", ".lora_A.weight"), new float[2], 1, 2)
                .write(folder.resolve("half.safetensors"));
        assertThatThrownBy(() -> merged(Part.UNET, half, 1, QUERY)).hasMessageContaining("is broken at the tensor");
    }
}
