package org.layerloom.ui.actions;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import org.layerloom.words.Words;

/// The names that stand on the keys of a combination, in the order in which they are held.
public final class KeyCaps {
    private final Words words = Words.of(KeyCaps.class);
    private final List<String> caps = new ArrayList<>();

    private KeyCaps(KeyCombination key) {
        addHeld(key);
        caps.add(mainKey(key));
    }

    /// `Ctrl`, `Shift`, `Z`.
    public static List<String> of(KeyCombination key) {
        return List.copyOf(new KeyCaps(key).caps);
    }

    private void addHeld(KeyCombination key) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        if (key.getShortcut() == ModifierValue.DOWN) {
            caps.add(mac ? "Cmd" : words.text("key.ctrl"));
        }
        if (key.getControl() == ModifierValue.DOWN) {
            caps.add(words.text("key.ctrl"));
        }
        if (key.getAlt() == ModifierValue.DOWN) {
            caps.add("Alt");
        }
        if (key.getShift() == ModifierValue.DOWN) {
            caps.add(words.text("key.shift"));
        }
    }

    private String mainKey(KeyCombination key) {
        return switch (key) {
            case KeyCharacterCombination typed -> typed.getCharacter();
            case KeyCodeCombination pressed ->
                switch (pressed.getCode()) {
                    case ENTER -> "\u21b5";
                    case OPEN_BRACKET -> "[";
                    case CLOSE_BRACKET -> "]";
                    case EQUALS -> "+";
                    case MINUS -> "-";
                    case SEMICOLON -> ";";
                    case COMMA -> ",";
                    case PERIOD -> ".";
                    case SLASH -> "/";
                    case QUOTE -> "'";
                    case BACK_SLASH -> "\\";
                    default -> named(pressed);
                };
            default -> key.getName();
        };
    }

    private String named(KeyCodeCombination pressed) {
        return switch (pressed.getCode()) {
            case ESCAPE -> words.text("key.escape");
            case DELETE -> words.text("key.delete");
            case BACK_SPACE -> words.text("key.backspace");
            case SPACE -> words.text("key.space");
            case TAB -> words.text("key.tab");
            case INSERT -> words.text("key.insert");
            case UP, KP_UP -> words.text("key.up");
            case DOWN, KP_DOWN -> words.text("key.down");
            case LEFT, KP_LEFT -> words.text("key.left");
            case RIGHT, KP_RIGHT -> words.text("key.right");
            case HOME -> words.text("key.home");
            case END -> words.text("key.end");
            case PAGE_UP -> words.text("key.page.up");
            case PAGE_DOWN -> words.text("key.page.down");
            default -> pressed.getCode().getName();
        };
    }
}
