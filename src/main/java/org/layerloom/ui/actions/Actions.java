package org.layerloom.ui.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

/// The one list of all that the user can do, in the order of the menus, and the keys that do it.
public final class Actions {
    private final List<Action> actions = new ArrayList<>();

    /// Puts actions at the end of their sections.
    public void register(Action... more) {
        for (Action action : more) {
            if (find(action.name()).isPresent()) {
                throw new IllegalArgumentException("there are two actions called " + action.name());
            }
            actions.add(action);
        }
    }

    public List<Action> all() {
        return List.copyOf(actions);
    }

    public List<Action> in(Section section) {
        return actions.stream().filter(a -> a.section() == section).toList();
    }

    public Action get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("there is no action called " + name));
    }

    private Optional<Action> find(String name) {
        return actions.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /// Does what the key stands for. To be called where keys arrive that no control has used. While `focus` is a
    /// text field, a key without Ctrl or Alt belongs to the text, and is consumed so that no menu takes it either.
    public void handle(KeyEvent event, Node focus) {
        boolean typing = focus instanceof TextInputControl text && text.isEditable();
        if (typing && !event.isShortcutDown() && !event.isAltDown() && !isOfTheWindow(event)) {
            event.consume();
            return;
        }
        actions.stream().filter(a -> matches(a, event)).findFirst().ifPresent(action -> {
            event.consume();
            action.perform();
        });
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
        List<String> caps = new ArrayList<>();
        action.key().ifPresent(key -> {
            addHeld(caps, key);
            caps.add(mainKey(key));
        });
        return caps;
    }

    private static void addHeld(List<String> caps, KeyCombination key) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        if (key.getShortcut() == ModifierValue.DOWN) {
            caps.add(mac ? "Cmd" : "Ctrl");
        }
        if (key.getControl() == ModifierValue.DOWN) {
            caps.add("Ctrl");
        }
        if (key.getAlt() == ModifierValue.DOWN) {
            caps.add("Alt");
        }
        if (key.getShift() == ModifierValue.DOWN) {
            caps.add("Shift");
        }
    }

    private static String mainKey(KeyCombination key) {
        return switch (key) {
            case KeyCharacterCombination typed -> typed.getCharacter();
            case KeyCodeCombination pressed ->
                switch (pressed.getCode()) {
                    case ENTER -> "\u21b5";
                    case ESCAPE -> "Esc";
                    case DELETE -> "Del";
                    case OPEN_BRACKET -> "[";
                    case CLOSE_BRACKET -> "]";
                    case EQUALS -> "+";
                    case MINUS -> "-";
                    default -> pressed.getCode().getName();
                };
            default -> key.getName();
        };
    }
}
