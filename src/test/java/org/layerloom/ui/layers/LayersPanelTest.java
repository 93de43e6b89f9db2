package org.layerloom.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.ColorScheme;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.edit.Masks;
import org.layerloom.ui.Editor;
import org.layerloom.ui.Notice;
import org.layerloom.ui.Styled;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.layer.LayerActions;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LayersPanelTest {
    private static final LayerId FOX = new LayerId(1);
    private static final LayerId CAKE = new LayerId(2);

    private final List<LayerId> rerolled = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Actions actions = new Actions();
    private Editor editor;
    private LayersPanel panel;

    @Start
    void start(Stage stage) {
        Document document = Document.blank(64, 64)
                .addRegion(new Rect(0, 0, 32, 32))
                .add(layer(1, "Fox"))
                .add(layer(2, "Cake"))
                .add(layer(3, "Gifts"));
        editor = new Editor(document);
        panel = new LayersPanel(editor);
        panel.setOnReroll(rerolled::add);
        LayerActions edits = new LayerActions(editor, notices::add);
        edits.registerEdit(actions);
        edits.registerLayer(actions, panel::renameSelected);
        panel.register(actions);
        panel.setActions(actions);
        panel.getStyleClass().add("side");
        Styled.show(stage, panel, 312, 640, ColorScheme.DARK);
    }

    private static PixelLayer layer(int id, String name) {
        LayerProps props = LayerProps.named(new LayerId(id), name)
                .withTag(id)
                .withRecipe(new Recipe("a party", 7, "model-1@12345678"));
        return new PixelLayer(props, Raster.filled(20, 20, 0xFF000000 | id * 0x503010));
    }

    @Test
    void rowsStandTopmostFirst(FxRobot robot) {
        assertThat(texts(robot, ".lrow .name")).containsExactlyInAnyOrder("Fox", "Cake", "Gifts");
        assertThat(y(robot, "Gifts")).isLessThan(y(robot, "Cake"));
        assertThat(y(robot, "Cake")).isLessThan(y(robot, "Fox"));
    }

    @Test
    void aClickSelectsAndHoverIsLinked(FxRobot robot) {
        robot.clickOn(row(robot, "Cake"));
        assertThat(editor.selectionProperty().get()).isEqualTo(CAKE);
        robot.moveTo(row(robot, "Fox"));
        assertThat(editor.hoveredProperty().get()).isEqualTo(FOX);
        assertThat(cell(robot, "Cake").getAccessibleText())
                .isEqualTo("Layer Cake, visible, opacity 100 percent, Normal, 2 of 3");
    }

    @Test
    void theEyeHidesAndDraggingAlongEyesHidesAllInOneStep(FxRobot robot) {
        robot.drag(eye(robot, "Gifts"), MouseButton.PRIMARY).dropTo(eye(robot, "Cake"));
        assertThat(visible()).containsExactly("Fox");
        assertThat(editor.history().entries()).hasSize(2);
        assertThat(lastLabel()).isEqualTo("Hide 2 layers");
        robot.clickOn(eye(robot, "Gifts"));
        assertThat(lastLabel()).isEqualTo("Show Gifts");
    }

    @Test
    void altClickOnTheEyeShowsOneLayerAlone(FxRobot robot) {
        Node eye = eye(robot, "Cake");
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
        assertThat(visible()).containsExactly("Cake");
    }

    @Test
    void aDragMovesARow(FxRobot robot) throws Exception {
        Node fox = row(robot, "Fox");
        Point2D top = row(robot, "Gifts").localToScreen(60, 4);
        robot.drag(fox, MouseButton.PRIMARY).moveTo(top);
        waitFor(() -> robot.lookup(".layer-drop.above").queryAll().size() == 1);
        robot.drop();
        assertThat(names()).containsExactly("Cake", "Gifts", "Fox");
        assertThat(lastLabel()).isEqualTo("Reorder Fox");
        assertThat(editor.selectionProperty().get()).isEqualTo(FOX);
    }

    @Test
    void escDropsADrag(FxRobot robot) {
        robot.clickOn(row(robot, "Fox"));
        robot.drag(row(robot, "Fox"), MouseButton.PRIMARY).moveTo(row(robot, "Gifts"));
        robot.type(KeyCode.ESCAPE).drop();
        assertThat(names()).containsExactly("Fox", "Cake", "Gifts");
    }

    @Test
    void altArrowsMoveTheSelectedRow(FxRobot robot) {
        robot.clickOn(row(robot, "Fox")).press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        assertThat(names()).containsExactly("Cake", "Fox", "Gifts");
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        assertThat(names()).containsExactly("Fox", "Cake", "Gifts");
    }

    @Test
    void renamingKeepsOnEnterDropsOnEscAndTabGoesOn(FxRobot robot) {
        robot.doubleClickOn(row(robot, "Gifts"));
        robot.write("Presents").type(KeyCode.TAB);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("Pie").type(KeyCode.ENTER);
        assertThat(names()).containsExactly("Fox", "Pie", "Presents");
        robot.interact(actions.get("layer-rename")::perform);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("Nothing").type(KeyCode.ESCAPE);
        assertThat(names()).containsExactly("Fox", "Pie", "Presents");
    }

    @Test
    void deleteSelectsTheRowThatTakesTheDeletedOnesPlace(FxRobot robot) {
        robot.clickOn(row(robot, "Cake")).clickOn("#layer-delete");
        assertThat(names()).containsExactly("Fox", "Gifts");
        assertThat(editor.selected()).containsExactly(FOX);
    }

    @Test
    void aLockedLayerIsNotDeletedAndThatIsTold(FxRobot robot) {
        robot.clickOn(row(robot, "Cake")).clickOn("#lock-all").clickOn("#layer-delete");
        assertThat(names()).containsExactly("Fox", "Cake", "Gifts");
        assertThat(notices).hasSize(1);
        assertThat(robot.lookup("#lock-position").<ToggleButton>query().isSelected())
                .isTrue();
    }

    @Test
    void theSearchLeavesLayersThatMatchAndClearShowsAllAgain(FxRobot robot) {
        robot.interact(actions.get("layer-find")::perform);
        robot.write("FO");
        assertThat(texts(robot, ".lrow .name")).containsExactly("Fox");
        robot.write("zzz");
        assertThat(robot.lookup("No layer matches “FOzzz”").query().isVisible()).isTrue();
        robot.clickOn("Clear");
        assertThat(texts(robot, ".lrow .name")).containsExactlyInAnyOrder("Fox", "Cake", "Gifts");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theMenuHasTheSelectedLayersActionsAndTheirColours(FxRobot robot) {
        robot.clickOn(row(robot, "Cake")).clickOn(row(robot, "Fox"), MouseButton.SECONDARY);
        assertThat(editor.selected()).containsExactly(FOX);
        robot.clickOn("Duplicate layer");
        assertThat(names()).containsExactly("Fox", "Fox copy", "Cake", "Gifts");
    }

    @Test
    void layersOfOneColourAreSelectedTogether(FxRobot robot) {
        robot.interact(() -> {
            editor.commit("Tag", doc -> doc.with(CAKE, layer -> layer.with(p -> p.withTag(1))));
            editor.select(List.of(FOX));
            actions.get("select-tag").perform();
        });
        assertThat(editor.selected()).containsExactly(CAKE, FOX);
    }

    @Test
    void theMaskIsChosenForPaintingCrossedOutAndLeftWithIt(FxRobot robot) throws Exception {
        robot.clickOn(row(robot, "Cake"));
        robot.interact(() -> editor.commit("Mask", doc -> Masks.addHiding(doc, List.of(CAKE))));
        robot.clickOn(cell(robot, "Cake").pictures().maskPicture());
        assertThat(editor.maskEditedProperty().get()).isTrue();
        robot.clickOn(cell(robot, "Cake").pictures().layerPicture());
        assertThat(editor.maskEditedProperty().get()).isFalse();
        robot.clickOn(cell(robot, "Cake").pictures().maskPicture());
        robot.interact(editor::undo);
        assertThat(editor.maskEditedProperty().get()).isFalse();
    }

    @Test
    void theBlendModeIsKeptWithOneStep(FxRobot robot) {
        robot.clickOn(row(robot, "Cake"));
        ComboBox<BlendMode> combo = robot.lookup(".blend-combo").queryComboBox();
        assertThat(combo.getItems()).hasSize(27);
        robot.clickOn(combo).type(KeyCode.DOWN, 3);
        assertThat(mode(CAKE)).isEqualTo(BlendMode.MULTIPLY);
        assertThat(editor.history().entries()).hasSize(1);
        robot.type(KeyCode.ENTER);
        assertThat(editor.history().entries()).hasSize(2);
        assertThat(texts(robot, ".lrow .meta")).contains("Multiply 100 %");
    }

    @Test
    void escInTheBlendMenuGoesBack(FxRobot robot) {
        robot.clickOn(row(robot, "Cake")).clickOn(".blend-combo").type(KeyCode.DOWN, 2);
        robot.type(KeyCode.ESCAPE);
        assertThat(mode(CAKE)).isEqualTo(BlendMode.NORMAL);
        assertThat(editor.history().entries()).hasSize(1);
    }

    @Test
    void opacityIsTypedOrScrubbed(FxRobot robot) throws Exception {
        robot.clickOn(row(robot, "Cake")).clickOn(".num .text-field");
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
        assertThat(lastLabel()).isEqualTo("Opacity of Cake, " + percent + " %");
        assertThat(editor.history().entries()).hasSize(3);
    }

    @Test
    void opacityFillLocksAndModeChangeAllSelectedLayersInOneStep(FxRobot robot) {
        robot.interact(() -> editor.select(List.of(FOX, CAKE)));
        robot.clickOn(".num .text-field").write("50").type(KeyCode.ENTER);
        assertThat(all(props -> props.opacity() == 128)).containsExactly("Fox", "Cake");
        assertThat(lastLabel()).isEqualTo("Opacity of 2 layers, 50 %");
        robot.clickOn("#lock-position");
        assertThat(all(props -> props.locks().position())).containsExactly("Fox", "Cake");
        robot.clickOn(".blend-combo").type(KeyCode.DOWN, 3).type(KeyCode.ENTER);
        assertThat(all(props -> props.blendMode() == BlendMode.MULTIPLY)).containsExactly("Fox", "Cake");
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
        assertThat(all(props -> Opacity.percent(props.opacity()) == 30)).containsExactly("Fox", "Cake");
    }

    @Test
    void aDragTakesAllSelectedRowsAlong(FxRobot robot) throws Exception {
        robot.interact(() -> editor.select(List.of(FOX, CAKE)));
        Point2D top = row(robot, "Gifts").localToScreen(60, 4);
        robot.drag(row(robot, "Cake"), MouseButton.PRIMARY).moveTo(top);
        waitFor(() -> robot.lookup(".layer-drop.above").queryAll().size() == 1);
        robot.drop();
        assertThat(names()).containsExactly("Gifts", "Fox", "Cake");
        assertThat(lastLabel()).isEqualTo("Reorder 2 layers");
        assertThat(editor.selected()).containsExactly(FOX, CAKE);
    }

    @Test
    void arrowsWithShiftSelectARangeAndCtrlASelectsAll(FxRobot robot) {
        robot.clickOn(row(robot, "Gifts")).press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertThat(editor.selected()).containsExactly(new LayerId(3), CAKE);
        robot.type(KeyCode.DOWN);
        assertThat(editor.selected()).containsExactly(FOX);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        assertThat(editor.selected()).containsExactlyInAnyOrder(FOX, CAKE, new LayerId(3));
    }

    @Test
    void aWrongNumberIsMarkedAndNotTaken(FxRobot robot) {
        robot.clickOn(row(robot, "Cake")).clickOn(".num .text-field");
        robot.write("101").type(KeyCode.ENTER);
        assertThat(robot.lookup(".num.error").queryAll()).hasSize(1);
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".num.error").queryAll()).isEmpty();
        assertThat(editor.history().entries()).hasSize(1);
    }

    @Test
    void theBoxsOwnPromptIsOneStep(FxRobot robot) {
        robot.clickOn(row(robot, "Fox"));
        TextArea prompt = robot.lookup(".props .area").query();
        robot.clickOn(prompt).write("a red fox").clickOn(row(robot, "Cake"));
        assertThat(editor.document().region(FOX).orElseThrow().prompt()).isEqualTo("a red fox");
        assertThat(editor.history().entries()).hasSize(2);
    }

    @Test
    void theDiceAsksForThatLayer(FxRobot robot) {
        robot.clickOn(row(robot, "Fox"));
        Node dice = robot.from(cell(robot, "Fox")).lookup(".ibtn").queryAll().stream()
                .filter(node -> "Re-roll Fox".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
        robot.clickOn(dice);
        assertThat(rerolled).containsExactly(FOX);
    }

    @Test
    void aNodeStandsBelowItsRowAndPushesTheNextDown(FxRobot robot) throws Exception {
        Region strip = new Region();
        strip.setMinHeight(100);
        double before = y(robot, "Fox");
        robot.interact(() -> panel.setExtra(CAKE, strip));
        waitFor(() -> y(robot, "Fox") == before + 100);
        assertThat(strip.localToScene(0, 0).getY()).isBetween(y(robot, "Cake"), y(robot, "Fox"));
        robot.interact(() -> editor.commit("Hide", doc -> doc.with(CAKE, l -> l.with(p -> p.withVisible(false)))));
        assertThat(strip.getScene()).isNotNull();
        robot.interact(() -> strip.setMinHeight(60));
        waitFor(() -> y(robot, "Fox") == before + 60);
        robot.interact(() -> panel.setExtra(CAKE, null));
        waitFor(() -> y(robot, "Fox") == before);
        assertThat(strip.getScene()).isNull();
    }

    @Test
    void withoutLayersThereIsANote(FxRobot robot) {
        robot.interact(() -> editor.open(Document.blank(64, 64)));
        assertThat(robot.lookup("No layers yet").query().isVisible()).isTrue();
        assertThat(robot.lookup("Nothing selected").query().getParent().isVisible())
                .isTrue();
    }

    private List<String> names() {
        return editor.document().layers().stream().map(Layer::name).toList();
    }

    private List<String> visible() {
        return editor.document().layers().stream()
                .filter(layer -> layer.props().visible())
                .map(Layer::name)
                .toList();
    }

    private List<String> all(Predicate<LayerProps> question) {
        return editor.document().layers().stream()
                .filter(layer -> question.test(layer.props()))
                .map(Layer::name)
                .toList();
    }

    private BlendMode mode(LayerId id) {
        return editor.document().layer(id).orElseThrow().props().blendMode();
    }

    private String lastLabel() {
        return editor.history().entries().getLast().label();
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).<Label>queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static Node row(FxRobot robot, String name) {
        return robot.lookup(".lrow .name").lookup(name).query();
    }

    private static void waitFor(Callable<Boolean> question) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, question);
    }

    /// NaN where the row is out of view.
    private static double y(FxRobot robot, String name) {
        return robot.lookup(".lrow .name")
                .lookup(name)
                .tryQuery()
                .map(node -> node.localToScene(0, 0).getY())
                .orElse(Double.NaN);
    }

    private static LayerCell cell(FxRobot robot, String name) {
        Node node = row(robot, name);
        while (!(node instanceof LayerCell)) {
            node = node.getParent();
        }
        return (LayerCell) node;
    }

    private static Node eye(FxRobot robot, String name) {
        return cell(robot, name).eye();
    }
}
