package org.layerloom.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Watchdog;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({ApplicationExtension.class, Watchdog.class})
class LayersPanelTest {
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
    void deleteSelectsTheRowThatTakesTheDeletedOnesPlace(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Cake")).clickOn("#layer-delete");
        assertThat(screen.names()).containsExactly("Fox", "Gifts");
        assertThat(editor.selected()).containsExactly(FOX);
    }

    @Test
    void aLockedLayerIsNotDeletedAndThatIsTold(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Cake")).clickOn("#lock-all").clickOn("#layer-delete");
        assertThat(screen.names()).containsExactly("Fox", "Cake", "Gifts");
        assertThat(screen.notices).hasSize(1);
        assertThat(robot.lookup("#lock-position").<ToggleButton>query().isSelected())
                .isTrue();
    }

    @Test
    void theSearchLeavesLayersThatMatchAndClearShowsAllAgain(FxRobot robot) {
        robot.interact(screen.actions.get("layer-find")::perform);
        robot.write("FO");
        assertThat(LayersOnScreen.texts(robot, ".lrow .name")).containsExactly("Fox");
        robot.write("zzz");
        assertThat(robot.lookup("No layer matches “FOzzz”").query().isVisible()).isTrue();
        robot.clickOn("Clear");
        assertThat(LayersOnScreen.texts(robot, ".lrow .name")).containsExactlyInAnyOrder("Fox", "Cake", "Gifts");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theMenuHasTheSelectedLayersActionsAndTheirColours(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Cake"))
                .clickOn(LayersOnScreen.row(robot, "Fox"), MouseButton.SECONDARY);
        assertThat(editor.selected()).containsExactly(FOX);
        robot.clickOn("Duplicate layer");
        assertThat(screen.names()).containsExactly("Fox", "Fox copy", "Cake", "Gifts");
    }

    @Test
    void the_menu_ticks_the_colour_that_the_layer_has(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Cake"), MouseButton.SECONDARY);
        List<MenuItem> tags = Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> item instanceof Menu && "Colour tag".equals(item.getText()))
                .flatMap(menu -> ((Menu) menu).getItems().stream())
                .toList();
        assertThat(tags)
                .filteredOn(item -> item.getStyleClass().contains("held"))
                .extracting(MenuItem::getText)
                .containsExactly("Lime");
        robot.interact(() -> tags.get(4).fire());
        assertThat(editor.document().layer(new LayerId(2)).orElseThrow().props().tag())
                .isEqualTo(4);
    }

    @Test
    void theBlendModeIsKeptWithOneStep(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Cake"));
        ComboBox<BlendMode> combo = robot.lookup(".blend-combo").queryComboBox();
        assertThat(combo.getItems()).hasSize(27);
        robot.clickOn(combo).type(KeyCode.DOWN, 3);
        assertThat(screen.mode(CAKE)).isEqualTo(BlendMode.MULTIPLY);
        assertThat(editor.history().entries()).hasSize(1);
        robot.type(KeyCode.ENTER);
        assertThat(editor.history().entries()).hasSize(2);
        assertThat(LayersOnScreen.texts(robot, ".lrow .meta")).contains("Multiply 100 %");
    }

    @Test
    void escInTheBlendMenuGoesBack(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Cake")).clickOn(".blend-combo").type(KeyCode.DOWN, 2);
        robot.type(KeyCode.ESCAPE);
        assertThat(screen.mode(CAKE)).isEqualTo(BlendMode.NORMAL);
        assertThat(editor.history().entries()).hasSize(1);
    }

    @Test
    void opacityIsTypedOrScrubbed(FxRobot robot) throws Exception {
        robot.clickOn(LayersOnScreen.row(robot, "Cake")).clickOn(".num .text-field");
        robot.write("160/2").type(KeyCode.ENTER);
        assertThat(editor.document().layer(CAKE).orElseThrow().props().opacity())
                .isEqualTo(204);
        // The headless toolkit drops a drag that leaves the window.
        robot.drag(".num .prefix", MouseButton.PRIMARY).moveBy(-15, 0).drop();
        WaitForAsyncUtils.waitFor(
                5, TimeUnit.SECONDS, () -> editor.history().entries().size() == 3);
        int percent = Opacity.percent(
                editor.document().layer(CAKE).orElseThrow().props().opacity());
        assertThat(percent).isBetween(60, 70);
        assertThat(screen.lastLabel()).isEqualTo("Opacity of Cake, " + percent + " %");
        assertThat(editor.history().entries()).hasSize(3);
    }

    @Test
    void opacityFillLocksAndModeChangeAllSelectedLayersInOneStep(FxRobot robot) {
        robot.interact(() -> editor.select(List.of(FOX, CAKE)));
        robot.clickOn(".num .text-field").write("50").type(KeyCode.ENTER);
        assertThat(screen.all(props -> props.opacity() == 128)).containsExactly("Fox", "Cake");
        assertThat(screen.lastLabel()).isEqualTo("Opacity of 2 layers, 50 %");
        robot.clickOn("#lock-position");
        assertThat(screen.all(props -> props.locks().position())).containsExactly("Fox", "Cake");
        robot.clickOn(".blend-combo").type(KeyCode.DOWN, 3).type(KeyCode.ENTER);
        assertThat(screen.all(props -> props.blendMode() == BlendMode.MULTIPLY)).containsExactly("Fox", "Cake");
        assertThat(editor.history().entries()).hasSize(4);
    }

    @Test
    void fieldsAreEmptyWhereTheSelectedLayersDiffer(FxRobot robot) {
        robot.interact(() -> {
            editor.commit("Fade", doc -> doc.with(FOX, layer -> layer.with(p -> p.withOpacity(51))));
            editor.select(List.of(FOX, CAKE));
        });
        TextField opacity = robot.lookup(".num .text-field").query();
        assertThat(opacity.getText()).isEmpty();
        robot.clickOn(opacity).write("30").type(KeyCode.ENTER);
        assertThat(screen.all(props -> Opacity.percent(props.opacity()) == 30)).containsExactly("Fox", "Cake");
    }

    @Test
    void aWrongNumberIsMarkedAndNotTaken(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Cake")).clickOn(".num .text-field");
        robot.write("101").type(KeyCode.ENTER);
        assertThat(robot.lookup(".num.error").queryAll()).hasSize(1);
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".num.error").queryAll()).isEmpty();
        assertThat(editor.history().entries()).hasSize(1);
    }

    @Test
    void theBoxsOwnPromptIsOneStep(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Fox"));
        TextArea prompt = robot.lookup(".props .area").query();
        robot.clickOn(prompt).write("a red fox").clickOn(LayersOnScreen.row(robot, "Cake"));
        assertThat(editor.document().region(FOX).orElseThrow().prompt()).isEqualTo("a red fox");
        assertThat(editor.history().entries()).hasSize(2);
    }

    @Test
    void theDiceAsksForThatLayer(FxRobot robot) {
        robot.clickOn(LayersOnScreen.row(robot, "Fox"));
        Node dice = robot.from(LayersOnScreen.cell(robot, "Fox")).lookup(".ibtn").queryAll().stream()
                .filter(node -> "Re-roll Fox".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        robot.clickOn(dice);
        assertThat(screen.rerolled).containsExactly(FOX);
    }

    @Test
    void withoutLayersThereIsANote(FxRobot robot) {
        robot.interact(() -> editor.open(Document.blank(64, 64)));
        assertThat(robot.lookup("No layers yet").query().isVisible()).isTrue();
        assertThat(robot.lookup("Nothing selected").query().getParent().isVisible())
                .isTrue();
    }
}
