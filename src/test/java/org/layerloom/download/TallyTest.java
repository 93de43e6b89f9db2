package org.layerloom.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TallyTest {
    private static final long MEGABYTE = 1_000_000;

    private final AtomicLong nanos = new AtomicLong(1);
    private final List<DownloadProgress> told = new ArrayList<>();

    private Tally tally(long... sizes) {
        List<RemoteFile> files = new ArrayList<>();
        for (long size : sizes) {
            files.add(new RemoteFile("f" + files.size(), URI.create("https://example.org/f"), size, ""));
        }
        return new Tally(files, told::add, nanos::get);
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void the_time_left_is_that_of_the_present_pace() {
        Tally tally = tally(100 * MEGABYTE);
        tally.begin(0, "f0", 0);
        for (int i = 0; i <= 100; i++) {
            tally.at(i * MEGABYTE / 2);
            pass(500);
        }
        assertThat(told.getFirst().left()).isEmpty();
        assertThat(told.getLast().left().orElseThrow()).isBetween(Duration.ofSeconds(49), Duration.ofSeconds(52));
        assertThat(told.getLast().fraction()).isEqualTo(0.5);
    }

    @Test
    void what_came_at_an_earlier_start_counts_as_done_and_not_as_pace() {
        Tally tally = tally(100 * MEGABYTE);
        tally.begin(0, "f0", 90 * MEGABYTE);
        for (int i = 0; i <= 6; i++) {
            tally.at(90 * MEGABYTE + i * MEGABYTE);
            pass(1000);
        }
        assertThat(told.getFirst().done()).isEqualTo(90 * MEGABYTE);
        assertThat(told.getLast().left().orElseThrow()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void it_is_told_ten_times_a_second_at_most() {
        Tally tally = tally(MEGABYTE);
        tally.begin(0, "f0", 0);
        for (int i = 0; i < 1000; i++) {
            tally.at(i);
            pass(1);
        }
        assertThat(told).hasSizeBetween(9, 12);
    }

    @Test
    void a_size_that_the_server_tells_takes_the_place_of_the_listed_one() {
        Tally tally = tally(100, 0);
        tally.begin(0, "f0", 0);
        tally.size(110);
        tally.end(110);
        assertThat(told.getLast().total()).isEqualTo(110);
        tally.begin(1, "f1", 0);
        tally.size(40);
        tally.end(40);
        assertThat(told.getLast().done())
                .isEqualTo(150)
                .isEqualTo(told.getLast().total());
    }
}
