package org.layerloom.pipeline.layerdiffuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.generate.ModelAddition;
import org.layerloom.generate.ModelAddition.BaseModel;
import org.layerloom.generate.ModelAddition.Kind;
import org.layerloom.generate.ModelAddition.Problem;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.weights.SafeTensorsFile;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.TensorWriter;

/// What lies loose among models is told by what is in it.
final class AdditionsTest {
    private static final String KOHYA = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn2_to_k";
    private static final Path SOURCE = GoldenTensors.layerDiffuse().resolve("layerdiffuse");

    @TempDir
    private Path root;

    private ModelAddition only() {
        List<ModelAddition> found = catalog().additions();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private ModelCatalog catalog() {
        return new ModelCatalog(List.of(new LayerDiffuseProvider(List.of(root))), List.of(root));
    }

    private Path lora(String name, int width) throws IOException {
        return new TensorWriter()
                .add(name + ".lora_up.weight", new float[4], 4, 1)
                .add(name + ".lora_down.weight", new float[width], 1, width)
                .write(root.resolve("a.safetensors"));
    }

    @ParameterizedTest
    @CsvSource({"768, SD15", "1024, SD2", "2048, SDXL"})
    void a_lora_is_for_the_model_whose_prompts_have_its_width(int width, BaseModel base) throws IOException {
        lora(KOHYA, width);
        assertThat(only().kind()).isEqualTo(Kind.LORA);
        assertThat(only().bases()).containsExactly(base);
        assertThat(only().lack(List.of())).isNotEmpty();
    }

    @Test
    void a_lora_of_fluxs_blocks_is_for_flux_and_one_of_neither_does_not_say() throws IOException {
        lora("lora_unet_double_blocks_0_img_attn_proj", 3072);
        assertThat(only().bases()).containsExactly(BaseModel.FLUX);
        lora("lora_unet_mid_block_attentions_0_proj_in", 1280);
        assertThat(only().bases()).isEmpty();
    }

    @Test
    void changes_of_another_kind_and_broken_files_say_so() throws IOException {
        new TensorWriter()
                .add("lora_unet_mid_block_attentions_0_proj_in.hada_w1_a", new float[4], 4, 1)
                .write(root.resolve("a.safetensors"));
        assertThat(only().problem()).isEqualTo(Problem.OTHER_CHANGES);
        Files.writeString(root.resolve("a.safetensors"), "<html>");
        assertThat(only().problem()).isEqualTo(Problem.BROKEN);
    }

    @Test
    void a_licence_in_the_file_is_told() throws IOException {
        String name = KOHYA + ".lora_up.weight";
        SafeTensorsFile.write(
                root.resolve("a.safetensors"),
                "{\"__metadata__\":{\"modelspec.license\":\"CC-BY-4.0\"},\"" + name
                        + "\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]}}",
                SafeTensorsFile.floats(1));
        assertThat(only().licence()).isEqualTo("CC-BY-4.0");
    }

    @Test
    void files_of_layerdiffuse_are_told_and_those_that_are_not_looked_for_say_so() throws IOException {
        Files.copy(SOURCE.resolve("layer_xl_fg2ble.safetensors"), root.resolve("patch.safetensors"));
        Path patch = root.resolve("patch.safetensors");
        assertThat(only()).isEqualTo(new ModelAddition(patch, Kind.LAYER_PATCH, Set.of(BaseModel.SDXL)));
        Files.createDirectories(root.resolve("aside"));
        Files.move(root.resolve("patch.safetensors"), root.resolve("aside/patch.safetensors"));
        assertThat(only().problem()).isEqualTo(Problem.ASIDE);
        Files.move(root.resolve("aside"), root.resolve("layerdiffuse"));
        assertThat(only().problem()).isEqualTo(Problem.NONE);
    }

    @Test
    void a_single_file_that_was_added_is_found_by_the_models_that_it_is_for() throws IOException {
        Path file = Files.copy(SOURCE.resolve("layer_xl_fg2ble.safetensors"), root.resolve("patch.safetensors"));
        Path model = Files.createDirectories(root.resolve("elsewhere/models/model"));
        LayerFiles files = LayerFiles.of(model, StableDiffusionKind.SDXL, List.of(file));
        assertThat(files.has(LayerFile.XL_FOREGROUND_TO_BLEND)).isTrue();
    }

    @Test
    void a_controlnet_is_its_folder_whose_name_says_what_its_pictures_are() throws IOException {
        Path folder = Files.createDirectories(root.resolve("controlnet/my-net"));
        Files.writeString(folder.resolve("config.json"), "{\"_class_name\":\"ControlNetModel\"}");
        assertThat(only().kind()).isEqualTo(Kind.CONTROL_NET);
        assertThat(only().bases()).containsExactly(BaseModel.SD15);
        assertThat(only().problem()).isEqualTo(Problem.UNNAMED_CONTROL);
        Files.move(folder, root.resolve("controlnet/my-canny"));
        assertThat(only().problem()).isEqualTo(Problem.NONE);
    }
}
