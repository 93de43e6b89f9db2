package org.layerloom.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.files.ProgramLog;
import org.layerloom.files.ProgramVersion;
import org.layerloom.ui.Watchdog;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.frame.Sheets;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The Help menu tells which program this is, and what to send with a problem.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class AboutTest {
    @TempDir
    private static Path folder;

    private final Actions actions = new Actions();

    @Start
    void start(Stage stage) {
        Sheets sheets = new Sheets();
        AboutActions about = new AboutActions(sheets, new SimpleStringProperty(""));
        ProgramLog log = new ProgramLog(folder.resolve("layerloom.log"));
        log.add(new IllegalStateException("a secret"));
        about.quote(log);
        about.register(actions);
        stage.setScene(new Scene(sheets, 800, 600));
        stage.show();
    }

    @Test
    void about_names_the_version_of_the_pom(FxRobot robot) {
        robot.interact(actions.get("about")::perform);
        assertThat(robot.lookup("#about-version").queryAs(Labeled.class).getText())
                .endsWith(ProgramVersion.find());
        assertThat(ProgramVersion.find()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void the_report_shows_what_it_tells_and_quotes_messages_when_asked(FxRobot robot) {
        robot.interact(actions.get("report")::perform);
        TextArea text = robot.lookup("#problem-report-text").queryAs(TextArea.class);
        assertThat(text.getText())
                .contains("Layerloom: ", "IllegalStateException")
                .doesNotContain("a secret");
        CheckBox messages = robot.lookup("#problem-report-messages").queryAs(CheckBox.class);
        robot.interact(messages::fire);
        assertThat(text.getText()).contains("IllegalStateException: a secret");
    }
}
