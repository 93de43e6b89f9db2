package org.layerloom.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DownloadQueueTest {
    private static final byte[] BYTES = DownloadTest.bytes(1, 100_000);

    @TempDir
    Path root;

    private final BlockingQueue<DownloadQueue.Event> events = new LinkedBlockingQueue<>();
    private Shelf shelf;
    private HashBook book;
    private DownloadQueue queue;

    @BeforeEach
    void open() throws IOException {
        shelf = new Shelf();
        book = new HashBook(root.resolve("hashes.json"));
        queue = new DownloadQueue(book, event -> {
            if (event.progress().isEmpty()) {
                events.add(event);
            }
        });
    }

    @AfterEach
    void close() {
        queue.close();
        shelf.close();
    }

    private DownloadPlan plan(String id) {
        RemoteFile file = new RemoteFile(id + ".bin", shelf.address(id), BYTES.length, "");
        Licence licence = new Licence("MIT", Licence.Terms.PERMISSIVE, false);
        URI page = URI.create("https://example.org");
        return new DownloadPlan(new KnownModel(id, id, page, licence, "", 0, List.of(), List.of(file)), root);
    }

    private String next() throws InterruptedException {
        DownloadQueue.Event event = events.poll(20, TimeUnit.SECONDS);
        return event.plan().model().id() + " " + event.state();
    }

    @Test
    void one_is_fetched_after_the_other_and_hashes_are_recorded() throws Exception {
        shelf.will(Shelf.file(BYTES, "\"1\""));
        queue.add(plan("a"), Access.NONE);
        queue.add(plan("b"), Access.NONE);
        List<String> all = List.of(next(), next(), next(), next(), next(), next());
        assertThat(all).containsSubsequence("a RUNNING", "a DONE", "b RUNNING", "b DONE");
        assertThat(all).contains("a WAITING", "b WAITING");
        assertThat(book.find(root.resolve("a.bin")).orElseThrow().sha256()).isEqualTo(DownloadTest.sha256(BYTES));
        assertThat(book.find(root.resolve("c.bin"))).isEmpty();
    }

    @Test
    void one_that_waits_is_stopped_without_a_request() throws Exception {
        shelf.will(Shelf.silent(BYTES, "\"1\"", 50_000, 60_000));
        queue.add(plan("a"), Access.NONE);
        assertThat(List.of(next(), next())).containsExactlyInAnyOrder("a WAITING", "a RUNNING");
        queue.add(plan("b"), Access.NONE);
        assertThat(next()).isEqualTo("b WAITING");
        queue.stop("b");
        assertThat(next()).as("while the first still runs").isEqualTo("b STOPPED");
        queue.add(plan("b"), Access.NONE);
        assertThat(next()).as("asked for again").isEqualTo("b WAITING");
        queue.stop("b");
        assertThat(next()).isEqualTo("b STOPPED");
        queue.stop("a");
        assertThat(next()).isEqualTo("a STOPPED");
        assertThat(shelf.requests()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void hashes_that_cannot_be_recorded_make_no_failure_of_files_that_are_there() throws Exception {
        Files.createDirectories(book.file().resolve("in the way"));
        shelf.will(Shelf.file(BYTES, "\"1\""));
        queue.add(plan("a"), Access.NONE);
        assertThat(List.of(next(), next(), next())).containsExactly("a WAITING", "a RUNNING", "a DONE");
        assertThat(root.resolve("a.bin")).hasBinaryContent(BYTES);
    }

    @Test
    void one_that_fails_says_why_and_can_be_asked_for_again() throws Exception {
        shelf.will(Shelf.status(404));
        queue.add(plan("a"), Access.NONE);
        next();
        next();
        DownloadQueue.Event failed = events.poll(20, TimeUnit.SECONDS);
        assertThat(failed.state()).isEqualTo(DownloadQueue.State.FAILED);
        assertThat(failed.problem().orElseThrow()).hasMessageContaining("is not at");
        shelf.will(Shelf.file(BYTES, "\"1\""));
        queue.add(plan("a"), Access.NONE);
        assertThat(List.of(next(), next(), next())).contains("a DONE");
    }
}
