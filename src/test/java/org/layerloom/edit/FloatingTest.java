package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.composite.Resampler;
import org.layerloom.composite.Resampler.Quality;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Marquee;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;

final class FloatingTest {
    private static final LayerId ONE = new LayerId(1);
    private static final Document PAGE = Document.blank(100, 80)
            .addRegion(new Rect(10, 10, 40, 40))
            .add(new PixelLayer(
                    LayerProps.named(ONE, "Red").withPosition(10, 10).withOpacity(128),
                    Raster.filled(40, 40, 0xffcc0000)))
            .withMarquee(Optional.of(Marquee.of(new Rect(0, 0, 30, 30))));

    private static Document moved(Document document, Transform transform) {
        Floating floating = Floating.of(document, List.of(ONE)).orElseThrow();
        return floating.transformed(
                document, Transforms.fine(transform, document, new Resampler(Quality.FINE, () -> false)));
    }

    private static int alpha(Document document, int x, int y) {
        PixelLayer layer = (PixelLayer) document.layer(ONE).orElseThrow();
        Rect at = layer.bounds();
        return at.contains(x, y) ? layer.raster().argb(x - at.x(), y - at.y()) >>> 24 : 0;
    }

    @Test
    void only_the_pixels_in_the_marquee_move_and_the_marquee_goes_with_them() {
        Document after = moved(PAGE, Transform.translation(50, 0));
        assertThat(alpha(after, 15, 15)).isZero();
        assertThat(alpha(after, 40, 40)).isEqualTo(255);
        assertThat(alpha(after, 65, 15)).isEqualTo(255);
        assertThat(alpha(after, 85, 15)).isZero();
        assertThat(after.marquee().map(Marquee::bounds)).contains(new Rect(50, 0, 30, 30));
    }

    @Test
    void box_opacity_and_name_stay() {
        Document after = moved(PAGE, Transform.translation(50, 0));
        assertThat(after.region(ONE)).isEqualTo(PAGE.region(ONE));
        assertThat(after.layer(ONE).orElseThrow().props().withPosition(10, 10))
                .isEqualTo(PAGE.layer(ONE).orElseThrow().props());
    }

    @Test
    void nothing_moved_is_the_same_picture() {
        assertThat(moved(PAGE, Transform.translation(0, 0)).layer(ONE)).isEqualTo(PAGE.layer(ONE));
    }

    @Test
    void nothing_floats_without_a_marquee_or_from_several_layers() {
        assertThat(Floating.of(PAGE.withMarquee(Optional.empty()), List.of(ONE)))
                .isEmpty();
        assertThat(Floating.of(PAGE, List.of(ONE, new LayerId(2)))).isEmpty();
        Document away = PAGE.withMarquee(Optional.of(Marquee.of(new Rect(70, 60, 10, 10))));
        assertThat(Floating.of(away, List.of(ONE)).orElseThrow().place().isEmpty())
                .isTrue();
    }
}
