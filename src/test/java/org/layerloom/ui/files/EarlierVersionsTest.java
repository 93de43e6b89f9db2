package org.layerloom.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.files.AtomicFiles;

class EarlierVersionsTest {
    @TempDir
    Path folder;

    private void save(EarlierVersions versions, String text) throws IOException {
        EarlierVersions.Replaced before = versions.hold(project());
        AtomicFiles.write(project(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        before.keep();
    }

    private Path project() {
        return folder.resolve("design.loom");
    }

    private List<String> texts(EarlierVersions versions) throws IOException {
        List<String> texts = new java.util.ArrayList<>();
        for (EarlierVersions.Version version : versions.of(project())) {
            texts.add(Files.readString(version.file()));
        }
        return texts;
    }

    @Test
    void the_last_versions_are_kept_and_no_more() throws IOException {
        EarlierVersions versions = new EarlierVersions(folder.resolve("versions"), () -> 3);
        for (int i = 1; i <= 6; i++) {
            save(versions, "version " + i);
        }
        assertThat(texts(versions)).containsExactly("version 5", "version 4", "version 3");
        assertThat(project()).hasContent("version 6");
    }

    @Test
    void the_versions_of_a_project_that_a_link_leads_to_are_the_old_files() throws IOException {
        Path real = Files.createDirectory(folder.resolve("shared")).resolve("real.loom");
        Files.writeString(real, "one");
        try {
            Files.createSymbolicLink(project(), Path.of("shared/real.loom"));
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("no symbolic links here");
        }
        EarlierVersions versions = new EarlierVersions(folder.resolve("versions"), () -> 3);
        save(versions, "two");
        save(versions, "three");
        assertThat(texts(versions)).containsExactly("two", "one");
        assertThat(real).hasContent("three");
    }

    @Test
    void a_save_that_fails_leaves_no_version() throws IOException {
        EarlierVersions versions = new EarlierVersions(folder.resolve("versions"), () -> 3);
        save(versions, "one");
        versions.hold(project()).drop();
        assertThat(texts(versions)).isEmpty();
        assertThat(project()).hasContent("one");
    }

    @Test
    void where_none_are_wanted_none_are_kept() throws IOException {
        EarlierVersions versions = new EarlierVersions(folder.resolve("versions"), () -> 0);
        save(versions, "one");
        save(versions, "two");
        assertThat(texts(versions)).isEmpty();
        assertThat(folder.resolve("versions")).doesNotExist();
    }

    @Test
    void a_save_goes_on_where_versions_cannot_be_kept() throws IOException {
        Path taken = Files.writeString(folder.resolve("file"), "where the folder should be");
        EarlierVersions versions = new EarlierVersions(taken, () -> 3);
        save(versions, "one");
        save(versions, "two");
        assertThat(project()).hasContent("two");
    }

    @Test
    void a_version_tells_whose_it_is_and_stays_while_the_project_does() throws IOException {
        EarlierVersions versions = new EarlierVersions(folder.resolve("versions"), () -> 3);
        save(versions, "one");
        save(versions, "two");
        Path kept = versions.of(project()).getFirst().file().getParent();
        assertThat(VersionsOwner.read(kept)).contains(VersionsOwner.of(project()));
        versions.clearDeleted();
        assertThat(texts(versions)).containsExactly("one");
        Files.delete(project());
        versions.clearDeleted();
        assertThat(texts(versions)).containsExactly("one");
        assertThat(VersionsOwner.read(kept).orElseThrow().missing()).isPresent();
    }
}
