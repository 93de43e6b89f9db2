package org.layerloom.pipeline.layerdiffuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.generate.Control;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelEntry;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.TensorWriter;
import org.layerloom.weights.WeightsException;

/// LayerDiffuse's files are told by what is in them and found where people put them.
final class LayerFilesTest {
    private static final Path SOURCE = GoldenTensors.layerDiffuse().resolve("layerdiffuse");

    @TempDir
    private Path folder;

    private Path put(String file, String name) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        return Files.copy(SOURCE.resolve(file + ".safetensors"), target);
    }

    @ParameterizedTest
    @CsvSource({
        "layer_xl_transparent_attn,   XL_FOREGROUND",
        "ld_diffusers_sdxl_attn,      XL_FOREGROUND",
        "layer_xl_fg2ble,             XL_FOREGROUND_TO_BLEND",
        "layer_xl_fgble2bg.subset,    XL_BLEND_TO_BACKGROUND",
        "layer_sd15_transparent_attn, SD15_FOREGROUND",
        "layer_sd15_joint,            SD15_JOINT",
        "layer_sd15_fg2bg,            SD15_FOREGROUND_TO_BACKGROUND",
        "vae_transparent_decoder,     XL_DECODER SD15_DECODER",
        "vae_transparent_encoder,     XL_ENCODER SD15_ENCODER"
    })
    void a_file_of_any_name_is_told_by_its_tensors(String file, String kinds) throws IOException {
        List<LayerFile> expected =
                Arrays.stream(kinds.split(" ")).map(LayerFile::valueOf).toList();
        assertThat(LayerFileKind.of(put(file, "downloaded (1).safetensors"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "layer_xl_fg2ble,          my_bg2ble,     XL_BACKGROUND_TO_BLEND",
        "layer_xl_fgble2bg.subset, my_bgble2fg,   XL_BLEND_TO_FOREGROUND",
        "layer_sd15_fg2bg,         my_bg2fg,      SD15_BACKGROUND_TO_FOREGROUND",
        "vae_transparent_decoder,  a_sd15_decoder, SD15_DECODER",
        "vae_transparent_encoder,  a_sdxl_encoder, XL_ENCODER"
    })
    void the_name_decides_between_files_with_the_same_tensors(String file, String name, LayerFile expected)
            throws IOException {
        assertThat(LayerFileKind.of(put(file, name + ".safetensors"))).containsExactly(expected);
    }

    @Test
    void a_lora_and_a_broken_file_are_none() throws IOException {
        Path lora = new TensorWriter()
                .add("lora_unet_mid_block_attentions_0_proj_in.lora_up.weight", new float[1], 1, 1)
                .write(folder.resolve("lora.safetensors"));
        assertThat(LayerFileKind.of(lora)).isEmpty();
        Files.writeString(folder.resolve("broken.safetensors"), "no");
        assertThat(LayerFileKind.of(folder.resolve("broken.safetensors"))).isEmpty();
    }

    @Test
    void files_are_found_in_the_model_below_it_around_it_and_in_the_roots() throws IOException {
        Path model = Files.createDirectories(folder.resolve("own/model"));
        put("layer_xl_fg2ble", "own/model/a.safetensors");
        put("vae_transparent_decoder", "own/model/layerdiffuse/b.safetensors");
        put("vae_transparent_encoder", "own/layerdiffuse/c.safetensors");
        put("layer_xl_transparent_attn", "root/layerdiffuse/d.safetensors");
        put("layer_sd15_joint", "own/model/e.safetensors");
        LayerFiles files = LayerFiles.of(model, StableDiffusionKind.SDXL, List.of(folder.resolve("root")));
        assertThat(files.files().keySet())
                .containsExactly(
                        LayerFile.XL_FOREGROUND,
                        LayerFile.XL_FOREGROUND_TO_BLEND,
                        LayerFile.XL_DECODER,
                        LayerFile.XL_ENCODER);
        assertThatThrownBy(() -> files.get(LayerFile.XL_BLEND_TO_FOREGROUND))
                .isInstanceOf(WeightsException.class)
                .hasMessage("the file layer_xl_bgble2fg.safetensors of LayerDiffuse is missing: it would go to "
                        + model.resolve("layerdiffuse"));
    }

    @Test
    void a_file_of_the_right_name_with_other_tensors_or_damage_is_named_as_such() throws IOException {
        Path model = Files.createDirectories(folder.resolve("model"));
        Path joint = put("layer_sd15_joint", "model/layerdiffuse/layer_xl_transparent_attn.safetensors");
        Path broken = model.resolve("layerdiffuse/layer_xl_fg2ble.safetensors");
        Files.writeString(broken, "no");
        LayerFiles files = LayerFiles.of(model, StableDiffusionKind.SDXL, List.of());
        assertThatThrownBy(() -> files.get(LayerFile.XL_FOREGROUND))
                .hasMessage("the file " + joint + " is not layer_xl_transparent_attn.safetensors: its tensors are those"
                        + " of layer_sd15_joint.safetensors; put the published file there");
        assertThatThrownBy(() -> files.get(LayerFile.XL_FOREGROUND_TO_BLEND))
                .hasMessageContaining(broken.toString())
                .hasMessageNotContaining("is missing: it would go");
    }

    @Test
    void a_model_says_what_it_can_do_and_where_the_rest_would_go() throws IOException {
        Path model = TinyModels.sd15(folder);
        Files.delete(model.resolve("layerdiffuse/layer_sd15_joint.safetensors"));
        ModelEntry entry = new LayerDiffuseProvider(List.of()).recognise(model).orElseThrow();
        assertThat(entry.abilities().can(Mode.FOREGROUND)).isTrue();
        assertThat(entry.abilities().can(Mode.HARMONISE)).as("XL's").isFalse();
        assertThat(entry.abilities().modes().get(Mode.JOINT))
                .containsExactly(new MissingFile("layer_sd15_joint.safetensors", model.resolve("layerdiffuse")));
        assertThat(entry.abilities().controls().get(Control.Kind.CANNY))
                .containsExactly(new MissingFile("controlnet-canny-sd15", model.resolve("controlnet")));
        assertThat(entry.abilities().trainingSize()).isEqualTo(64);
        assertThat(new LayerDiffuseProvider(List.of()).recognise(folder)).isEmpty();
    }
}
