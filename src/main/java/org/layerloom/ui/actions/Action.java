package org.layerloom.ui.actions;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCombination;

/// Something that the user can do. Menus, buttons, shortcuts and the shortcut sheet are all made from it.
///
/// @param name unique, for code and tests: `undo`
/// @param label for people, in sentence case: `Undo`
/// @param icon an Ikonli literal: `mdi2u-undo`
/// @param ruled whether its menu draws a rule above it
/// @param submenu title of the menu inside its section's menu that it stands in, at the place of the first that does
/// @param enabled whether it can be done now
public record Action(
        String name,
        Section section,
        String label,
        Optional<String> icon,
        Optional<KeyCombination> key,
        boolean ruled,
        Optional<String> submenu,
        ObservableBooleanValue enabled,
        Runnable work) {
    public Action {
        Objects.requireNonNull(name);
        Objects.requireNonNull(section);
        Objects.requireNonNull(label);
        Objects.requireNonNull(work);
    }

    /// An action without icon and key that can always be done.
    public static Action of(Section section, String name, String label, Runnable work) {
        return new Action(
                name,
                section,
                label,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                new SimpleBooleanProperty(true),
                work);
    }

    public Action withIcon(String literal) {
        return new Action(name, section, label, Optional.of(literal), key, ruled, submenu, enabled, work);
    }

    /// @param combination as JavaFX writes it: `Shortcut+Shift+Z`, `M`, `Delete`; a quoted character (`'?'`) means
    ///     what is typed, on whatever keys it lies
    public Action withKey(String combination) {
        KeyCombination parsed = KeyCombination.valueOf(combination);
        if (parsed instanceof KeyCharacterCombination typed
                && typed.getCharacter().length() != 1) {
            throw new IllegalArgumentException("there is no key " + typed.getCharacter() + " for " + name);
        }
        return new Action(name, section, label, icon, Optional.of(parsed), ruled, submenu, enabled, work);
    }

    /// The same action on another key, or on none.
    Action onKey(Optional<KeyCombination> other) {
        return new Action(name, section, label, icon, other, ruled, submenu, enabled, work);
    }

    /// The same action in a menu inside its section's menu.
    public Action inMenu(String title) {
        return new Action(name, section, label, icon, key, ruled, Optional.of(title), enabled, work);
    }

    /// The same action below a rule of its menu.
    public Action afterRule() {
        return new Action(name, section, label, icon, key, true, submenu, enabled, work);
    }

    public Action enabledWhen(ObservableBooleanValue enabled) {
        return new Action(name, section, label, icon, key, ruled, submenu, enabled, work);
    }

    public boolean isEnabled() {
        return enabled.get();
    }

    /// Does it, where it can be done now.
    public void perform() {
        if (isEnabled()) {
            work.run();
        }
    }
}
