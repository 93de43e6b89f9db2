package org.layerloom.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.Guide;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

final class SnappingTest {
    private static final SnapSettings ON = new SnapSettings(true, true, 0);
    private static final LayerId FIRST = new LayerId(1);
    private static final Document PAGE = Document.blank(400, 300).addRegion(new Rect(100, 80, 60, 60));

    private static Rect moved(Document document, SnapSettings settings, Rect place, int dx, int dy) {
        Offset offset = Snapping.of(document, List.of(), settings)
                .move(place, new Offset(dx, dy), Pointer.at(0, 0, 1), Pointer.at(dx, dy, 1));
        return place.translate(offset.dx(), offset.dy());
    }

    @Test
    void an_edge_near_an_edge_meets_it() {
        assertThat(moved(PAGE, ON, new Rect(200, 200, 41, 31), -36, -21)).isEqualTo(new Rect(160, 179, 41, 31));
    }

    @Test
    void a_centre_near_a_centre_meets_it() {
        assertThat(moved(PAGE, ON, new Rect(300, 90, 20, 41), -177, 30)).isEqualTo(new Rect(120, 120, 20, 41));
    }

    @Test
    void what_is_out_of_reach_stays_where_it_is() {
        assertThat(moved(PAGE, ON, new Rect(200, 200, 41, 31), -33, -20)).isEqualTo(new Rect(167, 180, 41, 31));
    }

    @Test
    void the_page_counts_with_its_edges_and_its_middle() {
        assertThat(moved(Document.blank(400, 300), ON, new Rect(50, 50, 40, 40), -47, 76))
                .isEqualTo(new Rect(0, 130, 40, 40));
    }

    @Test
    void guides_count_while_they_are_shown() {
        Document guided = Document.blank(400, 300).withGuides(List.of(new Guide(true, 77)));
        assertThat(moved(guided, ON, new Rect(50, 40, 10, 10), 25, 0).x()).isEqualTo(77);
        assertThat(moved(guided, new SnapSettings(true, false, 0), new Rect(50, 40, 10, 10), 25, 0)
                        .x())
                .isEqualTo(75);
    }

    @Test
    void the_grid_counts_while_it_is_shown() {
        Document blank = Document.blank(4_000, 3_000);
        SnapSettings grid = new SnapSettings(true, true, 50);
        assertThat(moved(blank, grid, new Rect(0, 70, 13, 13), 203, 40)).isEqualTo(new Rect(200, 110, 13, 13));
        assertThat(moved(blank, grid, new Rect(0, 70, 13, 13), 240, 40).right()).isEqualTo(250);
    }

    @Test
    void gaps_become_equal_in_a_row_and_between_two() {
        Document row =
                Document.blank(1_000, 300).addRegion(new Rect(100, 100, 50, 50)).addRegion(new Rect(190, 100, 50, 50));
        assertThat(moved(row, ON, new Rect(300, 111, 33, 21), -17, 0)).isEqualTo(new Rect(280, 111, 33, 21));
        Document ends =
                Document.blank(1_000, 300).addRegion(new Rect(100, 100, 50, 50)).addRegion(new Rect(311, 100, 50, 50));
        assertThat(moved(ends, ON, new Rect(500, 111, 31, 21), -287, 0)).isEqualTo(new Rect(215, 111, 31, 21));
    }

    @Test
    void equal_gaps_are_shown_with_what_they_measure() {
        Document row =
                Document.blank(1_000, 300).addRegion(new Rect(100, 100, 50, 50)).addRegion(new Rect(190, 100, 50, 50));
        List<SnapLine> lines = Snapping.of(row, List.of(), ON)
                .lines(new Rect(280, 111, 33, 21), Pointer.at(0, 0, 1), Pointer.at(9, 9, 1));
        assertThat(lines)
                .filteredOn(line -> line.distance() > 0)
                .containsExactlyInAnyOrder(
                        new SnapLine(false, 125, 150, 190, 40), new SnapLine(false, 121.5, 240, 280, 40));
    }

    @Test
    void a_line_runs_along_all_that_it_touches() {
        List<SnapLine> lines = Snapping.of(PAGE, List.of(), ON)
                .lines(new Rect(160, 200, 37, 31), Pointer.at(0, 0, 1), Pointer.at(9, 9, 1));
        assertThat(lines).contains(new SnapLine(true, 160, 80, 231, 0));
    }

    @Test
    void ctrl_pressed_while_dragging_lets_go() {
        Snapping snapping = Snapping.of(PAGE, List.of(), ON);
        Pointer ctrl = new Pointer(-36, 0, 1, false, false, true);
        assertThat(snapping.move(new Rect(200, 200, 41, 31), new Offset(-36, 0), Pointer.at(0, 0, 1), ctrl))
                .isEqualTo(new Offset(-36, 0));
    }

    @Test
    void a_moved_thing_does_not_snap_to_itself() {
        Offset offset = Snapping.of(PAGE, List.of(FIRST), ON)
                .move(new Rect(100, 80, 60, 60), new Offset(3, 3), Pointer.at(0, 0, 1), Pointer.at(3, 3, 1));
        assertThat(offset).isEqualTo(new Offset(3, 3));
    }

    @Test
    void a_drawn_and_a_stretched_box_snap_with_the_corner_that_is_pulled() {
        RegionTool tool = new RegionTool(() -> ON);
        Document drawn = tool.press(PAGE, List.of(), Pointer.at(10, 10, 1))
                .release(PAGE, Pointer.at(97, 77, 1))
                .document();
        assertThat(drawn.regions().getLast().box()).isEqualTo(new Rect(10, 10, 90, 70));
        Document stretched = tool.press(PAGE, List.of(FIRST), Pointer.at(160, 140, 1))
                .release(PAGE, Pointer.at(197, 153, 1))
                .document();
        assertThat(stretched.region(FIRST).orElseThrow().box()).isEqualTo(new Rect(100, 80, 100, 70));
    }

    @Test
    void a_box_whose_layer_is_locked_in_its_place_is_not_moved() {
        Document locked = PAGE.add(new PixelLayer(
                LayerProps.named(FIRST, "Cake").withLocks(Locks.NONE.withPosition(true)),
                Raster.filled(60, 60, 0xff000000)));
        Gesture.Release end = new RegionTool(() -> ON)
                .press(locked, List.of(FIRST), Pointer.at(130, 100, 1))
                .release(locked, Pointer.at(180, 100, 1));
        assertThat(end.document()).isEqualTo(locked);
        assertThat(end.message()).isNotEqualTo(Optional.empty());
    }

    @Test
    void a_guide_is_pulled_out_moved_turned_and_dragged_back() {
        Document blank = Document.blank(400, 300);
        GuideDrag pull = new GuideDrag(List.of(), Optional.empty(), true, -20, -20, ON);
        assertThat(pull.drag(blank, Pointer.at(50, 90, 1)).guides()).containsExactly(new Guide(true, 50));
        assertThat(pull.drag(blank, new Pointer(50, 90, 1, false, true, false)).guides())
                .containsExactly(new Guide(false, 90));
        assertThat(pull.drag(blank, Pointer.at(-30, 90, 1)).guides()).isEmpty();
        assertThat(pull.drag(blank, Pointer.at(197, 90, 1)).guides()).containsExactly(new Guide(true, 200));
        Document guided = blank.withGuides(List.of(new Guide(true, 50), new Guide(false, 60)));
        GuideDrag move = new GuideDrag(List.of(), Optional.of(new Guide(true, 50)), true, -20, -20, ON);
        assertThat(move.drag(guided, Pointer.at(70, 0, 1)).guides())
                .containsExactly(new Guide(true, 70), new Guide(false, 60));
        assertThat(move.drag(guided, Pointer.at(-21, 0, 1)).guides()).containsExactly(new Guide(false, 60));
    }
}
