package org.layerloom.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Group;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.layerloom.ui.Watchdog;
import org.testfx.framework.junit5.ApplicationExtension;

/// Menu entries need the toolkit, though no window.
@ExtendWith({ApplicationExtension.class, Watchdog.class})
final class ActionsTest {
    private final List<String> done = new ArrayList<>();
    private final Actions actions = new Actions();

    @BeforeEach
    void register() {
        actions.register(action("undo", "Shortcut+Z"), action("redo", "Shortcut+Shift+Z"), action("help", "F1"));
    }

    private Action action(String name, String key) {
        return Action.of(Section.EDIT, name, name, () -> done.add(name)).withKey(key);
    }

    private void press(KeyCode code, boolean shift, boolean ctrl) {
        actions.handle(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, ctrl, false, false), new Group());
    }

    private void change(Map<String, String> keys) {
        actions.keysProperty().set(new KeyMap(keys));
    }

    @Test
    void a_key_that_the_user_gave_takes_the_place_of_the_usual_one() {
        change(Map.of("undo", "Shortcut+U"));
        press(KeyCode.Z, false, true);
        assertThat(done).isEmpty();
        press(KeyCode.U, false, true);
        assertThat(done).containsExactly("undo");
        assertThat(Actions.caps(actions.get("undo"))).containsExactly("Ctrl", "U");
        assertThat(Actions.caps(actions.usual("undo"))).containsExactly("Ctrl", "Z");
    }

    @Test
    void of_several_actions_on_a_key_the_first_that_can_be_done_is() {
        SimpleBooleanProperty first = new SimpleBooleanProperty();
        actions.register(action("keep", "F2").enabledWhen(first), action("begin", "F2"));
        press(KeyCode.F2, false, false);
        first.set(true);
        press(KeyCode.F2, false, false);
        assertThat(done).containsExactly("begin", "keep");
    }

    @Test
    void a_blank_key_means_none_and_nonsense_means_the_usual_one() {
        change(Map.of("undo", "", "redo", "Banana+Q"));
        press(KeyCode.Z, false, true);
        press(KeyCode.Z, true, true);
        assertThat(done).containsExactly("redo");
    }

    @Test
    void actions_that_come_later_get_their_changed_keys_too() {
        change(Map.of("late", "F4"));
        actions.register(action("late", "F5"));
        press(KeyCode.F4, false, false);
        assertThat(done).containsExactly("late");
    }

    @Test
    void a_key_in_use_is_a_conflict_and_ones_own_is_none() {
        KeyCombination key = KeyCombination.valueOf("Shortcut+Z");
        assertThat(actions.conflict("help", key).map(Action::name)).contains("undo");
        assertThat(actions.conflict("undo", key)).isEmpty();
    }

    @Test
    void a_pressed_combination_survives_being_written_down() {
        KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.CLOSE_BRACKET, true, true, false, false);
        Optional<KeyCombination> pressed = KeyMap.pressed(event);
        KeyMap map = new KeyMap(Map.of()).with("undo", pressed);
        assertThat(map.of("undo", Optional.empty())).isEqualTo(pressed);
        assertThat(map.without("undo").changed()).isEmpty();
        assertThat(map.with("undo", Optional.empty()).of("undo", pressed)).isEmpty();
    }

    @Test
    void keys_with_a_meaning_of_their_own_and_modifiers_alone_are_no_combination() {
        for (KeyCode code : List.of(KeyCode.ESCAPE, KeyCode.UP, KeyCode.SPACE, KeyCode.SHIFT, KeyCode.CONTROL)) {
            KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, true, false, false, false);
            assertThat(KeyMap.pressed(event)).as(code.getName()).isEmpty();
        }
    }

    @Test
    void entries_of_one_submenu_stand_together_at_the_place_of_the_first() {
        List<MenuItem> items = Menus.items(List.of(
                action("a", "A"),
                action("b", "B").inMenu("More"),
                action("c", "C").afterRule(),
                action("d", "D").inMenu("More").afterRule()));
        assertThat(items).hasSize(4);
        assertThat(items.get(2)).isInstanceOf(SeparatorMenuItem.class);
        Menu more = (Menu) items.get(1);
        assertThat(more.getText()).isEqualTo("More");
        assertThat(more.getItems()).extracting(MenuItem::getId).containsExactly("menu-item-b", null, "menu-item-d");
    }
}
