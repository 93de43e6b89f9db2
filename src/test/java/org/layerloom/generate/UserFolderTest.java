package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Data, settings, log and socket lie where each system's programs keep them.
final class UserFolderTest {
    private static final Path HOME = Path.of("disk", "home");

    @ParameterizedTest
    @CsvSource({
        "Linux, .local/share/layerloom, .config/layerloom, .local/state/layerloom, .local/share/layerloom/run",
        "Mac OS X, Library/Application Support/Layerloom, Library/Application Support/Layerloom, Library/Logs/Layerloom, "
                + "Library/Application Support/Layerloom/run",
        "Windows 11, AppData/Local/Layerloom, AppData/Roaming/Layerloom, AppData/Local/Layerloom/Logs, "
                + "AppData/Local/Layerloom/run"
    })
    void each_system_has_its_usual_places(String system, Path data, Path settings, Path state, Path runtime) {
        UserFolder folder = new UserFolder(system, HOME, Map.of());
        assertThat(folder.data()).isEqualTo(HOME.resolve(data));
        assertThat(folder.settings()).isEqualTo(HOME.resolve(settings));
        assertThat(folder.state()).isEqualTo(HOME.resolve(state));
        assertThat(folder.runtime()).isEqualTo(HOME.resolve(runtime));
    }

    @ParameterizedTest
    @CsvSource({"/x, true", "x, false", "'', false"})
    void absolute_folders_that_the_environment_names_come_first(String named, boolean counts) {
        Map<String, String> all = Map.of(
                "XDG_DATA_HOME", named,
                "XDG_CONFIG_HOME", named,
                "XDG_STATE_HOME", named,
                "XDG_RUNTIME_DIR", named);
        UserFolder folder = new UserFolder("Linux", HOME, all);
        Path own = Path.of("/x", "layerloom");
        assertThat(folder.data().equals(own)).isEqualTo(counts);
        assertThat(folder.settings().equals(own)).isEqualTo(counts);
        assertThat(folder.state().equals(own)).isEqualTo(counts);
        assertThat(folder.runtime().equals(own)).isEqualTo(counts);
    }
}
