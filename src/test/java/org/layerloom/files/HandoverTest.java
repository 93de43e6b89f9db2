package org.layerloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A second start hands its file to the first, or knows that nobody took it.
final class HandoverTest {
    private static final Duration SHORT = Duration.ofMillis(120);

    @TempDir
    private Path folder;

    private final BlockingQueue<List<Path>> taken = new LinkedBlockingQueue<>();

    @Test
    void a_second_start_hands_its_files_to_the_first() throws InterruptedException {
        Path file = Path.of("/designs/a card\nof Ümit.loom");
        try (Handover first = begin(List.of())) {
            assertThat(first.isDone()).isFalse();
            first.listen(taken::add);
            assertThat(begin(List.of(file)).isDone()).isTrue();
            assertThat(taken.take()).containsExactly(file);
            assertThat(begin(List.of()).isDone()).isTrue();
            assertThat(taken.take()).isEmpty();
        }
    }

    @Test
    void files_that_the_first_does_not_take_any_more_stay_with_the_second() {
        try (Handover first = begin(List.of())) {
            first.listen(files -> false);
            assertThat(Handover.begin(folder, ":0", List.of(Path.of("/a.loom")), SHORT)
                            .isDone())
                    .isFalse();
        }
    }

    @Test
    void a_first_that_hangs_keeps_nobody_waiting() {
        try (Handover first = begin(List.of())) {
            assertThat(first.isDone()).isFalse(); // and it never listens
            assertThat(Handover.begin(folder, ":0", List.of(), SHORT).isDone()).isFalse();
        }
    }

    @Test
    void what_a_start_that_gave_up_wanted_is_not_opened_later() throws InterruptedException {
        Path late = Path.of("/late.loom");
        try (Handover first = begin(List.of())) {
            assertThat(Handover.begin(folder, ":0", List.of(Path.of("/gave up.loom")), SHORT)
                            .isDone())
                    .isFalse();
            first.listen(taken::add); // its window is there at last
            assertThat(begin(List.of(late)).isDone()).isTrue();
            assertThat(taken.take()).containsExactly(late);
            assertThat(taken).isEmpty();
        }
    }

    @Test
    @Timeout(20)
    void where_no_socket_can_be_made_nobody_waits() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("d".repeat(200)));
        try (Handover first = Handover.begin(deep, ":0", List.of(), Duration.ofMinutes(2));
                Handover second = Handover.begin(deep, ":0", List.of(), Duration.ofMinutes(2))) {
            assertThat(first.isDone()).isFalse();
            assertThat(second.isDone()).isFalse();
        }
    }

    @Test
    void the_place_of_a_start_that_ended_is_free_though_its_socket_is_left() {
        begin(List.of()).close();
        assertThat(folder.resolve("window-" + Integer.toHexString(":0".hashCode()) + ".socket"))
                .exists();
        try (Handover next = begin(List.of())) {
            next.listen(taken::add);
            assertThat(begin(List.of()).isDone()).isTrue();
        }
    }

    @Test
    void starts_on_different_screens_know_nothing_of_each_other() {
        try (Handover first = begin(List.of())) {
            first.listen(taken::add);
            try (Handover other = Handover.begin(folder, ":1", List.of(), SHORT)) {
                assertThat(other.isDone()).isFalse();
            }
        }
    }

    @Test
    void where_no_folder_can_be_made_every_start_is_on_its_own() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (Handover alone = Handover.begin(file.resolve("run"), ":0", List.of(), SHORT)) {
            assertThat(alone.isDone()).isFalse();
            alone.listen(taken::add);
        }
    }

    private Handover begin(List<Path> files) {
        return Handover.begin(folder, ":0", files);
    }
}
