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
/// @param enabled whether it can be done now
public record Action(
        String name,
        Section section,
        String label,
        Optional<String> icon,
        Optional<KeyCombination> key,
        boolean ruled,
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
                name, section, label, Optional.empty(), Optional.empty(), false, new SimpleBooleanProperty(true), work);
    }

    public Action withIcon(String literal) {
        return new Action(name, section, label, Optional.of(literal), key, ruled, enabled, work);
    }

    /// @param combination as JavaFX writes it: `Shortcut+Shift+Z`, `M`, `Delete`; a quoted character (`'?'`) means
    ///     what is typed, on whatever keys it lies
    public Action withKey(String combination) {
        KeyCombination parsed = KeyCombination.valueOf(combination);
        if (parsed instanceof KeyCharacterCombination typed
                && typed.getCharacter().length() != 1) {
            throw new IllegalArgumentException("there is no key " + typed.getCharacter() + " for " + name);
        }
        return new Action(name, section, label, icon, Optional.of(parsed), ruled, enabled, work);
    }

    /// The same action below a rule of its menu.
    public Action afterRule() {
        return new Action(name, section, label, icon, key, true, enabled, work);
    }

    public Action enabledWhen(ObservableBooleanValue enabled) {
        return new Action(name, section, label, icon, key, ruled, enabled, work);
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
