package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.ui.actions.KeyMap;
import org.layerloom.ui.actions.Section;
import org.layerloom.ui.files.FileKind;
import org.layerloom.ui.files.FileQuestions;
import org.layerloom.ui.tools.ToolKind;
import org.layerloom.ui.tools.Viewport;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// The window worked by hand: mouse and keys on the canvas.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class EditorWindowTest {
    private final List<Throwable> failures = new ArrayList<>();
    private EditorWindow window;

    @Start
    void start(Stage stage) {
        window = new EditorWindow(
                stage, new Editor(Document.blank(400, 300)), new ModelCatalog(List.of(), List.of()), failures::add);
        // Distances are counted, so nothing may snap.
        window.view().snappingProperty().set(false);
        window.show();
    }

    @BeforeEach
    void showActualSize(FxRobot robot) {
        robot.interact(() -> window.canvas().zoomTo(1));
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    /// The point of the screen where a point of the document is.
    private Point2D on(double x, double y) {
        Viewport viewport = window.view().viewportProperty().get();
        Point2D point = window.canvas().localToScreen(viewport.toViewX(x), viewport.toViewY(y));
        return new Point2D(Math.round(point.getX()), Math.round(point.getY()));
    }

    /// Puts the pointer on a point of the document, without a way there.
    private void put(FxRobot robot, double x, double y) {
        robot.robotContext().getMouseRobot().move(on(x, y));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void drag(FxRobot robot, double x0, double y0, double x1, double y1) {
        put(robot, x0, y0);
        robot.press(MouseButton.PRIMARY);
        put(robot, (x0 + x1) / 2, (y0 + y1) / 2);
        put(robot, x1, y1);
        robot.release(MouseButton.PRIMARY);
    }

    /// The headless robot's wheel forgets the keys that are held.
    private void scrollWithCtrl(Point2D screen, double delta) {
        Point2D at = window.canvas().localToScene(window.canvas().screenToLocal(screen));
        Event.fireEvent(
                window.canvas(),
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        at.getX(),
                        at.getY(),
                        screen.getX(),
                        screen.getY(),
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        0,
                        delta,
                        0,
                        delta,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private List<Rect> boxes() {
        return window.editor().document().regions().stream().map(Region::box).toList();
    }

    @Test
    void a_box_is_drawn_moved_resized_nudged_and_all_of_it_undone(FxRobot robot) {
        drag(robot, 50, 50, 150, 130);
        assertThat(boxes()).containsExactly(new Rect(50, 50, 100, 80));
        drag(robot, 100, 90, 120, 95);
        assertThat(boxes()).containsExactly(new Rect(70, 55, 100, 80));
        drag(robot, 170, 135, 190, 145);
        assertThat(boxes()).containsExactly(new Rect(70, 55, 120, 90));
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        assertThat(boxes()).containsExactly(new Rect(71, 45, 120, 90));
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        }
        assertThat(boxes()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(boxes()).containsExactly(new Rect(50, 50, 100, 80));
    }

    @Test
    void delete_takes_the_selected_box_away(FxRobot robot) {
        drag(robot, 50, 50, 150, 130);
        robot.push(KeyCode.DELETE);
        assertThat(boxes()).isEmpty();
        assertThat(window.editor().history().entries().getLast().label()).isEqualTo("Delete Box 1");
    }

    @Test
    void esc_drops_the_drag_then_the_selection(FxRobot robot) {
        drag(robot, 50, 50, 150, 130);
        robot.moveTo(on(100, 90)).press(MouseButton.PRIMARY).moveTo(on(130, 120));
        robot.push(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);
        assertThat(boxes()).containsExactly(new Rect(50, 50, 100, 80));
        assertThat(window.editor().selectedRegion()).isPresent();
        robot.push(KeyCode.ESCAPE);
        assertThat(window.editor().selectedRegion()).isEmpty();
    }

    @Test
    void ctrl_and_the_wheel_zoom_at_the_pointer_and_keys_go_back(FxRobot robot) {
        Point2D place = on(300, 200);
        robot.interact(() -> scrollWithCtrl(place, 80));
        Viewport zoomed = window.view().viewportProperty().get();
        assertThat(zoomed.scale()).isNotEqualTo(1);
        assertThat(on(300, 200).distance(place)).isLessThan(1.5);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(window.view().viewportProperty().get().scale()).isEqualTo(1);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(window.view().viewportProperty().get().toViewX(200))
                .isCloseTo(window.canvas().getWidth() / 2, within(1.0));
    }

    @Test
    void single_keys_take_tools_on_the_canvas_but_are_letters_in_a_field(FxRobot robot) {
        robot.push(KeyCode.V);
        assertThat(window.view().toolProperty().get()).isEqualTo(ToolKind.MOVE);
        robot.push(KeyCode.H);
        assertThat(window.view().toolProperty().get()).isEqualTo(ToolKind.HAND);
        robot.interact(() -> robot.lookup("#zoom").query().requestFocus());
        robot.push(KeyCode.Z);
        assertThat(window.view().toolProperty().get()).isEqualTo(ToolKind.HAND);
    }

    @Test
    void the_hand_and_a_held_space_pan(FxRobot robot) {
        Viewport before = window.view().viewportProperty().get();
        robot.moveTo(on(100, 100)).press(KeyCode.SPACE).press(MouseButton.PRIMARY);
        robot.moveBy(30, 20).release(MouseButton.PRIMARY).release(KeyCode.SPACE);
        Viewport after = window.view().viewportProperty().get();
        assertThat(after.offsetX() - before.offsetX()).isEqualTo(30);
        assertThat(after.offsetY() - before.offsetY()).isEqualTo(20);
        assertThat(boxes()).isEmpty();
    }

    @Test
    void the_number_fields_place_the_selected_box(FxRobot robot) {
        drag(robot, 50, 50, 150, 130);
        robot.clickOn("#place-x").push(KeyCode.CONTROL, KeyCode.A).write("80").push(KeyCode.ENTER);
        robot.clickOn("#place-w").push(KeyCode.CONTROL, KeyCode.A).write("60").push(KeyCode.ENTER);
        assertThat(boxes()).containsExactly(new Rect(80, 50, 60, 80));
    }

    @Test
    void the_sheet_of_keys_opens_and_closes(FxRobot robot) {
        robot.clickOn("#shortcuts");
        assertThat(robot.lookup("#shortcut-sheet").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#shortcut-sheet").tryQuery()).isEmpty();
    }

    @Test
    void no_two_actions_share_a_key() {
        List<KeyCombination> keys = window.actions().all().stream()
                .flatMap(action -> action.key().stream())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void the_menus_hold_every_action_but_the_tools(FxRobot robot) {
        MenuBar bar = robot.lookup(".menu-bar").queryAs(MenuBar.class);
        List<String> entries = bar.getMenus().stream()
                .flatMap(EditorWindowTest::entries)
                .flatMap(item -> Optional.ofNullable(item.getId()).stream())
                .toList();
        assertThat(entries)
                .containsExactlyInAnyOrderElementsOf(window.actions().all().stream()
                        .filter(action -> action.section() != Section.TOOLS)
                        .map(action -> "menu-item-" + action.name())
                        .toList());
    }

    private static Stream<MenuItem> entries(Menu menu) {
        return menu.getItems().stream().flatMap(item -> item instanceof Menu inner ? entries(inner) : Stream.of(item));
    }

    @Test
    void what_nobody_caught_is_logged_and_told_and_the_drag_is_dropped(FxRobot robot) {
        drag(robot, 50, 50, 150, 130);
        robot.interact(() -> window.editor().preview(document -> document.withRegions(List.of())));
        Platform.runLater(() -> {
            throw new IllegalStateException("on purpose");
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(failures).extracting(Throwable::getMessage).containsExactly("on purpose");
        failures.clear();
        assertThat(robot.lookup(".toast").queryAll()).hasSize(1);
        assertThat(boxes()).containsExactly(new Rect(50, 50, 100, 80));
    }

    @Test
    void unsaved_changes_keep_the_window_open_until_the_user_lets_them_go(FxRobot robot) {
        drag(robot, 50, 50, 150, 130);
        Stage stage = (Stage) window.canvas().getScene().getWindow();
        Answering answering = new Answering();
        window.files().setQuestions(answering);
        robot.interact(window::close);
        assertThat(stage.isShowing()).isTrue();
        answering.answer = FileQuestions.Unsaved.DISCARD;
        robot.interact(window::close);
        assertThat(stage.isShowing()).isFalse();
    }

    /// Backs out of every question about files, and of closing unless told otherwise.
    private static final class Answering implements FileQuestions {
        private Unsaved answer = Unsaved.CANCEL;

        @Override
        public Optional<Path> toOpen() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(FileKind kind, String suggestion) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSaveSet(String suggestion) {
            return Optional.empty();
        }

        @Override
        public boolean mayReplaceChanged(Path file) {
            return true;
        }

        @Override
        public boolean mayOpenCopy(Path file) {
            return true;
        }

        @Override
        public boolean mayReplace(Path file) {
            return false;
        }

        @Override
        public Unsaved unsaved(String title, int changes) {
            return answer;
        }
    }

    @Test
    void a_new_page_gets_the_size_that_was_typed(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.clickOn("#new-page-W")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("333")
                .push(KeyCode.ENTER);
        assertThat(window.editor().document()).isEqualTo(Document.blank(333, 512));
        assertThat(robot.lookup("#new-page").tryQuery()).isEmpty();
    }

    @Test
    void tools_and_swatches_tell_the_keys_that_the_user_gave(FxRobot robot) {
        robot.interact(() -> window.actions()
                .keysProperty()
                .set(new KeyMap(
                        Map.of("tool-" + ToolKind.MOVE, "F9", "colors-swap", "F10", "tool-" + ToolKind.CROP, ""))));
        assertThat(tip(robot, "#tool-move")).endsWith("   F9");
        assertThat(robot.lookup("#tool-move").query().getAccessibleText()).contains("F9");
        assertThat(tip(robot, "#colors-swap")).endsWith("   F10");
        assertThat(tip(robot, "#tool-crop")).isEqualTo(ToolKind.CROP.label());
    }

    private static String tip(FxRobot robot, String button) {
        return robot.lookup(button).<ButtonBase>query().getTooltip().getText();
    }

    @Test
    void an_empty_page_offers_a_template_until_there_is_a_box(FxRobot robot) {
        robot.clickOn("#page-note-template");
        assertThat(robot.lookup("#templates").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        drag(robot, 20, 20, 90, 90);
        assertThat(robot.lookup("#page-note-template").query().getParent().isVisible())
                .isFalse();
        assertThat(window.editor().document().regions()).hasSize(1);
    }
}
