package org.layerloom.ui.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.document.Rect;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Styled;
import org.layerloom.ui.ViewState;
import org.layerloom.ui.Watchdog;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.tools.ToolKind;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Labels of boxes follow the prompt, and change boxes by hand.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class PhraseOverlayTest {
    private static final LayerId LEFT = new LayerId(1);
    private static final LayerId RIGHT = new LayerId(2);

    private final Editor editor = new Editor(Document.blank(400, 200)
            .withPrompt("a fox and a cat")
            .addRegion(new Rect(0, 0, 180, 180))
            .addRegion(new Rect(200, 0, 180, 180)));
    private final ViewState view = new ViewState();
    private PhraseOverlay overlay;

    @Start
    void start(Stage stage) {
        view.toolProperty().set(ToolKind.BOX);
        overlay = new PhraseOverlay(editor, view);
        Styled.show(stage, new VBox(new StackPane(overlay), new PhraseField(editor)), 420, 300, ColorScheme.DARK);
    }

    private String title(LayerId box) {
        return overlay.lookup("#phrase-" + box.value()) instanceof PhraseChip chip
                ? chip.shown().title()
                : "-";
    }

    @Test
    void labels_follow_what_is_typed(FxRobot robot) {
        assertThat(title(LEFT)).isEqualTo("Fox");
        robot.interact(() -> editor.preview(document -> document.withPrompt("an owl")));
        assertThat(title(LEFT)).isEqualTo("Owl");
        assertThat(title(RIGHT)).isEqualTo("-");
    }

    @Test
    void a_label_that_is_dragged_changes_places_in_one_step(FxRobot robot) {
        drag(robot, centre(robot), new Point2D(180, 0));
        assertThat(title(LEFT)).isEqualTo("Cat");
        assertThat(title(RIGHT)).isEqualTo("Fox");
        assertThat(editor.document().prompt()).isEqualTo("a fox and a cat");
        robot.interact(editor::undo);
        assertThat(title(LEFT)).isEqualTo("Fox");
    }

    @Test
    void a_label_let_go_beside_the_boxes_stays(FxRobot robot) {
        drag(robot, centre(robot), new Point2D(0, 60));
        assertThat(title(LEFT)).isEqualTo("Fox");
        assertThat(editor.history().entries()).hasSize(1);
    }

    @Test
    void a_drag_that_is_cancelled_puts_the_label_back_among_the_others(FxRobot robot) {
        PhraseChip chip = (PhraseChip) overlay.lookup("#phrase-1");
        robot.interact(() -> {
            chip.fireEvent(at(MouseEvent.MOUSE_PRESSED, 5));
            chip.fireEvent(at(MouseEvent.MOUSE_DRAGGED, 60));
            assertThat(chip.getViewOrder()).isNegative();
            assertThat(overlay.cancel()).isTrue();
        });
        assertThat(chip.getViewOrder()).isZero();
        assertThat(title(LEFT)).isEqualTo("Fox");
    }

    private static MouseEvent at(EventType<MouseEvent> type, double x) {
        PickResult nothing = new PickResult(null, x, 5);
        return new MouseEvent(
                type,
                x,
                5,
                x,
                5,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                false,
                nothing);
    }

    @Test
    void the_menu_of_a_label_gives_and_takes_phrases(FxRobot robot) throws TimeoutException {
        robot.clickOn("#phrase-1");
        robot.clickOn(inMenu(robot, "Cat"));
        assertThat(title(LEFT)).isEqualTo("Cat");
        robot.clickOn("#box-phrase");
        robot.clickOn(inMenu(robot, "No phrase"));
        assertThat(editor.document().region(LEFT).orElseThrow().link()).isEqualTo(new Link.Nothing());
        assertThat(title(LEFT)).isEqualTo("No phrase");
        assertThat(title(RIGHT)).isEqualTo("Fox");
    }

    @Test
    void keys_step_through_the_phrases(FxRobot robot) {
        Actions actions = new Actions();
        new PhraseActions(editor).register(actions);
        assertThat(actions.get("phrase-next").isEnabled()).isFalse();
        robot.interact(() -> {
            editor.selectionProperty().set(LEFT);
            actions.get("phrase-next").perform();
        });
        assertThat(title(LEFT)).isEqualTo("Cat");
        robot.interact(() -> actions.get("phrase-automatic").perform());
        assertThat(editor.document().region(LEFT).orElseThrow().link()).isEqualTo(new Link.Automatic());
    }

    @Test
    void a_box_with_its_own_prompt_shows_that(FxRobot robot) {
        robot.interact(() -> editor.commit(
                "Own", document -> document.withRegion(LEFT, region -> region.withPrompt("an owl at night"))));
        assertThat(title(LEFT)).isEqualTo("an owl at night");
    }

    private Point2D centre(FxRobot robot) {
        PhraseChip chip = (PhraseChip) overlay.lookup("#phrase-1");
        return chip.localToScreen(chip.getWidth() / 2, chip.getHeight() / 2);
    }

    /// Waits for the open menu's line of that text: labels of boxes may have the same.
    private static Label inMenu(FxRobot robot, String text) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> menuLabels(robot, text).findAny().isPresent());
        return menuLabels(robot, text).findAny().orElseThrow();
    }

    private static Stream<Label> menuLabels(FxRobot robot, String text) {
        return robot.lookup(text).queryAll().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> label.getScene().getWindow() instanceof PopupWindow);
    }

    private static void drag(FxRobot robot, Point2D from, Point2D by) {
        put(robot, from);
        robot.press(MouseButton.PRIMARY);
        put(robot, from.add(by.multiply(0.5)));
        put(robot, from.add(by));
        robot.release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void put(FxRobot robot, Point2D point) {
        robot.robotContext().getMouseRobot().move(point);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
