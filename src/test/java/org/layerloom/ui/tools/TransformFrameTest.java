package org.layerloom.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;
import org.layerloom.ui.tools.TransformFrame.Grip;

final class TransformFrameTest {
    private static final TransformFrame FRAME = TransformFrame.of(new Rect(100, 50, 80, 40));

    private static Pointer at(double x, double y) {
        return Pointer.at(x, y, 1);
    }

    private static Pointer held(double x, double y, boolean shift, boolean alt) {
        return new Pointer(x, y, 1, shift, alt, false);
    }

    private static TransformFrame pulled(Handle handle, Pointer to) {
        return FRAME.dragged(new Grip.Scale(handle), at(FRAME.handleX(handle), FRAME.handleY(handle)), to);
    }

    private static void assertFrame(TransformFrame frame, double x, double y, double width, double height) {
        assertThat(new double[] {frame.x(), frame.y(), frame.width(), frame.height()})
                .containsExactly(new double[] {x, y, width, height}, within(1e-9));
    }

    @Test
    void a_frame_that_nobody_touched_changes_nothing() {
        assertThat(FRAME.isIdentity()).isTrue();
        assertThat(FRAME.transform()).isEqualTo(Transform.IDENTITY);
    }

    @Test
    void a_corner_keeps_proportions_and_the_opposite_corner() {
        assertFrame(pulled(Handle.SE, at(260, 100)), 100, 50, 160, 80);
        assertFrame(pulled(Handle.NW, at(140, 60)), 120, 60, 60, 30);
    }

    @Test
    void shift_frees_the_proportions_and_alt_keeps_the_centre() {
        assertFrame(pulled(Handle.SE, held(260, 100, true, false)), 100, 50, 160, 50);
        assertFrame(pulled(Handle.E, held(190, 70, true, true)), 90, 50, 100, 40);
    }

    @Test
    void a_handle_pulled_over_to_the_other_side_mirrors() {
        TransformFrame frame = pulled(Handle.E, held(60, 70, true, false));
        assertThat(frame.sx()).isEqualTo(-0.5);
        assertThat(frame.transform().x(180, 50)).isCloseTo(60, within(1e-9));
    }

    @Test
    void around_a_corner_the_frame_is_turned_and_shift_keeps_to_fifteen_degrees() {
        assertThat(FRAME.under(at(190, 98))).isEqualTo(new Grip.Turn());
        TransformFrame turned = FRAME.dragged(new Grip.Turn(), at(200, 70), held(140, 128, true, false));
        assertThat(turned.degrees()).isEqualTo(90);
        assertThat(turned.transform().x(100, 50)).isCloseTo(160, within(1e-9));
        assertThat(turned.transform().y(100, 50)).isCloseTo(30, within(1e-9));
    }

    @Test
    void a_turned_frame_is_stretched_along_its_own_sides() {
        TransformFrame turned = FRAME.withDegrees(90);
        Pointer east = at(turned.handleX(Handle.E), turned.handleY(Handle.E));
        TransformFrame longer =
                turned.dragged(new Grip.Scale(Handle.E), east, held(east.x(), east.y() + 40, true, false));
        assertThat(longer.width()).isCloseTo(120, within(1e-9));
        assertThat(longer.height()).isCloseTo(40, within(1e-9));
        assertThat(longer.handleX(Handle.W)).isCloseTo(turned.handleX(Handle.W), within(1e-9));
        assertThat(longer.handleY(Handle.W)).isCloseTo(turned.handleY(Handle.W), within(1e-9));
        assertThat(turned.stretch(Handle.E)).isEqualTo(Cue.Shape.STRETCH_S);
    }

    @Test
    void inside_it_is_moved_and_far_away_nothing_is_taken() {
        assertThat(FRAME.under(at(140, 70))).isEqualTo(new Grip.Move());
        assertThat(FRAME.under(at(300, 300))).isEqualTo(new Grip.None());
        assertFrame(FRAME.dragged(new Grip.Move(), at(140, 70), at(147, 65)), 107, 45, 80, 40);
    }

    @Test
    void numbers_keep_the_left_and_upper_edge() {
        assertFrame(FRAME.withWidth(40, true), 100, 50, 40, 20);
        assertFrame(FRAME.withHeight(80, false), 100, 50, 80, 80);
        assertFrame(FRAME.scaledTo(0.5), 120, 60, 40, 20);
    }

    @Test
    void mirroring_twice_brings_everything_back() {
        TransformFrame turned = FRAME.withDegrees(30);
        assertThat(turned.flipped(true).flipped(true)).isEqualTo(turned);
        Transform mirrored = FRAME.flipped(true).transform();
        assertThat(mirrored.x(100, 50)).isCloseTo(180, within(1e-9));
    }

    @Test
    void a_crop_may_reach_beyond_the_page_and_is_drawn_anew_outside() {
        CropFrame crop = new CropFrame(new Rect(0, 0, 100, 80));
        CropFrame wider = crop.dragged(
                crop.under(at(100, 40)), at(100, 40), at(130, 40), CropShape.FREE, new Rect(0, 0, 100, 80));
        assertThat(wider.rect()).isEqualTo(new Rect(0, 0, 130, 80));
        CropFrame moved =
                crop.dragged(crop.under(at(50, 40)), at(50, 40), at(40, 50), CropShape.FREE, new Rect(0, 0, 100, 80));
        assertThat(moved.rect()).isEqualTo(new Rect(-10, 10, 100, 80));
        CropFrame drawn = crop.dragged(
                crop.under(at(150, 150)), at(150, 150), at(190, 170), CropShape.FREE, new Rect(0, 0, 100, 80));
        assertThat(drawn.rect()).isEqualTo(new Rect(150, 150, 40, 20));
    }
}
