package org.layerloom.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Masks;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Watchdog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
class LayerListTest {
    private static final LayerId FOX = new LayerId(1);
    private static final LayerId CAKE = new LayerId(2);

    private LayersOnScreen screen;
    private Editor editor;

    @Start
    void start(Stage stage) {
        screen = new LayersOnScreen(stage);
        editor = screen.editor;
    }

    @Test
    void rowsStandTopmostFirst(FxRobot robot) {
        assertThat(LayersOnScreen.texts(robot, ".lrow .name")).containsExactlyInAnyOrder("Fox", "Cake", "Gifts");
        assertThat(LayersOnScreen.y(robot, "Gifts")).isLessThan(LayersOnScreen.y(robot, "Cake"));
        assertThat(LayersOnScreen.y(robot, "Cake")).isLessThan(LayersOnScreen.y(robot, "Fox"));
    }

    @Test
    void aClickSelectsAndHoverIsLinked(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Cake"));
        assertThat(editor.selectionProperty().get()).isEqualTo(CAKE);
        robot.moveTo(LayersOnScreen.row(robot, "Fox"));
        assertThat(editor.hoveredProperty().get()).isEqualTo(FOX);
        assertThat(LayersOnScreen.cell(robot, "Cake").getAccessibleText())
                .isEqualTo("Layer Cake, visible, opacity 100 percent, Normal, 2 of 3");
    }

    @Test
    void theEyeHidesAndDraggingAlongEyesHidesAllInOneStep(FxRobot robot) {
        robot.drag(LayersOnScreen.eye(robot, "Gifts"), MouseButton.PRIMARY).dropTo(LayersOnScreen.eye(robot, "Cake"));
        assertThat(screen.visible()).containsExactly("Fox");
        assertThat(editor.history().entries()).hasSize(2);
        assertThat(screen.lastLabel()).isEqualTo("Hide 2 layers");
        robot.clickOn(LayersOnScreen.eye(robot, "Gifts"));
        assertThat(screen.lastLabel()).isEqualTo("Show Gifts");
    }

    @Test
    void altClickOnTheEyeShowsOneLayerAlone(FxRobot robot) {
        Node eye = LayersOnScreen.eye(robot, "Cake");
        Point2D at = eye.localToScene(10, 18);
        // The headless platform's robot tells the mouse nothing of held keys.
        robot.interact(() -> Event.fireEvent(
                eye,
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        true,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null)));
        assertThat(screen.visible()).containsExactly("Cake");
    }

    @Test
    void aDragMovesARow(FxRobot robot) throws Exception {
        Node fox = LayersOnScreen.row(robot, "Fox");
        Point2D top = LayersOnScreen.row(robot, "Gifts").localToScreen(60, 4);
        robot.drag(fox, MouseButton.PRIMARY).moveTo(top);
        LayersOnScreen.waitFor(
                () -> robot.lookup(".layer-drop.above").queryAll().size() == 1);
        robot.drop();
        assertThat(screen.names()).containsExactly("Cake", "Gifts", "Fox");
        assertThat(screen.lastLabel()).isEqualTo("Reorder Fox");
        assertThat(editor.selectionProperty().get()).isEqualTo(FOX);
    }

    @Test
    void escDropsADrag(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Fox"));
        robot.drag(LayersOnScreen.row(robot, "Fox"), MouseButton.PRIMARY).moveTo(LayersOnScreen.row(robot, "Gifts"));
        robot.type(KeyCode.ESCAPE).drop();
        assertThat(screen.names()).containsExactly("Fox", "Cake", "Gifts");
    }

    @Test
    void altArrowsMoveTheSelectedRow(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Fox"))
                .press(KeyCode.ALT)
                .type(KeyCode.UP)
                .release(KeyCode.ALT);
        assertThat(screen.names()).containsExactly("Cake", "Fox", "Gifts");
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        assertThat(screen.names()).containsExactly("Fox", "Cake", "Gifts");
    }

    @Test
    void renamingKeepsOnEnterDropsOnEscAndTabGoesOn(FxRobot robot) {
        robot.doubleClickOn(LayersOnScreen.row(robot, "Gifts"));
        robot.write("Presents").type(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("Pie").type(KeyCode.ENTER);
        assertThat(screen.names()).containsExactly("Fox", "Pie", "Presents");
        robot.interact(screen.actions.get("layer-rename")::perform);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("Nothing").type(KeyCode.ESCAPE);
        assertThat(screen.names()).containsExactly("Fox", "Pie", "Presents");
    }

    @Test
    void layersOfOneColourAreSelectedTogether(FxRobot robot) {
        robot.interact(() -> {
            editor.commit("Tag", doc -> doc.with(CAKE, layer -> layer.with(p -> p.withTag(1))));
            editor.select(List.of(FOX));
            screen.actions.get("select-tag").perform();
        });
        assertThat(editor.selected()).containsExactly(CAKE, FOX);
    }

    @Test
    void theMaskIsChosenForPaintingCrossedOutAndLeftWithIt(FxRobot robot) throws Exception {
        robot.clickOn(LayersOnScreen.row(robot, "Cake"));
        robot.interact(() -> editor.commit("Mask", doc -> Masks.addHiding(doc, List.of(CAKE))));
        robot.clickOn(LayersOnScreen.cell(robot, "Cake").pictures().maskPicture());
        assertThat(editor.maskEditedProperty().get()).isTrue();
        robot.clickOn(LayersOnScreen.cell(robot, "Cake").pictures().layerPicture());
        assertThat(editor.maskEditedProperty().get()).isFalse();
        robot.clickOn(LayersOnScreen.cell(robot, "Cake").pictures().maskPicture());
        robot.interact(editor::undo);
        assertThat(editor.maskEditedProperty().get()).isFalse();
    }

    @Test
    void aDragTakesAllSelectedRowsAlong(FxRobot robot) throws Exception {
        robot.interact(() -> editor.select(List.of(FOX, CAKE)));
        Point2D top = LayersOnScreen.row(robot, "Gifts").localToScreen(60, 4);
        robot.drag(LayersOnScreen.row(robot, "Cake"), MouseButton.PRIMARY).moveTo(top);
        LayersOnScreen.waitFor(
                () -> robot.lookup(".layer-drop.above").queryAll().size() == 1);
        robot.drop();
        assertThat(screen.names()).containsExactly("Gifts", "Fox", "Cake");
        assertThat(screen.lastLabel()).isEqualTo("Reorder 2 layers");
        assertThat(editor.selected()).containsExactly(FOX, CAKE);
    }

    @Test
    void arrowsWithShiftSelectARangeAndCtrlASelectsAll(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Gifts"))
                .press(KeyCode.SHIFT)
                .type(KeyCode.DOWN)
                .release(KeyCode.SHIFT);
        assertThat(editor.selected()).containsExactly(new LayerId(3), CAKE);
        robot.type(KeyCode.DOWN);
        assertThat(editor.selected()).containsExactly(FOX);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        assertThat(editor.selected()).containsExactlyInAnyOrder(FOX, CAKE, new LayerId(3));
    }

    @Test
    void aNodeStandsBelowItsRowAndPushesTheNextDown(FxRobot robot) throws Exception {
        Region strip = new Region();
        strip.setMinHeight(100);
        double before = LayersOnScreen.y(robot, "Fox");
        robot.interact(() -> screen.panel.setExtra(CAKE, strip));
        LayersOnScreen.waitFor(() -> LayersOnScreen.y(robot, "Fox") == before + 100);
        assertThat(strip.localToScene(0, 0).getY())
                .isBetween(LayersOnScreen.y(robot, "Cake"), LayersOnScreen.y(robot, "Fox"));
        robot.interact(() -> editor.commit("Hide", doc -> doc.with(CAKE, l -> l.with(p -> p.withVisible(false)))));
        assertThat(strip.getScene()).isNotNull();
        robot.interact(() -> strip.setMinHeight(60));
        LayersOnScreen.waitFor(() -> LayersOnScreen.y(robot, "Fox") == before + 60);
        robot.interact(() -> screen.panel.setExtra(CAKE, null));
        LayersOnScreen.waitFor(() -> LayersOnScreen.y(robot, "Fox") == before);
        assertThat(strip.getScene()).isNull();
    }
}
