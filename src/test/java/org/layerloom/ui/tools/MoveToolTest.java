package org.layerloom.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.edit.Moves;

final class MoveToolTest {
    private static final LayerId BACKGROUND = new LayerId(1);
    private static final LayerId LOW = new LayerId(2);
    private static final LayerId HIGH = new LayerId(3);
    private static final Document DOCUMENT = Document.blank(100, 100)
            .add(layer(BACKGROUND, 0, 0, 100, 0xFFFFFFFF))
            .add(layer(LOW, 10, 10, 40, 0xFFFF0000))
            .add(layer(HIGH, 30, 30, 40, 0x8000FF00));

    private final MoveTool tool = new MoveTool(() -> SnapSettings.OFF);

    private static PixelLayer layer(LayerId id, int x, int y, int side, int argb) {
        return new PixelLayer(
                LayerProps.named(id, "Layer " + id.value()).withPosition(x, y), Raster.filled(side, side, argb));
    }

    private static Pointer at(double x, double y) {
        return new Pointer(x, y, 1, false, false, false);
    }

    private List<LayerId> picked(Document document, List<LayerId> selection, double x, double y) {
        return tool.press(document, selection, at(x, y)).selection();
    }

    @Test
    void the_topmost_layer_under_the_pointer_is_taken() {
        assertThat(picked(DOCUMENT, List.of(), 40, 40)).contains(HIGH);
        assertThat(picked(DOCUMENT, List.of(), 15, 15)).contains(LOW);
    }

    @Test
    void the_selected_layer_is_taken_where_it_has_something_under_the_pointer() {
        assertThat(picked(DOCUMENT, List.of(LOW), 40, 40)).contains(LOW);
        assertThat(picked(DOCUMENT, List.of(LOW), 60, 60)).contains(HIGH);
    }

    @Test
    void a_hidden_layer_and_a_transparent_place_are_looked_through() {
        Document hidden = DOCUMENT.with(HIGH, layer -> layer.with(props -> props.withVisible(false)));
        assertThat(picked(hidden, List.of(), 40, 40)).contains(LOW);
        Document holed = DOCUMENT.with(
                HIGH, layer -> ((PixelLayer) layer).withPixels(Raster.filled(40, 40, 0x00FF0000), 30, 30));
        assertThat(picked(holed, List.of(), 40, 40)).contains(LOW);
    }

    @Test
    void a_drag_moves_the_layer_even_off_the_page() {
        Document moved = tool.press(DOCUMENT, List.of(), at(60, 60))
                .release(DOCUMENT, at(-40, 65))
                .document();
        assertThat(moved.layer(HIGH).orElseThrow().bounds()).isEqualTo(new Rect(-70, 35, 40, 40));
        assertThat(moved.layer(LOW)).isEqualTo(DOCUMENT.layer(LOW));
    }

    @Test
    void shift_keeps_to_the_longer_direction() {
        Document moved = tool.press(DOCUMENT, List.of(), at(60, 60))
                .release(DOCUMENT, new Pointer(63, 70, 1, true, false, false))
                .document();
        assertThat(moved.layer(HIGH).orElseThrow().bounds()).isEqualTo(new Rect(30, 40, 40, 40));
    }

    @Test
    void the_background_is_selected_first_and_moved_only_then() {
        Gesture first = tool.press(DOCUMENT, List.of(), at(5, 5));
        assertThat(first.selection()).contains(BACKGROUND);
        assertThat(first.release(DOCUMENT, at(25, 25)).document()).isEqualTo(DOCUMENT);
        Gesture second = tool.press(DOCUMENT, List.of(BACKGROUND), at(5, 5));
        assertThat(second.release(DOCUMENT, at(6, 7))
                        .document()
                        .layer(BACKGROUND)
                        .orElseThrow()
                        .bounds())
                .isEqualTo(new Rect(1, 2, 100, 100));
    }

    @Test
    void an_empty_box_moves_where_only_the_background_is_below() {
        Document boxed = DOCUMENT.addRegion(new Rect(75, 75, 20, 20));
        LayerId box = DOCUMENT.newId();
        assertThat(picked(boxed, List.of(), 80, 80)).contains(box);
        Document moved = tool.press(boxed, List.of(), at(80, 80))
                .release(boxed, at(82, 79))
                .document();
        assertThat(moved.region(box).orElseThrow().box()).isEqualTo(new Rect(77, 74, 20, 20));
    }

    private static Pointer held(double x, double y, boolean shift, boolean alt) {
        return new Pointer(x, y, 1, shift, alt, false);
    }

    private static Rect place(Document document, LayerId id) {
        return document.layer(id).orElseThrow().bounds();
    }

    @Test
    void all_that_is_selected_moves_together() {
        Document moved = tool.press(DOCUMENT, List.of(HIGH, LOW), at(15, 15))
                .release(DOCUMENT, at(20, 12))
                .document();
        assertThat(place(moved, LOW)).isEqualTo(new Rect(15, 7, 40, 40));
        assertThat(place(moved, HIGH)).isEqualTo(new Rect(35, 27, 40, 40));
    }

    @Test
    void shift_click_adds_to_the_selection_and_takes_out_of_it() {
        assertThat(tool.press(DOCUMENT, List.of(LOW), held(60, 60, true, false))
                        .click(DOCUMENT)
                        .selection())
                .containsExactly(LOW, HIGH);
        assertThat(tool.press(DOCUMENT, List.of(LOW, HIGH), held(60, 60, true, false))
                        .click(DOCUMENT)
                        .selection())
                .containsExactly(LOW);
    }

    @Test
    void a_drag_with_alt_moves_a_copy_and_selects_it() {
        Gesture.Release end =
                tool.press(DOCUMENT, List.of(), held(60, 60, false, true)).release(DOCUMENT, at(65, 60));
        LayerId copy = DOCUMENT.newId();
        assertThat(end.selection()).containsExactly(copy);
        assertThat(place(end.document(), copy)).isEqualTo(new Rect(35, 30, 40, 40));
        assertThat(end.document().layer(HIGH)).isEqualTo(DOCUMENT.layer(HIGH));
    }

    @Test
    void a_drag_that_begins_on_the_background_selects_what_it_meets() {
        Gesture sweep = tool.press(DOCUMENT, List.of(), at(2, 2));
        assertThat(sweep.release(DOCUMENT, at(20, 20)).selection()).containsExactly(LOW);
        assertThat(sweep.release(DOCUMENT, at(99, 99)).selection()).containsExactly(LOW, HIGH);
        assertThat(sweep.release(DOCUMENT, at(8, 8)).selection()).isEmpty();
    }

    @Test
    void a_locked_position_stays_and_is_told() {
        Document locked =
                DOCUMENT.with(HIGH, layer -> layer.with(props -> props.withLocks(Locks.NONE.withPosition(true))));
        Gesture.Release end = tool.press(locked, List.of(LOW, HIGH), at(60, 60)).release(locked, at(90, 90));
        assertThat(end.document()).isEqualTo(locked);
        assertThat(end.message()).hasValueSatisfying(text -> assertThat(text).contains("Layer 3"));
    }

    @Test
    void a_moved_group_takes_its_layers_and_their_boxes_along() {
        Document base = Document.blank(100, 100).addRegion(new Rect(10, 10, 40, 40));
        LayerId child = new LayerId(1);
        LayerId group = new LayerId(2);
        Document grouped = base.add(
                new GroupLayer(LayerProps.named(group, "Group"), List.of(layer(child, 10, 10, 40, 0xFFFF0000)), true));
        Document moved = Moves.by(grouped, group, 5, 6);
        assertThat(moved.layer(child).orElseThrow().bounds()).isEqualTo(new Rect(15, 16, 40, 40));
        assertThat(moved.region(child).orElseThrow().box()).isEqualTo(new Rect(15, 16, 40, 40));
        Document deleted = Moves.delete(moved, group);
        assertThat(deleted.allLayers()).isEmpty();
        assertThat(deleted.regions()).isEmpty();
    }
}
