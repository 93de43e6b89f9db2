package org.layerloom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.download.Access;
import org.layerloom.download.HashBook;
import org.layerloom.download.KnownModel;
import org.layerloom.download.KnownModels;
import org.layerloom.download.Licence;
import org.layerloom.download.RemoteFile;
import org.layerloom.download.Shelf;

final class ModelFetchTest {
    private static final byte[] BYTES = "what a model is made of".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Cancellation cancellation = new Cancellation();
    private Shelf shelf;
    private ModelFetch fetch;

    @BeforeEach
    void open() throws IOException {
        shelf = new Shelf();
        KnownModel art = KnownModels.ofProgram().find("art").orElseThrow();
        Licence licence = new Licence("MIT", Licence.Terms.PERMISSIVE, false);
        URI page = URI.create("https://example.org/tiny");
        RemoteFile file = new RemoteFile("tiny.safetensors", shelf.address("tiny.safetensors"), BYTES.length, "");
        KnownModel tiny = new KnownModel("sd15", "Tiny", page, licence, "", 0, List.of(), List.of(file));
        Terminal terminal = new Terminal(new PrintStream(out, true), new PrintStream(err, true), false);
        fetch = new ModelFetch(
                new KnownModels(List.of(tiny, art)),
                terminal,
                cancellation,
                Optional.empty(),
                new HashBook(folder.resolve("hashes.json")));
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void without_a_yes_it_says_what_it_would_fetch_and_fetches_nothing() {
        assertThatThrownBy(() -> fetch.fetch("sd15", folder, false, Access.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessage("nothing was fetched: say --yes to agree");
        assertThat(out.toString()).contains("Files to fetch: 1, about 23 B, from 127.0.0.1.", "Licence: MIT");
        assertThat(shelf.requests()).isEmpty();
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void with_a_yes_it_is_fetched_and_its_hash_is_said_and_recorded() throws Exception {
        shelf.will(Shelf.file(BYTES, "\"1\""));
        assertThat(fetch.fetch("sd15", folder, true, Access.NONE)).isEqualTo(ExitCode.DONE);
        Path file = folder.resolve("tiny.safetensors");
        assertThat(file).hasBinaryContent(BYTES);
        String sha256 = fetch.hashes().find(file).orElseThrow().sha256();
        assertThat(out.toString()).contains(sha256 + "  " + file);
        assertThat(err.toString()).contains("Fetching tiny.safetensors: 0 B of 23 B");
        assertThat(fetch.fetch("sd15", folder, true, Access.NONE)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Tiny is there already");
    }

    @Test
    void a_stop_says_that_what_came_is_kept() throws Exception {
        shelf.will(Shelf.file(BYTES, "\"1\""));
        cancellation.request();
        assertThat(fetch.fetch("sd15", folder, true, Access.NONE)).isEqualTo(ExitCode.CANCELLED);
        assertThat(err.toString()).contains("stopped; what came is kept");
        assertThat(shelf.requests()).isEmpty();
    }

    @Test
    void a_place_that_asks_for_a_token_is_told_with_the_variable() {
        shelf.will(Shelf.status(401));
        assertThatThrownBy(() -> fetch.fetch("sd15", folder, true, Access.NONE))
                .hasMessageEndingWith("; set HF_TOKEN to a token");
    }

    @Test
    void models_that_are_not_known_or_not_offered_are_said() throws IOException {
        assertThatThrownBy(() -> fetch.fetch("sdxl", folder, true, Access.NONE))
                .hasMessage("no published model sdxl is known; known are [sd15, art]");
        assertThatThrownBy(() -> fetch.fetch("art", folder, true, Access.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("ART cannot be fetched: ");
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void the_list_says_licence_size_and_page_and_asks_nobody() {
        fetch.list();
        assertThat(out.toString())
                .contains(
                        "sd15\tTiny\t23 B\thttps://example.org/tiny", "Licence: MIT; any use", "art\tART\tnot offered");
        assertThat(shelf.requests()).isEmpty();
    }

    @Test
    void checking_records_what_was_not_known_and_tells_what_changed_since() throws Exception {
        Path file = Files.write(folder.resolve("lora.safetensors"), BYTES);
        HashBook hashes = new HashBook(folder.resolve("hashes.json"));
        Terminal terminal = new Terminal(new PrintStream(out, true), new PrintStream(err, true), false);
        ModelCheck check = new ModelCheck(new KnownModels(List.of()), hashes, terminal, cancellation);
        assertThat(check.check(file)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 files: 0 as published, 0 as recorded, 1 recorded");
        Files.writeString(file, "other");
        assertThat(check.check(file)).isEqualTo(ExitCode.NO_MODEL);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("lora.safetensors: not as recorded");
    }
}
