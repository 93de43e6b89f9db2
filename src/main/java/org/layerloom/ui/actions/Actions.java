package org.layerloom.ui.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The one list of all that the user can do, in the order of the menus, and the keys that do it.
public final class Actions {
    /// With their usual keys.
    private final List<Action> usual = new ArrayList<>();
    /// With the keys that the user gave them.
    private final List<Action> actions = new ArrayList<>();

    private final ObjectProperty<KeyMap> keys = new SimpleObjectProperty<>(new KeyMap(Map.of()));

    public Actions() {
        // The first listener of those that are called first: who listens later finds the new keys in the list.
        keys.addListener(change -> actions.replaceAll(action -> keyed(usual(action.name()))));
    }

    /// Puts actions at the end of their sections.
    public void register(Action... more) {
        for (Action action : more) {
            if (find(action.name()).isPresent()) {
                throw new IllegalArgumentException("there are two actions called " + action.name());
            }
            usual.add(action);
            actions.add(keyed(action));
        }
    }

    private Action keyed(Action action) {
        return action.onKey(keys.get().of(action.name(), action.key()));
    }

    /// The keys that the user changed. What shows keys listens to it.
    public ObjectProperty<KeyMap> keysProperty() {
        return keys;
    }

    public List<Action> all() {
        return List.copyOf(actions);
    }

    public List<Action> in(Section section) {
        return actions.stream().filter(a -> a.section() == section).toList();
    }

    /// An action as it is now: with the key that the user gave it.
    public Action get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("there is no action called " + name));
    }

    /// An action with the key that it comes with.
    public Action usual(String name) {
        return usual.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no action called " + name));
    }

    public Optional<Action> find(String name) {
        return actions.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /// The action that lies on a key, other than `action`.
    public Optional<Action> conflict(String action, KeyCombination key) {
        return actions.stream()
                .filter(other -> !other.name().equals(action))
                .filter(other -> other.key().filter(key::equals).isPresent())
                .findFirst();
    }

    /// Does what the key stands for: of several actions on it the first that can be done now. To be called where keys
    /// arrive that no control has used. While `focus` is a
    /// text field, a key without Ctrl or Alt belongs to the text, and is consumed so that no menu takes it either.
    public void handle(KeyEvent event, Node focus) {
        handle(event, focus, action -> true);
    }

    /// The same among the actions that are `wanted`.
    public void handle(KeyEvent event, Node focus, Predicate<Action> wanted) {
        boolean typing = focus instanceof TextInputControl text && text.isEditable();
        if (typing && !event.isShortcutDown() && !event.isAltDown() && !isOfTheWindow(event)) {
            event.consume();
            return;
        }
        List<Action> meant =
                actions.stream().filter(wanted).filter(a -> matches(a, event)).toList();
        if (!meant.isEmpty()) {
            event.consume();
            meant.stream().filter(Action::isEnabled).findFirst().ifPresent(Action::perform);
        }
    }

    /// Keys that mean the same everywhere.
    private static boolean isOfTheWindow(KeyEvent event) {
        return switch (event.getCode()) {
            case ESCAPE, TAB, ENTER -> true;
            default -> event.getCode().isFunctionKey();
        };
    }

    private static boolean matches(Action action, KeyEvent event) {
        if (action.key().isEmpty()) {
            return false;
        }
        return switch (action.key().get()) {
            case KeyCharacterCombination typed ->
                event.getEventType() == KeyEvent.KEY_TYPED
                        && typed.getCharacter().equals(event.getCharacter());
            case KeyCombination pressed -> event.getEventType() == KeyEvent.KEY_PRESSED && pressed.match(event);
        };
    }

    /// The key caps of an action, in the order they are held: `Ctrl`, `Shift`, `Z`.
    public static List<String> caps(Action action) {
        return action.key().map(KeyCaps::of).orElseGet(List::of);
    }
}
