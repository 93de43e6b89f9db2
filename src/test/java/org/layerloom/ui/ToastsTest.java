package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.ColorScheme;
import javafx.geometry.Point2D;
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
    void anOfferThatDoesNotComeAgainOutlastsTheOthersToo(FxRobot robot) {
        robot.interact(() -> {
            toasts.show(Notice.done("Cancelled").offering("Keep", () -> {}).staying());
            toasts.show("One");
            toasts.show("Two");
        });
        assertThat(texts()).containsExactly("Cancelled", "Two");
    }

    @Test
    void theOfferIsTakenOnce(FxRobot robot) {
        List<String> done = new ArrayList<>();
        robot.interact(() -> toasts.show(Notice.done("3 layers in 2 s").offering("Undo", () -> done.add("undone"))));
        robot.clickOn("Undo");
        assertThat(done).containsExactly("undone");
        assertThat(texts()).isEmpty();
    }

    @Test
    void severalOffersLieInARowBelowTheText(FxRobot robot) {
        List<String> done = new ArrayList<>();
        String text = "This picture needs about 14.0 GB. 10.5 GB is free on the graphics card. Made at 768 px on the"
                + " longer side and scaled to the page, it would fit.";
        robot.interact(() -> toasts.show(Notice.error(text)
                .offering("Work at 768 px", () -> done.add("smaller"))
                .offering("Start anyway", () -> done.add("anyway"))));
        Point2D first = robot.lookup("Work at 768 px").query().localToScreen(0, 0);
        assertThat(first.getY())
                .isGreaterThan(robot.lookup(text).query().localToScreen(0, 0).getY());
        assertThat(robot.lookup("Start anyway").query().localToScreen(0, 0).getY())
                .isEqualTo(first.getY());
        robot.clickOn("Work at 768 px");
        assertThat(done).containsExactly("smaller");
        assertThat(texts()).isEmpty();
    }

    private List<String> texts() {
        return toasts.getChildren().stream().map(Node::getAccessibleText).toList();
    }
}
