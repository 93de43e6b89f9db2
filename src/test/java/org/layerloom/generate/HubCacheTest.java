package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.PaintedGenerator;

/// Models that the hub's own program fetched are found where it keeps them.
final class HubCacheTest {
    private static final String REPOSITORY = "models--some-owner--Fine-Model";

    @TempDir
    private Path hub;

    /// As the cache does it: the files are links into `blobs`.
    private Path snapshot(String commit, long time) throws IOException {
        Path blob = Files.createDirectories(hub.resolve(REPOSITORY).resolve("blobs"))
                .resolve("b" + commit);
        Files.createFile(blob);
        Path folder = Files.createDirectories(
                hub.resolve(REPOSITORY).resolve("snapshots").resolve(commit));
        Files.createSymbolicLink(folder.resolve(PaintedGenerator.MARK), Path.of("../../blobs/b" + commit));
        Files.setLastModifiedTime(folder, FileTime.fromMillis(time));
        return folder;
    }

    private void main(String commit) throws IOException {
        Files.writeString(
                Files.createDirectories(hub.resolve(REPOSITORY).resolve("refs")).resolve("main"), commit + "\n");
    }

    @Test
    void the_snapshot_that_main_refers_to_is_the_model_and_has_the_repositorys_name() throws Exception {
        Path named = snapshot("aaa", 1000);
        snapshot("bbb", 2000);
        main("aaa");
        ModelCatalog catalog = new ModelCatalog(List.of(new PaintedGenerator()), List.of(hub));
        assertThat(catalog.models()).extracting(ModelEntry::folder).containsExactly(named);
        assertThat(catalog.find(hub.resolve(REPOSITORY).toString()).folder()).isEqualTo(named);
        assertThat(HubCache.name(named)).isEqualTo("Fine-Model");
    }

    @Test
    void without_a_reference_that_is_there_the_newest_snapshot_counts() throws IOException {
        snapshot("aaa", 1000);
        Path newest = snapshot("bbb", 2000);
        assertThat(HubCache.children(hub)).containsExactly(newest);
        main("ccc");
        assertThat(HubCache.children(hub)).containsExactly(newest);
    }

    @Test
    void a_repository_without_snapshots_and_other_folders_are_themselves() throws IOException {
        Path empty = Files.createDirectories(hub.resolve(REPOSITORY));
        Path other = Files.createDirectories(hub.resolve("other"));
        assertThat(HubCache.children(hub)).containsExactly(empty, other);
        assertThat(HubCache.name(other)).isEqualTo("other");
        assertThat(HubCache.name(hub.resolve("sd.safetensors"))).isEqualTo("sd");
    }

    @Test
    void the_cache_is_where_its_own_program_looks_for_it() throws IOException {
        Path usual = Files.createDirectories(hub.resolve("home/.cache/huggingface/hub"));
        Path home = Files.createDirectories(hub.resolve("hf/hub"));
        Path named = Files.createDirectories(hub.resolve("named"));
        Path user = hub.resolve("home");
        String hf = home.getParent().toString();
        assertThat(HubCache.find(Map.of(), user)).containsExactly(usual);
        assertThat(HubCache.find(Map.of("HF_HOME", hf), user)).containsExactly(home);
        assertThat(HubCache.find(Map.of("HF_HOME", hf, "HF_HUB_CACHE", named.toString()), user))
                .containsExactly(named);
        assertThat(HubCache.find(Map.of(), hub.resolve("nobody"))).isEmpty();
    }
}
