package org.layerloom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.preferences.LengthUnit;
import org.layerloom.ui.preferences.Preferences;
import org.layerloom.ui.preferences.ProgramSettings;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/// Finding one's way: the palette, the sheet of keys, the preferences.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class WayfindingTest {
    private final List<Throwable> failures = new ArrayList<>();
    private final Preferences preferences = Preferences.unkept();
    private EditorWindow window;

    @Start
    void start(Stage stage) {
        window = new EditorWindow(
                stage,
                new Editor(Document.blank(400, 300)),
                new ModelCatalog(List.of(), List.of()),
                preferences,
                failures::add);
        window.show();
    }

    @Stop
    void stop() {
        SmallScreen.clear();
        assertThat(failures).isEmpty();
    }

    private static boolean isThere(FxRobot robot, String query) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(query).queryAll().stream().anyMatch(Node::isVisible);
    }

    @Test
    void an_action_is_searched_done_and_remembered(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K).write("rulers").push(KeyCode.ENTER);
        assertThat(window.view().rulersVisibleProperty().get()).isFalse();
        assertThat(isThere(robot, "#palette")).isFalse();
        assertThat(preferences.get(ProgramSettings.RECENT_ACTIONS)).containsExactly("rulers");
        robot.push(KeyCode.CONTROL, KeyCode.K).push(KeyCode.ENTER);
        assertThat(window.view().rulersVisibleProperty().get()).isTrue();
    }

    @Test
    void ctrl_and_enter_keep_the_palette_open_and_esc_closes_it(FxRobot robot) {
        robot.clickOn("#search").write("rulers").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(window.view().rulersVisibleProperty().get()).isFalse();
        assertThat(isThere(robot, "#palette")).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(isThere(robot, "#palette")).isFalse();
        assertThat(window.view().rulersVisibleProperty().get()).isFalse();
    }

    @Test
    void what_nothing_is_called_is_said(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K).write("xyz");
        assertThat(robot.lookup("#palette-nothing").queryAs(Label.class).getText())
                .isEqualTo("No action called \u201cxyz\u201d.");
        assertThat(robot.lookup("#palette-rows").queryAs(ListView.class).isVisible())
                .isFalse();
    }

    @Test
    void a_layer_is_gone_to_and_a_setting_opens_its_page(FxRobot robot) {
        robot.interact(() -> window.editor()
                .commit(
                        "Add",
                        document -> document.add(new PixelLayer(
                                LayerProps.named(document.newId(), "Zebra"),
                                Raster.of(1, 1, new int[] {0xFF000000})))));
        robot.push(KeyCode.CONTROL, KeyCode.K).write("zebra").push(KeyCode.ENTER);
        assertThat(window.editor().selectedLayer().orElseThrow().name()).isEqualTo("Zebra");
        robot.push(KeyCode.CONTROL, KeyCode.K).write("autosave").push(KeyCode.ENTER);
        assertThat(isThere(robot, "#preferences-files")).isTrue();
    }

    @Test
    void the_sheet_of_keys_is_searched(FxRobot robot) {
        robot.clickOn("#shortcuts").write("redo");
        assertThat(isThere(robot, "Redo")).isTrue();
        assertThat(isThere(robot, "Fit page")).isFalse();
        robot.write("xx");
        assertThat(isThere(robot, "No shortcut matches \u201credoxx\u201d.")).isTrue();
    }

    @Test
    void a_key_is_changed_used_kept_and_given_back(FxRobot robot) {
        robot.clickOn("#shortcuts")
                .clickOn("#shortcut-edit")
                .clickOn("#shortcut-filter")
                .write("rulers");
        robot.clickOn("#key-rulers").push(KeyCode.F8);
        assertThat(preferences.get(ProgramSettings.KEYS)).containsOnly(Map.entry("rulers", "F8"));
        robot.push(KeyCode.ESCAPE).push(KeyCode.F8);
        assertThat(window.view().rulersVisibleProperty().get()).isFalse();
        robot.clickOn("#shortcuts").clickOn("#shortcut-edit").clickOn("#shortcut-reset-all");
        assertThat(preferences.get(ProgramSettings.KEYS)).isEmpty();
    }

    @Test
    void a_key_in_use_is_told_and_can_be_taken(FxRobot robot) {
        robot.clickOn("#shortcuts")
                .clickOn("#shortcut-edit")
                .clickOn("#shortcut-filter")
                .write("rulers");
        robot.clickOn("#key-rulers").push(KeyCode.CONTROL, KeyCode.N);
        assertThat(isThere(robot, "Ctrl+N is the key of \u201cNew page\u201d.")).isTrue();
        robot.clickOn("#key-take");
        assertThat(Actions.caps(window.actions().get("rulers"))).containsExactly("Ctrl", "N");
        assertThat(window.actions().get("new").key()).isEmpty();
    }

    @Test
    void a_theme_that_is_chosen_counts_at_once_and_is_kept(FxRobot robot) {
        robot.interact(() -> window.actions().get("preferences").perform());
        robot.clickOn("#preferences-to-appearance").clickOn("#preference-theme-light");
        assertThat(window.view().darkProperty().get()).isFalse();
        robot.clickOn("#preference-theme-dark");
        assertThat(window.view().darkProperty().get()).isTrue();
        assertThat(preferences.get(ProgramSettings.THEME)).isEqualTo(Theme.DARK);
        robot.clickOn("#preferences-done");
        assertThat(isThere(robot, "#preferences")).isFalse();
    }

    @Test
    void the_device_is_chosen_and_given_to_the_runs(FxRobot robot) {
        robot.interact(() -> window.actions().get("preferences").perform());
        robot.clickOn("#preferences-to-device").clickOn("#preference-device-cpu");
        assertThat(window.session().settings().deviceProperty().get()).isEqualTo("cpu");
    }

    @Test
    void settings_are_searched_by_name(FxRobot robot) {
        robot.interact(() -> window.actions().get("preferences").perform());
        robot.clickOn("#preferences-search").write("autosave");
        assertThat(isThere(robot, "#preferences-files")).isTrue();
        assertThat(robot.lookup("#preferences-to-general").query().isDisabled()).isTrue();
    }

    @Test
    void a_new_page_is_asked_for_in_the_users_unit(FxRobot robot) {
        robot.interact(() -> {
            preferences.set(ProgramSettings.UNIT, LengthUnit.INCHES);
            preferences.set(ProgramSettings.RESOLUTION, 100);
        });
        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.clickOn("#new-page-W")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("2.5")
                .push(KeyCode.ENTER);
        assertThat(window.editor().document()).isEqualTo(Document.blank(250, 512));
    }
}
