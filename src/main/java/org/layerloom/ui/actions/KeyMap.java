package org.layerloom.ui.actions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/// The keys that the user gave to actions in place of the usual ones.
///
/// @param changed an action's name to its combination as JavaFX writes it; blank = no key
public record KeyMap(Map<String, String> changed) {
    /// Keys that mean something of their own on the canvas and in the window while nothing is held with them.
    private static final Set<KeyCode> RESERVED = Set.of(
            KeyCode.ESCAPE,
            KeyCode.TAB,
            KeyCode.ENTER,
            KeyCode.SPACE,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.LEFT,
            KeyCode.RIGHT);

    public KeyMap {
        changed = Map.copyOf(changed);
    }

    /// The key of an action whose usual one is `usual`. What cannot be understood counts as no change.
    public Optional<KeyCombination> of(String action, Optional<KeyCombination> usual) {
        String text = changed.get(action);
        if (text == null) {
            return usual;
        }
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyCombination.valueOf(text));
        } catch (IllegalArgumentException e) {
            return usual;
        }
    }

    public boolean isChanged(String action) {
        return changed.containsKey(action);
    }

    /// Gives an action a key, or none.
    public KeyMap with(String action, Optional<KeyCombination> key) {
        Map<String, String> next = new LinkedHashMap<>(changed);
        next.put(action, key.map(KeyCombination::getName).orElse(""));
        return new KeyMap(next);
    }

    /// Gives an action its usual key back.
    public KeyMap without(String action) {
        Map<String, String> next = new LinkedHashMap<>(changed);
        next.remove(action);
        return new KeyMap(next);
    }

    /// The combination that is being pressed; empty while only Ctrl, Alt and the like are, and for keys that keep
    /// their own meaning.
    public static Optional<KeyCombination> pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean alone = !event.isShortcutDown() && !event.isControlDown() && !event.isAltDown();
        if (code.isModifierKey() || code == KeyCode.UNDEFINED || alone && RESERVED.contains(code)) {
            return Optional.empty();
        }
        return Optional.of(new KeyCodeCombination(
                code,
                held(event.isShiftDown()),
                ModifierValue.UP,
                held(event.isAltDown()),
                ModifierValue.UP,
                held(event.isShortcutDown())));
    }

    private static ModifierValue held(boolean down) {
        return down ? ModifierValue.DOWN : ModifierValue.UP;
    }
}
