package org.layerloom.codec.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Carried;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

final class ProjectProgressTest {
    private static final Document PAGE =
            Document.blank(64, 48).add(layer(1)).add(layer(2)).add(layer(3));

    private static PixelLayer layer(int id) {
        return new PixelLayer(LayerProps.named(new LayerId(id), "Layer"), Raster.filled(32, 32, 0xff000000 | id));
    }

    @Test
    void a_save_tells_how_far_it_is_by_the_pixels_that_are_packed() throws Exception {
        List<Double> told = Collections.synchronizedList(new ArrayList<>());
        ProjectWriter.write(PAGE, Carried.NOTHING, PackedPictures.NONE, told::add, new ByteArrayOutputStream());
        assertThat(told).hasSize(6).startsWith(0.0).allMatch(share -> share >= 0 && share <= 1);
        assertThat(Collections.max(told)).isEqualTo(1);
    }

    @Test
    void a_save_can_be_stopped_between_two_pictures_and_the_next_one_is_whole() throws Exception {
        assertThatThrownBy(() -> ProjectWriter.write(
                        PAGE,
                        Carried.NOTHING,
                        PackedPictures.NONE,
                        share -> {
                            if (share > 0.6) {
                                throw new CancellationException("enough");
                            }
                        },
                        OutputStream.nullOutputStream()))
                .isInstanceOf(CancellationException.class);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ProjectWriter.write(PAGE, Carried.NOTHING, PackedPictures.NONE, share -> {}, again);
        ByteArrayOutputStream fresh = new ByteArrayOutputStream();
        ProjectWriter.write(PAGE, fresh);
        assertThat(again.toByteArray()).isEqualTo(fresh.toByteArray());
    }

    @Test
    void one_large_picture_is_followed_row_by_row() throws Exception {
        Document tall = Document.blank(8, 8)
                .add(new PixelLayer(LayerProps.named(new LayerId(1), "Tall"), Raster.filled(16, 2048, -1)));
        List<Double> told = Collections.synchronizedList(new ArrayList<>());
        ProjectWriter.write(tall, Carried.NOTHING, PackedPictures.NONE, told::add, new ByteArrayOutputStream());
        assertThat(told).hasSizeGreaterThan(8);
    }
}
