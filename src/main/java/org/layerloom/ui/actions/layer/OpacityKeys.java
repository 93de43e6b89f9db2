package org.layerloom.ui.actions.layer;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.edit.LayerEdits;
import org.layerloom.ui.Editor;
import org.layerloom.ui.actions.Actions;

/// Digits set the opacity of the selected layers, with Shift their fill: 4 is 40 %, 0 is 100 %, and 4 5 in quick
/// succession 45 %.
public final class OpacityKeys {
    /// Within which time a second digit belongs to the first, ms.
    private static final long QUICK = 900;

    private final EditActions edits;
    private final Actions actions;
    private final LongSupplier clock;
    private KeyEvent pressed;
    private Typed last = new Typed(-1, false, Long.MIN_VALUE, List.of(), -1);

    /// The digit before.
    ///
    /// @param step the history's position after it, -1 where it changed nothing
    private record Typed(int digit, boolean fill, long at, List<LayerId> ids, int step) {}

    /// @param actions whose keys come first: on some keyboards `/` is a digit with Shift
    /// @param clock ms
    OpacityKeys(EditActions edits, Actions actions, LongSupplier clock) {
        this.edits = edits;
        this.actions = actions;
        this.clock = clock;
    }

    /// To be called where keys arrive that no control has used.
    public void handle(KeyEvent event, Node focus) {
        if (focus instanceof TextInputControl text && text.isEditable()) {
            return;
        }
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            pressed = event;
        } else if (event.getEventType() == KeyEvent.KEY_TYPED && isDigit(pressed) && !isAction(event)) {
            boolean fill = pressed.isShiftDown();
            int digit = Integer.parseInt(pressed.getCode().getName().replaceAll("\\D", ""));
            pressed = null;
            if (edits.subject().hasLayers()) {
                type(digit, fill);
                event.consume();
            }
        }
    }

    private static boolean isDigit(KeyEvent event) {
        return event != null
                && event.getCode().isDigitKey()
                && !event.isShortcutDown()
                && !event.isControlDown()
                && !event.isAltDown()
                && event.getCode() != KeyCode.UNDEFINED;
    }

    private boolean isAction(KeyEvent event) {
        return actions.all().stream()
                .flatMap(action -> action.key().stream())
                .anyMatch(key -> key instanceof KeyCharacterCombination typed
                        && typed.getCharacter().equals(event.getCharacter()));
    }

    private void type(int digit, boolean fill) {
        Editor editor = edits.editor();
        long now = clock.getAsLong();
        boolean second =
                last.digit >= 0 && last.fill == fill && now - last.at < QUICK && last.ids.equals(editor.selected());
        int percent = percent(second ? OptionalInt.of(last.digit) : OptionalInt.empty(), digit);
        if (second && last.step == editor.history().position()) {
            editor.undo();
        }
        int before = editor.history().position();
        edits.perform(edit(percent, fill));
        int after = editor.history().position();
        last = new Typed(second ? -1 : digit, fill, now, editor.selected(), after == before ? -1 : after);
    }

    /// What a digit stands for, by itself or as the second of two.
    static int percent(OptionalInt first, int digit) {
        return first.isPresent() ? first.getAsInt() * 10 + digit : digit == 0 ? 100 : digit * 10;
    }

    private static Edit edit(int percent, boolean fill) {
        int value = Math.round(percent * 255 / 100f);
        UnaryOperator<LayerProps> set =
                props -> fill ? props.withBlending(props.blending().withFill(value)) : props.withOpacity(value);
        return Edit.of(
                fill ? "fill" : "opacity",
                (document, ids) -> LayerEdits.props(ids, set).apply(document));
    }
}
