package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
class ToastsTest {
    private Toasts toasts;

    @Start
    void start(Stage stage) {
        toasts = new Toasts();
        Styled.show(stage, new StackPane(toasts), 600, 300, ColorScheme.LIGHT);
    }

    @Test
    void twoAreShownAndAnErrorOutlastsTheOthers(FxRobot robot) {
        robot.interact(() -> {
            toasts.error("The disk is full.");
            toasts.show("One");
            toasts.show("Two");
        });
        assertThat(texts()).containsExactly("The disk is full.", "Two");
    }

    @Test
    void anErrorStaysUntilItIsClosedAndTheRestGoByThemselves(FxRobot robot) throws Exception {
        robot.interact(() -> {
            toasts.error("The disk is full.");
            toasts.show("One");
        });
        WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> texts().equals(List.of("The disk is full.")));
        robot.clickOn(".toast .ibtn");
        assertThat(texts()).isEmpty();
    }

    @Test
    void theOfferIsTakenOnce(FxRobot robot) {
        List<String> done = new ArrayList<>();
        robot.interact(() -> toasts.show(Notice.done("3 layers in 2 s").offering("Undo", () -> done.add("undone"))));
        robot.clickOn("Undo");
        assertThat(done).containsExactly("undone");
        assertThat(texts()).isEmpty();
    }

    private List<String> texts() {
        return toasts.getChildren().stream().map(Node::getAccessibleText).toList();
    }
}
