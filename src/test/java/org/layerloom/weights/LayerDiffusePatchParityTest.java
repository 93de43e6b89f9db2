package org.layerloom.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// LayerDiffuse's patches merged into the UNet, in all of their forms, against the reference (d_patch_merge).
final class LayerDiffusePatchParityTest {
    private static final double MERGED = 1e-6;
    private static final Path PATCHES = GoldenTensors.layerDiffuse().resolve("layerdiffuse");

    private Device device;
    private Weights unet;

    @BeforeEach
    void open() throws WeightsException {
        device = Device.cpu();
        unet = Weights.open(Part.UNET, GoldenTensors.layerDiffuse().resolve("tiny-sdxl/unet"), device, DType.F32);
    }

    @AfterEach
    void close() {
        device.close();
    }

    @ParameterizedTest
    @CsvSource({
        "cli_attn,       ld_diffusers_sdxl_attn,           1,   0",
        "forge_lora_1.0, layer_xl_transparent_attn,        1,   1e-6",
        "forge_lora_0.6, layer_xl_transparent_attn,        0.6, 1e-6",
        "forge_conv_1.0, layer_xl_transparent_conv.subset, 1,   1e-6",
        "fg2ble_1.0,     layer_xl_fg2ble,                  1,   1e-6",
        "fgble2bg_0.5,   layer_xl_fgble2bg.subset,         0.5, 1e-6"
    })
    void merged_tensors_are_the_references(String mode, String file, double strength, double tolerance)
            throws IOException {
        try (Patch patch = Patch.open(Patch.Kind.SYSTEM, PATCHES.resolve(file + ".safetensors"), device);
                Weights merged = unet.with(Part.UNET, List.of(new Merge(patch, strength)));
                GoldenTensors golden = GoldenTensors.layerDiffuse("d_patch_merge", device)) {
            for (String name : golden.names(mode + "/")) {
                golden.assertClose(name, merged.get(name.substring(mode.length() + 1)), tolerance);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"cli_attn, ld_diffusers_sdxl_attn", "fg2ble_1_0, layer_xl_fg2ble"})
    void exactly_the_tensors_that_a_patch_names_are_changed(String mode, String file) throws IOException {
        JsonNode sums = GoldenTensors.json(GoldenTensors.layerDiffuse(), "d_patch_merge.json")
                .get("checksums")
                .get(mode);
        try (Patch patch = Patch.open(Patch.Kind.SYSTEM, PATCHES.resolve(file + ".safetensors"), device);
                Weights merged = unet.with(Part.UNET, List.of(new Merge(patch, 1)))) {
            for (String name : unet.names()) {
                if (sums.has(name)) {
                    double expected = sums.get(name).asDouble();
                    assertThat(sum(merged.get(name))).as(name).isCloseTo(expected, Percentage.withPercentage(1e-4));
                } else {
                    assertThat(merged.get(name)).as(name).isSameAs(unet.get(name));
                }
            }
        }
    }

    private static double sum(Tensor tensor) {
        double sum = 0;
        for (float value : tensor.toFloats()) {
            sum += Math.abs((double) value);
        }
        return sum;
    }

    @Test
    void closing_what_was_merged_leaves_the_weights_as_they_were() throws IOException {
        String name = "down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q.weight";
        float[] before = unet.get(name).toFloats();
        try (Patch patch =
                Patch.open(Patch.Kind.SYSTEM, PATCHES.resolve("layer_xl_transparent_attn.safetensors"), device)) {
            Weights merged = unet.with(Part.UNET, List.of(new Merge(patch, 1)));
            int open = device.openTensors();
            assertThat(merged.get(name).toFloats()).isNotEqualTo(before);
            merged.close();
            assertThat(device.openTensors()).isLessThanOrEqualTo(open + 1); // the patch's mapping
        }
        assertThat(unet.get(name).toFloats()).isEqualTo(before);
        assertThat(unet.get("conv_in.weight").toFloats()).isNotEmpty();
    }

    @Test
    void patches_are_merged_one_after_the_other() throws IOException {
        String name = "mid_block.attentions.0.transformer_blocks.0.attn1.to_q.weight";
        try (Patch lora = Patch.open(
                        Patch.Kind.SYSTEM, PATCHES.resolve("layer_xl_transparent_attn.safetensors"), device);
                Patch whole =
                        Patch.open(Patch.Kind.SYSTEM, PATCHES.resolve("ld_diffusers_sdxl_attn.safetensors"), device);
                Weights one = unet.with(Part.UNET, List.of(new Merge(lora, 0.5)));
                Weights other = unet.with(Part.UNET, List.of(new Merge(whole, 1)));
                Weights both = unet.with(Part.UNET, List.of(new Merge(lora, 0.5), new Merge(whole, 1)))) {
            Tensor base = unet.get(name);
            Tensor expected = one.get(name).add(other.get(name)).sub(base);
            assertThat(GoldenTensors.largestGap(both.get(name).toFloats(), expected.toFloats()))
                    .isLessThan(MERGED);
            assertThat(Map.of("lora", lora.changes(Part.UNET), "text", lora.changes(Part.TEXT_ENCODER)))
                    .isEqualTo(Map.of("lora", true, "text", false));
        }
    }
}
