package org.layerloom.ui.actions.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.ui.Editor;
import org.layerloom.ui.actions.Action;
import org.layerloom.ui.actions.Actions;
import org.layerloom.ui.actions.Section;

final class OpacityKeysTest {
    private static final LayerId ID = new LayerId(1);

    private final Editor editor = new Editor(
            Document.blank(8, 8).add(new PixelLayer(LayerProps.named(ID, "Cake"), Raster.filled(4, 4, 0xff000000))));
    private final Actions actions = new Actions();
    private long now;
    private final OpacityKeys keys = new OpacityKeys(new EditActions(editor, notice -> {}), actions, () -> now);

    private void type(int digit, boolean shift, String character) {
        keys.handle(event(KeyEvent.KEY_PRESSED, "", KeyCode.valueOf("DIGIT" + digit), shift), null);
        keys.handle(event(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED, shift), null);
    }

    private static KeyEvent event(EventType<KeyEvent> type, String character, KeyCode code, boolean shift) {
        return new KeyEvent(type, character, "", code, shift, false, false, false);
    }

    private Blending blending() {
        return editor.document().layer(ID).orElseThrow().props().blending();
    }

    @Test
    void one_digit_is_tens_of_percent_and_nought_is_all() {
        editor.select(List.of(ID));
        type(4, false, "4");
        assertThat(blending().opacity()).isEqualTo(102);
        now += 5_000;
        type(0, false, "0");
        assertThat(blending().opacity()).isEqualTo(255);
        type(3, true, "#");
        assertThat(blending().fill()).isEqualTo(77);
    }

    @Test
    void a_quick_second_digit_makes_one_number_and_one_step_of_both() {
        editor.select(List.of(ID));
        type(4, false, "4");
        now += 300;
        type(5, false, "5");
        assertThat(blending().opacity()).isEqualTo(115);
        assertThat(editor.history().position()).isEqualTo(1);
        now += 100;
        type(6, false, "6");
        assertThat(blending().opacity()).isEqualTo(153);
    }

    @Test
    void a_first_digit_that_changed_nothing_takes_no_step_back() {
        editor.select(List.of(ID));
        editor.commit("Rename", document -> document.with(ID, l -> l.with(p -> p.withName("Pie"))));
        type(0, false, "0");
        type(7, false, "7");
        assertThat(blending().opacity()).isEqualTo(18);
        assertThat(editor.document().layer(ID).orElseThrow().name()).isEqualTo("Pie");
    }

    @Test
    void a_digit_that_is_another_actions_key_with_shift_is_left_to_it() {
        editor.select(List.of(ID));
        actions.register(Action.of(Section.LAYER, "lock", "Lock", () -> {}).withKey("'/'"));
        type(7, true, "/");
        assertThat(blending().fill()).isEqualTo(255);
    }

    @Test
    void without_a_layer_nothing_happens() {
        type(4, false, "4");
        assertThat(editor.history().position()).isZero();
    }
}
