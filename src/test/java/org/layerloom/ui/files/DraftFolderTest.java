package org.layerloom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.codec.Carried;
import org.layerloom.codec.RandomDesigns;
import org.layerloom.codec.Samples;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.project.ProjectParts;
import org.layerloom.codec.project.ProjectReader;
import org.layerloom.codec.project.ProjectReader.Project;
import org.layerloom.composite.Pictures;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;

class DraftFolderTest {
    private static final Carried CARRIED =
            new Carried(Map.of(), Map.of("effects/1.bin", Bytes.of(new byte[] {1, 2, 3})));

    @TempDir
    Path folder;

    private Path slot;
    private DraftFolder draft;

    @BeforeEach
    void begin() throws IOException {
        slot = Files.createDirectories(folder.resolve("slot"));
        draft = new DraftFolder(slot);
    }

    private void write(Document document, PackedPictures known) throws IOException {
        draft.write(ProjectParts.of(document, CARRIED), known, Map.of());
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.list(slot)) {
            return new TreeSet<>(all.map(path -> path.getFileName().toString()).toList());
        }
    }

    private Document read() throws IOException {
        return new DraftFolder(slot).read().opened().document();
    }

    @Test
    void a_change_costs_the_picture_that_changed_and_the_list_of_layers() throws IOException {
        Document design = Samples.design();
        write(design, PackedPictures.NONE);
        Set<String> before = files();
        Document painted =
                design.with(new LayerId(3), layer -> new PixelLayer(layer.props(), Pictures.random(9, 9, 1)));
        write(painted, PackedPictures.NONE);
        Set<String> fresh = files();
        assertThat(fresh).hasSameSizeAs(before);
        fresh.removeAll(before);
        assertThat(fresh).hasSize(2);
        assertThat(read()).isEqualTo(painted);
    }

    @Test
    void everything_comes_back_and_what_is_carried_too() throws IOException {
        for (long seed = 1; seed <= 6; seed++) {
            write(RandomDesigns.of(seed), PackedPictures.NONE);
            Project read = new DraftFolder(slot).read();
            assertThat(read.opened().document()).isEqualTo(RandomDesigns.of(seed));
            assertThat(read.opened().carried()).isEqualTo(CARRIED);
        }
    }

    @Test
    void pictures_of_the_project_stay_in_its_file_even_when_that_is_replaced() throws IOException {
        Path file = folder.resolve("design.loom");
        new ProjectSave(Samples.design(), Carried.NOTHING, file).write(PackedPictures.NONE, WriteProgress.UNHEARD);
        Project project = ProjectReader.read(KnownFile.of(file), WriteProgress.UNHEARD);
        Document hidden = project.opened()
                .document()
                .with(new LayerId(2), layer -> layer.with(props -> props.withVisible(false)));
        write(hidden, project.packed());
        assertThat(files()).containsExactly("design.json", "entry-1", "entry-2", "project-0");
        new ProjectSave(Document.blank(9, 9), Carried.NOTHING, file).write(PackedPictures.NONE, WriteProgress.UNHEARD);
        assertThat(read()).isEqualTo(hidden);
        write(Document.blank(5, 5), project.packed());
        assertThat(files()).doesNotContain("project-0");
    }

    @Test
    void a_project_that_somebody_changed_is_not_relied_on() throws IOException {
        Path file = folder.resolve("design.loom");
        new ProjectSave(Samples.design(), Carried.NOTHING, file).write(PackedPictures.NONE, WriteProgress.UNHEARD);
        Project project = ProjectReader.read(KnownFile.of(file), WriteProgress.UNHEARD);
        Files.write(file, new byte[50]);
        write(project.opened().document(), project.packed());
        assertThat(read()).isEqualTo(Samples.design());
    }

    @Test
    void what_a_killed_write_left_is_dropped() throws IOException {
        write(Samples.design(), PackedPictures.NONE);
        Files.write(slot.resolve("entry-90"), new byte[5]);
        write(Samples.design().withPrompt("later"), PackedPictures.NONE);
        assertThat(files()).doesNotContain("entry-90");
        assertThat(read().prompt()).isEqualTo("later");
    }

    @Test
    void a_damaged_list_or_entry_ends_in_a_sentence() throws IOException {
        write(Samples.design(), PackedPictures.NONE);
        byte[] list = Files.readAllBytes(slot.resolve("design.json"));
        for (String damaged : new String[] {"", "{", "[1]", "{\"document.json\": {\"file\": \"../../x\"}}"}) {
            Files.writeString(slot.resolve("design.json"), damaged);
            assertThatIOException()
                    .isThrownBy(this::read)
                    .satisfies(
                            e -> assertThat(e.getMessage()).doesNotContain("\n").contains("kept"));
        }
        String far = new String(list, StandardCharsets.UTF_8).replaceFirst("\"bytes\":\\d+", "\"bytes\":200000000");
        Files.writeString(slot.resolve("design.json"), far);
        assertThatIOException().isThrownBy(this::read).withMessageContaining("changed");
    }
}
