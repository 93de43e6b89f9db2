package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Marquee;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Pictures that come onto a page and go off it.
final class PlacingTest {
    private static final Rect PAGE = new Rect(0, 0, 100, 80);

    @Test
    void a_small_picture_lies_in_the_middle_pixel_for_pixel() {
        Raster picture = Raster.filled(20, 10, 0xffff0000);
        Placing.Placed placed = Placing.fit("Stamp", picture, PAGE);
        assertThat(placed.shown()).isSameAs(picture);
        assertThat(placed.place()).isEqualTo(new Rect(40, 35, 20, 10));
        assertThat(placed.transform().x(0, 0)).isEqualTo(40);
    }

    @Test
    void a_larger_one_is_shown_whole_and_its_source_is_kept() {
        Raster picture = Raster.filled(400, 200, 0xffff0000);
        Document document = Placing.add(Document.blank(100, 80), List.of(Placing.fit("Photo", picture, PAGE)));
        PlacedLayer layer = (PlacedLayer) document.layers().getFirst();
        assertThat(layer.bounds()).isEqualTo(new Rect(0, 15, 100, 50));
        assertThat(layer.source()).isSameAs(picture);
        assertThat(layer.transform().x(400, 200)).isEqualTo(100);
        assertThat(layer.transform().y(400, 200)).isEqualTo(65);
    }

    @Test
    void another_picture_fits_into_the_place_of_the_one_before_and_the_rest_of_the_layer_stays() {
        Raster picture = Raster.filled(20, 10, 0xffff0000);
        Document document = Placing.add(Document.blank(100, 80), List.of(Placing.fit("Photo", picture, PAGE)));
        PlacedLayer before = (PlacedLayer) document.layers().getFirst().with(props -> props.withOpacity(50));
        PlacedLayer after = Placing.replaced(before, Raster.filled(40, 40, 0xff0000ff));
        assertThat(after.bounds()).isEqualTo(new Rect(45, 35, 10, 10));
        assertThat(after.source().width()).isEqualTo(40);
        assertThat(after.props().withPosition(0, 0)).isEqualTo(before.props().withPosition(0, 0));
    }

    @Test
    void pictures_dropped_at_a_point_have_their_middle_there() {
        Placing.Placed placed = Placing.fit("Stamp", Raster.filled(20, 10, 0xffff0000), PAGE);
        Document document = Placing.addAt(Document.blank(100, 80), List.of(placed, placed), 30, 40);
        assertThat(document.layers()).hasSize(2);
        assertThat(document.layers().getLast().bounds()).isEqualTo(new Rect(20, 35, 20, 10));
        assertThat(((PlacedLayer) document.layers().getLast()).transform().x(0, 0))
                .isEqualTo(20);
    }

    @Test
    void a_copy_shows_the_chosen_layers_only_cut_to_what_is_seen() {
        Document document = Document.blank(100, 80);
        document = document.add(pixels(document, "Below", 0xff00ff00, new Rect(0, 0, 100, 80)));
        GroupLayer group = new GroupLayer(
                LayerProps.named(document.newId(), "Group"),
                List.of(pixels(document.withNextId(3), "Inside", 0xff0000ff, new Rect(10, 10, 5, 6))),
                true);
        document = document.add(group);
        Raster alone = PictureCopy.of(
                        document, List.of(group.children().getFirst().id()))
                .orElseThrow();
        assertThat(alone).isEqualTo(Raster.filled(5, 6, 0xff0000ff));
        Raster all = PictureCopy.of(document, List.of()).orElseThrow();
        assertThat(all.width()).isEqualTo(100);
    }

    @Test
    void a_copy_is_cut_by_the_marquee_and_there_is_none_of_nothing() {
        Document document = Document.blank(100, 80);
        document = document.add(pixels(document, "Below", 0xff00ff00, new Rect(0, 0, 100, 80)));
        Document half = document.withMarquee(Optional.of(new Marquee(Raster.filled(7, 8, 0x80000000), 3, 4)));
        assertThat(PictureCopy.of(half, List.of()).orElseThrow()).isEqualTo(Raster.filled(7, 8, 0x8000ff00));
        assertThat(PictureCopy.of(Document.blank(5, 5), List.of())).isEmpty();
    }

    private static PixelLayer pixels(Document document, String name, int argb, Rect place) {
        return new PixelLayer(
                LayerProps.named(document.newId(), name).withPosition(place.x(), place.y()),
                Raster.filled(place.width(), place.height(), argb));
    }
}
