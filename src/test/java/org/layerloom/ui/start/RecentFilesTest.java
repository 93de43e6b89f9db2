package org.layerloom.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.ui.preferences.Preferences;

final class RecentFilesTest {
    @TempDir
    Path folder;

    @Test
    void a_file_stands_in_the_list_once_the_last_one_first_and_twelve_at_most() {
        List<RecentFile> files = List.of();
        for (int i = 0; i < 20; i++) {
            files = RecentFiles.with(files, new RecentFile("f" + i, i, 1));
        }
        files = RecentFiles.with(files, new RecentFile("f15", 99, 3));
        assertThat(files)
                .hasSize(12)
                .extracting(RecentFile::path)
                .startsWith("f15", "f19", "f18")
                .doesNotHaveDuplicates();
        assertThat(RecentFiles.without(files, "f15").getFirst().path()).isEqualTo("f19");
    }

    @Test
    void the_list_is_there_at_the_next_start() {
        Path settings = folder.resolve("settings.json");
        Preferences first = Preferences.in(settings);
        RecentFiles.note(first, folder.resolve("cake.loom"), List.of());
        first.close();
        assertThat(Preferences.in(settings).get(RecentFiles.SETTING))
                .extracting(RecentFile::path)
                .containsExactly(folder.resolve("cake.loom").toString());
    }

    @Test
    void times_are_said_as_people_do() {
        Instant now = Instant.parse("2026-06-14T12:00:00Z");
        ZoneId zone = ZoneId.of("UTC");
        assertThat(Ago.text(now.minusSeconds(20), now, zone)).isEqualTo("Just now");
        assertThat(Ago.text(now.minusSeconds(60 * 20), now, zone)).isEqualTo("20 minutes ago");
        assertThat(Ago.text(now.minusSeconds(3600), now, zone)).isEqualTo("1 hour ago");
        assertThat(Ago.text(now.minusSeconds(3600 * 20), now, zone)).isEqualTo("Yesterday");
        assertThat(Ago.text(now.minusSeconds(3600 * 24 * 40), now, zone)).contains("2026");
    }

    @Test
    void a_samples_name_comes_from_its_file() {
        assertThat(Sample.name(Path.of("x", "birthday-card.json"))).isEqualTo("Birthday card");
    }
}
