package org.layerloom.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnownModelsTest {
    private static final KnownModels KNOWN = KnownModels.ofProgram();

    @TempDir
    Path root;

    @Test
    void every_entry_can_be_told_and_asked_for() {
        assertThat(KNOWN.models())
                .extracting(KnownModel::id)
                .doesNotHaveDuplicates()
                .contains("sdxl-base", "art");
        for (KnownModel model : KNOWN.models()) {
            assertThat(model.about()).isNotBlank();
            assertThat(model.terms()).contains(model.licence().name());
            assertThat(model.page().getScheme()).isEqualTo("https");
            assertThat(model.needs()).allMatch(id -> KNOWN.find(id).isPresent());
            for (RemoteFile file : model.files()) {
                assertThatCode(() -> Addresses.check(file.address())).doesNotThrowAnyException();
                assertThat(file.address().toString()).endsWith("/" + file.name());
            }
        }
    }

    @Test
    void licences_that_forbid_or_ask_say_so() {
        KnownModel flux = KNOWN.find("flux-dev").orElseThrow();
        assertThat(flux.terms())
                .contains("not for commercial use")
                .contains("an account")
                .contains("token");
        assertThat(KNOWN.find("art").orElseThrow().isOffered()).isFalse();
    }

    @Test
    void a_statement_says_what_comes_from_where_how_large_under_which_licence_and_where_to() {
        DownloadPlan plan = new DownloadPlan(KNOWN.find("layerdiffuse-sdxl").orElseThrow(), root);
        assertThat(plan.statement())
                .containsExactly(
                        "Files to fetch: 3, about 954 MB, from huggingface.co.",
                        "Licence: CreativeML Open RAIL-M; commercial use is allowed, and the uses that it lists as "
                                + "forbidden are not.",
                        "The files go to " + root.resolve("layerdiffuse") + ".",
                        "Not every hash is known to the program: files are checked against what their place states, "
                                + "and their hashes are recorded.");
    }

    @Test
    void a_model_is_begun_with_its_first_byte_and_there_with_its_last_file() throws IOException {
        KnownModel model = KNOWN.find("layerdiffuse-sdxl").orElseThrow();
        assertThat(model.isBegunIn(root)).isFalse();
        Path folder = Files.createDirectory(root.resolve("layerdiffuse"));
        Files.writeString(folder.resolve("vae_transparent_encoder.safetensors.part"), "some");
        DownloadPlan plan = new DownloadPlan(model, root);
        assertThat(model.isBegunIn(root)).isTrue();
        assertThat(plan.there()).isEqualTo(4);
        assertThat(plan.statement()).contains("4 B of it came before and are gone on with.");
        plan.discardParts();
        assertThat(model.isBegunIn(root)).isFalse();
        for (RemoteFile file : model.files()) {
            Files.writeString(plan.place(file), "x");
        }
        assertThat(model.isIn(root)).isTrue();
        assertThat(plan.missing()).isEmpty();
    }

    @Test
    void missing_files_are_found_in_the_list() {
        assertThat(KNOWN.holding("layer_xl_fg2ble.safetensors"))
                .map(KnownModel::id)
                .contains("layerdiffuse-sdxl-blend");
        assertThat(KNOWN.holding("FLUX.1-dev")).map(KnownModel::id).contains("flux-dev");
        assertThat(KNOWN.holding("controlnet-canny-sdxl")).map(KnownModel::id).contains("controlnet-canny-sdxl");
        assertThat(KNOWN.holding("something.safetensors")).isEmpty();
        assertThat(List.of("config.json", "diffusion_pytorch_model.fp16.safetensors", "layerdiffuse", "sd15"))
                .as("in more than one, or the end of several names")
                .noneMatch(name -> KNOWN.holding(name).isPresent());
    }

    @Test
    void files_stay_in_their_folder_and_hashes_are_hashes() {
        URI address = URI.create("https://example.org/a");
        for (String path : List.of("../a", "a/../../b", "/a", "a//b", "C:\\a", "")) {
            assertThatThrownBy(() -> new RemoteFile(path, address, 0, ""))
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new RemoteFile("a", address, 0, "1234")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RemoteFile("a", address, -1, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
