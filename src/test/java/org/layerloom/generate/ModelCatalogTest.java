package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;

/// Where models are looked for, and which one a name means.
final class ModelCatalogTest {
    @TempDir
    private Path disk;

    private ModelCatalog catalog;

    @BeforeEach
    void twoRoots() throws IOException {
        model("own/zebra");
        model("own/apple");
        model("users/apple");
        model("users/melon");
        Files.createDirectories(disk.resolve("own/no-model"));
        catalog = new ModelCatalog(
                List.of(new PaintedGenerator()),
                List.of(disk.resolve("missing"), disk.resolve("own"), disk.resolve("users")));
    }

    private void model(String folder) throws IOException {
        Files.createFile(Files.createDirectories(disk.resolve(folder)).resolve(PaintedGenerator.MARK));
    }

    @Test
    void models_come_root_by_root_in_the_order_of_their_names() {
        assertThat(catalog.models()).extracting(ModelEntry::id).containsExactly("apple", "zebra", "apple", "melon");
    }

    @Test
    void a_root_may_be_a_model_itself() throws IOException {
        model("elsewhere/mine");
        List<Path> more = List.of(disk.resolve("elsewhere/mine"));
        assertThat(catalog.withRoots(more).models()).extracting(ModelEntry::id).endsWith("melon", "mine");
    }

    @Test
    void the_first_model_of_the_first_root_is_the_default() throws ModelException {
        assertThat(catalog.standard().folder()).isEqualTo(disk.resolve("own/apple"));
    }

    @Test
    void an_id_means_the_first_model_of_that_name() throws ModelException {
        assertThat(catalog.find("apple").folder()).isEqualTo(disk.resolve("own/apple"));
    }

    @Test
    void a_path_means_the_model_in_that_folder_wherever_it_lies() throws IOException, ModelException {
        model("elsewhere/mine");
        assertThat(catalog.find(disk.resolve("elsewhere/mine").toString()).id()).isEqualTo("mine");
    }

    @Test
    void an_unknown_name_is_refused_with_the_names_that_there_are() {
        assertThatThrownBy(() -> catalog.find("pear"))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("pear", "apple", "melon");
        assertThatThrownBy(() -> catalog.find("\0")).isInstanceOf(ModelException.class);
    }

    @Test
    void a_folder_without_a_model_is_refused_by_its_path() {
        String folder = disk.resolve("own/no-model").toString();
        assertThatThrownBy(() -> catalog.find(folder))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder);
    }

    @Test
    void without_any_model_the_default_is_refused_with_the_folders_searched() {
        ModelCatalog none = new ModelCatalog(List.of(), List.of(disk));
        assertThatThrownBy(none::standard).isInstanceOf(ModelException.class).hasMessageContaining(disk.toString());
    }

    @Test
    void the_variable_takes_the_place_of_the_programs_own_folder_and_the_users_comes_last() {
        Path own = disk.resolve("own");
        Path user = disk.resolve("users");
        String two = disk.resolve("a") + File.pathSeparator + disk.resolve("b");
        assertThat(ModelRoots.find(two, own.toString(), List.of(own), user))
                .containsExactly(disk.resolve("a"), disk.resolve("b"), user);
        assertThat(ModelRoots.find(" ", null, List.of(disk.resolve("missing"), own), user))
                .containsExactly(own, user);
    }

    @Test
    void an_installed_programs_folder_comes_before_that_of_a_built_one() {
        Path own = disk.resolve("own");
        Path user = disk.resolve("users");
        assertThat(ModelRoots.find(null, own.toString(), List.of(user), user)).containsExactly(own, user);
        assertThat(ModelRoots.find(null, null, List.of(disk.resolve("missing")), user))
                .containsExactly(disk.resolve("missing"), user);
    }
}
