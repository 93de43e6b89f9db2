package org.layerloom.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;

final class RegionToolTest {
    private static final Document PAGE = Document.blank(400, 300);
    private static final Rect BOX = new Rect(100, 80, 120, 60);
    private static final Document ONE = PAGE.addRegion(BOX);
    private static final LayerId ID = new LayerId(1);
    private static final List<LayerId> SELECTED = List.of(ID);

    private final RegionTool tool = new RegionTool(() -> SnapSettings.OFF);

    private static Pointer at(double x, double y) {
        return new Pointer(x, y, 1, false, false, false);
    }

    private static Pointer held(double x, double y, boolean shift, boolean alt) {
        return new Pointer(x, y, 1, shift, alt, false);
    }

    private Rect dragged(Document document, List<LayerId> selection, Pointer from, Pointer to) {
        Document after =
                tool.press(document, selection, from).release(document, to).document();
        return after.regions().getLast().box();
    }

    @Test
    void a_drag_on_the_page_draws_a_box_and_selects_it() {
        Gesture.Release end = tool.press(PAGE, List.of(), at(50, 40)).release(PAGE, at(150, 140));
        assertThat(end.document().regions()).extracting(r -> r.box()).containsExactly(new Rect(50, 40, 100, 100));
        assertThat(end.selection()).contains(ID);
    }

    @Test
    void a_box_can_be_drawn_towards_every_corner() {
        assertThat(dragged(PAGE, List.of(), at(150, 140), at(50, 40))).isEqualTo(new Rect(50, 40, 100, 100));
    }

    @Test
    void a_drawn_box_ends_at_the_edge_of_the_page() {
        assertThat(dragged(PAGE, List.of(), at(350, 250), at(500, 500))).isEqualTo(new Rect(350, 250, 50, 50));
        assertThat(dragged(PAGE, List.of(), at(-30, -40), at(60, 70))).isEqualTo(new Rect(0, 0, 60, 70));
    }

    @Test
    void shift_draws_a_square_and_alt_draws_around_the_start() {
        assertThat(dragged(PAGE, List.of(), at(50, 40), held(150, 60, true, false)))
                .isEqualTo(new Rect(50, 40, 100, 100));
        assertThat(dragged(PAGE, List.of(), at(100, 100), held(130, 120, false, true)))
                .isEqualTo(new Rect(70, 80, 60, 40));
        assertThat(dragged(PAGE, List.of(), at(350, 250), held(500, 260, true, false)))
                .isEqualTo(new Rect(350, 250, 50, 50));
    }

    @Test
    void a_new_box_is_drawn_over_another_that_is_not_selected() {
        Document two = ONE.addRegion(new Rect(0, 0, 400, 300));
        assertThat(dragged(two, List.of(), at(150, 100), at(190, 130))).isEqualTo(new Rect(150, 100, 40, 30));
    }

    @Test
    void a_drag_too_thin_for_a_box_draws_none() {
        Gesture.Release end = tool.press(PAGE, List.of(), at(50, 40)).release(PAGE, at(150, 43));
        assertThat(end.document()).isEqualTo(PAGE);
    }

    @Test
    void a_click_selects_the_topmost_box_and_beside_all_boxes_nothing() {
        Document two = ONE.addRegion(new Rect(90, 70, 200, 200));
        assertThat(tool.press(two, List.of(), at(150, 100)).click(two).selection())
                .contains(new LayerId(2));
        assertThat(tool.press(two, SELECTED, at(10, 10)).click(two).selection()).isEmpty();
    }

    @Test
    void the_fifty_first_box_is_refused_with_a_message() {
        Document full = PAGE;
        for (int i = 0; i < GenerateRequest.MAX_BOXES; i++) {
            full = full.addRegion(new Rect(i, i, 20, 20));
        }
        Gesture.Release end = tool.press(full, List.of(), at(200, 200)).release(full, at(260, 260));
        assertThat(end.document()).isEqualTo(full);
        assertThat(end.message()).contains("A page holds at most 50 boxes. Delete one to draw another.");
    }

    @Test
    void the_selected_box_moves_by_its_inside_and_stays_on_the_page() {
        assertThat(dragged(ONE, SELECTED, at(150, 110), at(160, 90))).isEqualTo(new Rect(110, 60, 120, 60));
        assertThat(dragged(ONE, SELECTED, at(150, 110), at(900, -900))).isEqualTo(new Rect(280, 0, 120, 60));
        assertThat(dragged(ONE, SELECTED, at(150, 110), held(160, 113, true, false)))
                .isEqualTo(new Rect(110, 80, 120, 60));
    }

    @Test
    void another_box_moves_by_its_outline() {
        assertThat(dragged(ONE, List.of(), at(101, 110), at(111, 110))).isEqualTo(new Rect(110, 80, 120, 60));
    }

    @Test
    void a_moved_box_takes_its_layer_along() {
        Document made =
                ONE.add(new PixelLayer(LayerProps.named(ID, "Cake").withPosition(110, 90), Raster.filled(20, 20, -1)));
        Document moved = tool.press(made, SELECTED, at(150, 110))
                .release(made, at(155, 117))
                .document();
        assertThat(moved.layer(ID).orElseThrow().bounds()).isEqualTo(new Rect(115, 97, 20, 20));
        assertThat(moved.region(ID).orElseThrow().box()).isEqualTo(new Rect(105, 87, 120, 60));
    }

    @ParameterizedTest
    @CsvSource({
        "NW, 90, 70, 130, 70", "N, 100, 70, 120, 70", "NE, 100, 70, 110, 70", "E, 100, 80, 110, 60",
        "SE, 100, 80, 110, 50", "S, 100, 80, 120, 50", "SW, 90, 80, 130, 50", "W, 90, 80, 130, 60"
    })
    void each_handle_pulls_its_own_sides(Handle handle, int x, int y, int width, int height) {
        double px = handle.x(BOX);
        double py = handle.y(BOX);
        assertThat(dragged(ONE, SELECTED, at(px, py), at(px - 10, py - 10))).isEqualTo(new Rect(x, y, width, height));
    }

    @Test
    void shift_keeps_proportions_and_alt_keeps_the_centre() {
        assertThat(dragged(ONE, SELECTED, at(220, 140), held(280, 141, true, false)))
                .isEqualTo(new Rect(100, 80, 180, 90));
        assertThat(dragged(ONE, SELECTED, at(220, 140), held(230, 150, false, true)))
                .isEqualTo(new Rect(90, 70, 140, 80));
        assertThat(dragged(ONE, SELECTED, at(220, 110), held(280, 110, true, false)))
                .isEqualTo(new Rect(100, 65, 180, 90));
    }

    @Test
    void a_box_is_never_stretched_through_itself() {
        assertThat(dragged(ONE, SELECTED, at(220, 140), at(20, 20))).isEqualTo(new Rect(100, 80, 8, 8));
    }

    @Test
    void whatever_is_dragged_every_box_stays_on_the_page() {
        Random random = new Random(7);
        Document document = ONE;
        for (int i = 0; i < 2_000; i++) {
            Pointer from = any(random);
            Pointer to = any(random);
            List<LayerId> selection = random.nextBoolean() ? SELECTED : List.of();
            Document after =
                    tool.press(document, selection, from).release(document, to).document();
            assertThat(after.regions()).allMatch(r -> PAGE.canvas().contains(r.box()));
            document = after.regions().size() < 40 ? after : ONE;
        }
    }

    private static Pointer any(Random random) {
        return new Pointer(
                random.nextInt(-100, 500),
                random.nextInt(-100, 400),
                0.5 + random.nextInt(4),
                random.nextBoolean(),
                random.nextBoolean(),
                false);
    }

    @Test
    void the_pointer_tells_what_a_press_would_do() {
        assertThat(tool.cue(ONE, SELECTED, at(100, 80)).shape()).isEqualTo(Cue.Shape.STRETCH_NW);
        assertThat(tool.cue(ONE, SELECTED, at(150, 110)).shape()).isEqualTo(Cue.Shape.MOVE);
        assertThat(tool.cue(ONE, List.of(), at(150, 110))).isEqualTo(new Cue(Cue.Shape.DRAW, Optional.of(ID)));
        assertThat(tool.cue(ONE, List.of(), at(5, 5))).isEqualTo(new Cue(Cue.Shape.DRAW, Optional.empty()));
    }

    @Test
    void handles_keep_their_size_on_screen_at_every_zoom() {
        Pointer near = new Pointer(100 - 1.5, 80, 0.25, false, false, false);
        assertThat(Handle.under(BOX, near)).contains(Handle.NW);
        Pointer far = new Pointer(100 - 3, 80, 0.25, false, false, false);
        assertThat(Handle.under(BOX, far)).isEmpty();
    }
}
