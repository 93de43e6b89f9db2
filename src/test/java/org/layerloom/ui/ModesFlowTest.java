package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Control;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.Fixed.Role;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelFamily;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.prompt.GenerationSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// LayerDiffuse and LayerFusion from the window: a model and a mode are chosen, the run is given layers of the
/// design, and what it makes lands where it belongs, as one step.
@ExtendWith(ApplicationExtension.class)
final class ModesFlowTest {
    private static final LayerId PHOTO = new LayerId(1);
    private static final LayerId FOX = new LayerId(2);

    private final PaintedGenerator generator = new PaintedGenerator(Duration.ofMillis(10));
    private final List<Throwable> failures = new ArrayList<>();
    private EditorWindow window;
    private Editor editor;
    private GenerationSession session;

    @Start
    void start(Stage stage) throws Exception {
        Path models = Files.createTempDirectory("models");
        editor = new Editor(Document.blank(200, 160)
                .add(layer(PHOTO, "Photo", new Rect(0, 0, 200, 160)))
                .add(layer(FOX, "Fox", new Rect(20, 20, 60, 60))));
        window = new EditorWindow(stage, editor, generator.catalog(models, ModelFamily.values()), failures::add);
        session = window.session();
        SmallScreen.show(stage, window);
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    @Test
    void models_are_told_by_system_with_what_they_can_and_what_they_lack(FxRobot robot) throws Exception {
        waitForModels();
        assertThat(isShown(robot, "Mode Layers in boxes")).isFalse();
        assertThat(robot.lookup("#mode-fields").query().isVisible()).isFalse();
        robot.clickOn(chip(robot, "Model Painted"));
        assertThat(robot.lookup("LayerDiffuse SDXL").tryQuery()).isPresent();
        assertThat(row(robot, "Painted XL").getAccessibleText())
                .contains("Layers in boxes \u00b7 Transparent layer")
                .contains("Background for a layer \u00b7 Harmonise");
        assertThat(texts(robot, ".choice-missing .label"))
                .anyMatch(
                        text -> text.startsWith(
                                "For \u201cForeground out of a picture\u201d, \u201cLayer onto a background\u201d put layer_xl_bgble2fg"));
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertThat(session.modelProperty().get().title()).isEqualTo("Painted 1.5");
        assertThat(isShown(robot, "Mode Layers in boxes")).isTrue();
    }

    @Test
    void a_mode_is_remembered_for_its_model_and_one_that_lacks_files_cannot_be_chosen(FxRobot robot) throws Exception {
        choose(robot, ModelFamily.LAYER_DIFFUSE_SDXL);
        robot.clickOn(chip(robot, "Mode Layers in boxes"));
        assertThat(row(robot, "Foreground out of a picture").isDisabled()).isTrue();
        robot.interact(() -> ((Button) row(robot, "Harmonise")).fire());
        assertThat(session.modes().mode()).isEqualTo(Mode.HARMONISE);
        choose(robot, ModelFamily.ART);
        assertThat(session.modes().mode()).isEqualTo(Mode.LAYERS);
        choose(robot, ModelFamily.LAYER_DIFFUSE_SDXL);
        assertThat(session.modes().mode()).isEqualTo(Mode.HARMONISE);
    }

    @Test
    void the_foreground_is_the_selected_layer_or_one_from_the_list(FxRobot robot) throws Exception {
        choose(robot, ModelFamily.LAYER_DIFFUSE_SDXL);
        prompt(robot, "a fox in the snow");
        robot.interact(() -> session.modes().modeProperty().set(Mode.FOREGROUND_TO_BLEND));
        assertThat(estimate(robot)).isEqualTo("Choose the layer that is to be the foreground");
        robot.interact(() -> editor.selectionProperty().set(FOX));
        assertThat(isShown(robot, "Foreground Selected: Fox")).isTrue();
        assertThat(estimate(robot)).isEqualTo("1 layer");
        pick(robot, "Foreground Selected: Fox", "Photo");
        assertThat(isShown(robot, "Foreground Photo")).isTrue();
        generate(robot);
        assertThat(last().fixed()).extracting(Fixed::layer).containsExactly(PHOTO);
        assertThat(names()).containsExactly("Photo", "Fox", "Blend");
        assertThat(editor.history().entries().getLast().label()).isEqualTo("Picture from a layer: Photo");
        robot.interact(editor::undo);
        assertThat(names()).containsExactly("Photo", "Fox");
    }

    @Test
    void harmonising_has_a_prompt_for_the_background_and_no_picture_for_the_shapes(FxRobot robot) throws Exception {
        choose(robot, ModelFamily.LAYER_DIFFUSE_SDXL);
        prompt(robot, "a fox");
        robot.interact(() -> session.modes().modeProperty().set(Mode.HARMONISE));
        assertThat(robot.lookup("#control-weight").tryQuery()).isEmpty();
        robot.clickOn("#background-prompt").write("snow");
        generate(robot);
        assertThat(last().backgroundPrompt()).isEqualTo("snow");
        assertThat(last().fixed()).extracting(Fixed::role).containsExactly(Role.BACKGROUND);
        assertThat(names()).containsExactly("Photo", "Fox", "Ellipse 3", "Blend");
        assertThat(editor.document().regions())
                .extracting(region -> region.box())
                .containsExactly(new Rect(0, 0, 200, 160));
    }

    @Test
    void a_picture_for_the_shapes_is_given_with_its_weight(FxRobot robot) throws Exception {
        choose(robot, ModelFamily.LAYER_DIFFUSE_SDXL);
        prompt(robot, "a fox");
        robot.interact(() -> session.modes().modeProperty().set(Mode.FOREGROUND));
        pick(robot, "Shapes from Nothing", "Edges");
        pick(robot, "of Select a layer", "Fox");
        robot.clickOn(robot.lookup("#control-weight .text-field").<TextField>query())
                .write("50")
                .type(KeyCode.ENTER);
        generate(robot);
        assertThat(last().fixed()).extracting(Fixed::role).containsExactly(Role.CONTROL);
        assertThat(last().fixed().getLast().control()).contains(new Control(Control.Kind.CANNY, 0.5));
    }

    @Test
    void a_drawn_box_gets_a_layer_on_everything_below_again_and_again(FxRobot robot) throws Exception {
        choose(robot, ModelFamily.LAYER_DIFFUSE_SD15);
        prompt(robot, "a fox");
        robot.interact(() -> session.modes().modeProperty().set(Mode.BACKGROUND_TO_FOREGROUND));
        for (int i = 0; i < 2; i++) {
            int x = 20 + 80 * i;
            robot.interact(() -> editor.commit("Box", page -> page.addRegion(new Rect(x, 40, 60, 60))));
            generate(robot);
        }
        assertThat(names()).hasSize(5).startsWith("Photo", "Fox").last().isEqualTo("Blend");
        assertThat(generator.requests().get(1).fixed().getFirst().raster())
                .isNotEqualTo(generator.requests().get(0).fixed().getFirst().raster());
    }

    @Test
    void foreground_background_and_picture_come_out_of_one_run(FxRobot robot) throws Exception {
        choose(robot, ModelFamily.LAYER_DIFFUSE_SD15);
        prompt(robot, "a fox");
        robot.interact(() -> {
            editor.open(Document.blank(64, 64).withPrompt("a fox"));
            session.modes().modeProperty().set(Mode.JOINT);
        });
        assertThat(estimate(robot)).isEqualTo("3 layers");
        generate(robot);
        assertThat(names()).containsExactly("Background", "Ellipse 1", "Blend");
    }

    @Test
    void a_layer_is_varied_by_so_much(FxRobot robot) throws Exception {
        choose(robot, ModelFamily.LAYER_DIFFUSE_SD15);
        prompt(robot, "a wolf");
        robot.interact(() -> editor.selectionProperty().set(FOX));
        robot.interact(() -> window.actions().get("vary-layer").perform());
        assertThat(session.modes().inputs().strength()).isEqualTo(OptionalDouble.of(0.6));
        robot.clickOn(robot.lookup("#start-strength .text-field").<TextField>query())
                .write("30")
                .type(KeyCode.ENTER);
        generate(robot);
        assertThat(last().targets().getFirst().strength()).isEqualTo(0.3);
        assertThat(last().targets().getFirst().start()).isPresent();
        assertThat(names()).containsExactly("Photo", "Fox");
    }

    @Test
    void actions_of_a_layer_choose_the_mode_and_start(FxRobot robot) throws Exception {
        choose(robot, ModelFamily.LAYER_DIFFUSE_SDXL);
        robot.interact(() -> editor.selectionProperty().set(FOX));
        robot.interact(() -> window.actions().get("make-background").perform());
        assertThat(session.modes().mode()).isEqualTo(Mode.FOREGROUND_TO_BACKGROUND);
        assertThat(robot.lookup(".prompt .area").query().isFocused()).isTrue();
        prompt(robot, "snow");
        run(robot, "make-background");
        assertThat(names()).containsExactly("Photo", "Background", "Fox", "Blend");
        assertThat(editor.history().entries().getLast().label()).isEqualTo("Background for a layer: Fox");
        run(robot, "layer-onto");
        assertThat(last().mode()).isEqualTo(Mode.HARMONISE);
        assertThat(last().fixed()).extracting(Fixed::layer).containsExactly(FOX);
        run(robot, "make-picture");
        assertThat(last().mode()).isEqualTo(Mode.FOREGROUND_TO_BLEND);
        run(robot, "background-behind");
        assertThat(last().mode()).isEqualTo(Mode.BLEND_TO_BACKGROUND);
    }

    @Test
    void a_model_that_makes_layers_in_boxes_makes_a_background_for_those_that_are_there(FxRobot robot)
            throws Exception {
        choose(robot, ModelFamily.ART);
        robot.interact(() -> editor.selectionProperty().set(FOX));
        assertThat(window.actions().get("make-background").isEnabled())
                .as("the photo is nobody's to make anew")
                .isFalse();
        robot.interact(() -> editor.commit("Delete", document -> document.without(PHOTO)));
        prompt(robot, "snow");
        run(robot, "make-background");
        assertThat(last().targets()).isEmpty();
        assertThat(last().fixed()).extracting(Fixed::layer, Fixed::role).containsExactly(tuple(FOX, Role.LAYER));
        assertThat(names()).containsExactly("Background", "Fox");
        run(robot, "make-background");
        assertThat(last().targets()).isEmpty();
        assertThat(names()).as("a version of the background that is there").containsExactly("Background", "Fox");
    }

    @Test
    void an_action_whose_files_are_missing_says_which_and_where_to(FxRobot robot) throws Exception {
        choose(robot, ModelFamily.LAYER_DIFFUSE_SDXL);
        robot.interact(() -> editor.selectionProperty().set(FOX));
        robot.interact(() -> window.actions().get("foreground-out").perform());
        assertThat(texts(robot, ".toast .label"))
                .anyMatch(
                        text -> text.startsWith("Foreground out of a picture needs layer_xl_bgble2fg.safetensors in "));
        choose(robot, ModelFamily.ART);
        assertThat(window.actions().in(Section.GENERATE).stream()
                        .filter(action -> action.submenu().isPresent())
                        .filter(action -> action.isEnabled()))
                .isEmpty();
    }

    @Test
    void sampler_patch_and_stop_are_tuned_under_advanced(FxRobot robot) throws Exception {
        choose(robot, ModelFamily.ART);
        robot.clickOn(chip(robot, "Quality Balanced"));
        assertThat(robot.lookup("#advanced").tryQuery()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        choose(robot, ModelFamily.LAYER_DIFFUSE_SDXL);
        robot.clickOn(chip(robot, "Quality Balanced")).clickOn("#advanced");
        robot.clickOn("#sampler").clickOn("euler");
        robot.clickOn(robot.lookup("#stop-at .text-field").<TextField>query())
                .write("50")
                .type(KeyCode.ENTER);
        prompt(robot, "a fox");
        robot.interact(() -> {
            session.modes().modeProperty().set(Mode.FOREGROUND);
            session.generate();
        });
        until(() -> !session.runningProperty().get());
        assertThat(last().settings().tuning().sampler()).isEqualTo(Optional.of("euler"));
        assertThat(last().settings().tuning().stopAt()).isEqualTo(OptionalDouble.of(0.5));
    }

    private void waitForModels() throws Exception {
        until(() -> session.models().size() == 3);
    }

    private void choose(FxRobot robot, ModelFamily family) throws Exception {
        waitForModels();
        robot.interact(() -> session.models().stream()
                .filter(model -> model.abilities().family() == family)
                .forEach(session.modelProperty()::set));
    }

    private void prompt(FxRobot robot, String text) {
        robot.interact(() -> editor.commit("Prompt", page -> page.withPrompt(text)));
    }

    private void generate(FxRobot robot) throws Exception {
        robot.clickOn(".generate");
        until(() -> !session.runningProperty().get());
    }

    private void run(FxRobot robot, String action) throws Exception {
        robot.interact(() -> editor.selectionProperty().set(FOX));
        robot.interact(() -> window.actions().get(action).perform());
        until(() -> !session.runningProperty().get());
    }

    /// Chooses an entry of the list that a chip opens.
    private static void pick(FxRobot robot, String chip, String entry) {
        robot.interact(() -> ((Button) chip(robot, chip)).fire());
        robot.interact(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> entry.equals(item.getText()))
                .findFirst()
                .ifPresent(MenuItem::fire));
        robot.interact(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .toList()
                .forEach(Window::hide));
    }

    private GenerateRequest last() {
        return generator.requests().getLast();
    }

    private static String estimate(FxRobot robot) {
        return robot.lookup(".generate").queryButton().getAccessibleText().replaceFirst("^Generate ", "");
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> text != null)
                .toList();
    }

    private static Node row(FxRobot robot, String title) {
        return robot.lookup(".choice-row").queryAll().stream()
                .filter(node -> String.valueOf(node.getAccessibleText()).startsWith(title + "."))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isShown(FxRobot robot, String chip) {
        return robot.lookup(".chip").queryAll().stream()
                .anyMatch(node -> chip.equals(node.getAccessibleText()) && node.isVisible());
    }

    private static Node chip(FxRobot robot, String accessibleText) {
        return robot.lookup(".chip").queryAll().stream()
                .filter(node -> accessibleText.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return editor.document().layers().stream().map(Layer::name).toList();
    }

    private static PixelLayer layer(LayerId id, String name, Rect box) {
        LayerProps props = LayerProps.named(id, name).withPosition(box.x(), box.y());
        return new PixelLayer(props, Raster.filled(box.width(), box.height(), 0xFF000000 | id.value() * 0x335577));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
