package org.layerloom.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.Guide;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.ui.tools.TransformFrame.Grip;

final class TransformSnapTest {
    private static final Document PAGE = Document.blank(400, 300)
            .addRegion(new Rect(100, 100, 50, 50))
            .addRegion(new Rect(200, 60, 80, 40))
            .withGuides(List.of(new Guide(true, 333)));
    private static final TransformFrame FRAME = TransformFrame.of(new Rect(100, 100, 50, 50));

    private final TransformSnap snap =
            new TransformSnap(Snapping.of(PAGE, List.of(new LayerId(1)), new SnapSettings(true, true, 0)));

    private TransformFrame dragged(Grip grip, Pointer from, Pointer to) {
        return snap.dragged(FRAME, grip, from, to);
    }

    private static Pointer at(double x, double y) {
        return Pointer.at(x, y, 1);
    }

    @Test
    void a_moved_frame_meets_an_edge_and_shows_the_line() {
        TransformFrame moved = dragged(new Grip.Move(), at(120, 120), at(223, 120));
        assertThat(moved.bounds().x()).isEqualTo(200);
        assertThat(snap.lines(moved, new Grip.Move(), at(120, 120), at(223, 120)))
                .anyMatch(line -> line.vertical() && line.at() == 200);
    }

    @Test
    void an_edge_that_is_pulled_meets_a_guide_in_proportion() {
        TransformFrame scaled = dragged(new Grip.Scale(Handle.SE), at(150, 150), at(330, 330));
        assertThat(scaled.bounds()).isEqualTo(new Rect(100, 100, 233, 233));
        TransformFrame free = snap.dragged(
                FRAME, new Grip.Scale(Handle.SE), at(150, 150), new Pointer(330, 200, 1, true, false, false));
        assertThat(free.bounds()).isEqualTo(new Rect(100, 100, 233, 100));
    }

    @Test
    void with_alt_both_sides_go_and_the_pulled_one_meets_the_guide() {
        TransformFrame scaled = snap.dragged(
                FRAME, new Grip.Scale(Handle.E), at(150, 125), new Pointer(331, 125, 1, false, true, false));
        assertThat(scaled.bounds().right()).isEqualTo(333);
        assertThat(scaled.cx()).isEqualTo(125);
    }

    @Test
    void ctrl_pressed_on_the_way_and_a_turned_frame_snap_to_nothing() {
        Pointer ctrl = new Pointer(223, 120, 1, false, false, true);
        assertThat(dragged(new Grip.Move(), at(120, 120), ctrl).bounds().x()).isEqualTo(203);
        TransformFrame turned = FRAME.withDegrees(30);
        Pointer from = at(turned.handleX(Handle.SE), turned.handleY(Handle.SE));
        Pointer to = at(from.x() + 60, from.y() + 50);
        assertThat(snap.dragged(turned, new Grip.Scale(Handle.SE), from, to))
                .isEqualTo(turned.dragged(new Grip.Scale(Handle.SE), from, to));
    }
}
