package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.files.Handover;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A file that a second start was given is opened by the window that is there, and by nobody once it is gone.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class LaterStartsTest {
    @TempDir
    private Path folder;

    private final List<Path> opened = new ArrayList<>();
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        stage.show();
    }

    @Test
    void the_open_window_takes_the_file_of_a_second_start(FxRobot robot) {
        Path file = Path.of("/designs/card.loom");
        try (Handover first = Handover.begin(folder, "", List.of())) {
            first.listen(new LaterStarts(stage, opened::add));
            robot.interact(() -> stage.setIconified(true));
            assertThat(Handover.begin(folder, "", List.of(file)).isDone()).isTrue();
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(opened).containsExactly(file);
            assertThat(stage.isIconified()).isFalse();
        }
    }

    @Test
    void a_window_that_is_gone_takes_nothing(FxRobot robot) {
        LaterStarts taker = new LaterStarts(stage, opened::add);
        robot.interact(stage::hide);
        assertThat(taker.take(List.of(Path.of("/designs/card.loom")))).isFalse();
        assertThat(opened).isEmpty();
    }
}
