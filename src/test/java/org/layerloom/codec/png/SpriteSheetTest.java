package org.layerloom.codec.png;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.layerloom.codec.Samples;
import org.layerloom.composite.Pictures;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

final class SpriteSheetTest {
    @Test
    void frames_hold_the_pixels_of_the_visible_layers_and_say_where_they_lie() throws IOException {
        Raster kite = Pictures.random(20, 12, 1);
        Raster cloud = Pictures.random(9, 30, 2);
        Document design = Document.blank(100, 50)
                .add(new PixelLayer(Samples.props(1, "kite", -3, 7), kite))
                .add(new PixelLayer(Samples.props(2, "hidden", 0, 0).withVisible(false), kite))
                .add(new PixelLayer(Samples.props(3, "empty", 0, 0), Raster.empty()))
                .add(new GroupLayer(
                        Samples.props(4, "group", 0, 0),
                        List.of(new PixelLayer(
                                Samples.props(5, "kite", 40, 5)
                                        .withBlendMode(BlendMode.SCREEN)
                                        .withOpacity(99),
                                cloud)),
                        true));
        Map<String, byte[]> files = Samples.files(set -> SpriteSheet.write(design, set));
        assertThat(files).containsOnlyKeys("sheet.png", "sheet.json");
        Raster sheet =
                PngReader.read(new ByteArrayInputStream(files.get("sheet.png"))).raster();
        JsonNode json = new ObjectMapper().readTree(files.get("sheet.json"));
        assertThat(json.at("/meta/image").asText()).isEqualTo("sheet.png");
        assertThat(rect(json.at("/meta/size"))).isEqualTo(new Rect(0, 0, sheet.width(), sheet.height()));
        assertThat(json.get("frames").fieldNames()).toIterable().containsExactly("kite", "kite 2");
        assertThat(sheet.crop(rect(json.at("/frames/kite/frame")))).isEqualTo(kite);
        assertThat(sheet.crop(rect(json.at("/frames/kite 2/frame")))).isEqualTo(cloud);
        assertThat(rect(json.at("/frames/kite/spriteSourceSize"))).isEqualTo(new Rect(-3, 7, 20, 12));
        assertThat(json.at("/frames/kite/sourceSize/w").asInt()).isEqualTo(100);
        assertThat(json.at("/meta/layers/1/blendMode").asText()).isEqualTo("screen");
        assertThat(json.at("/meta/layers/1/opacity").asInt()).isEqualTo(99);
    }

    @Test
    void a_design_without_visible_layers_is_a_sheet_without_frames() throws IOException {
        Map<String, byte[]> files = Samples.files(set -> SpriteSheet.write(Document.blank(9, 9), set));
        assertThat(new ObjectMapper().readTree(files.get("sheet.json")).get("frames"))
                .isEmpty();
        assertThat(PngReader.read(new ByteArrayInputStream(files.get("sheet.png")))
                        .raster()
                        .width())
                .isEqualTo(1);
    }

    @Test
    void pictures_lie_apart_close_together_and_always_the_same() {
        Random random = new Random(5);
        List<Rect> sizes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sizes.add(new Rect(0, 0, 1 + random.nextInt(200), 1 + random.nextInt(120)));
        }
        SheetPacking packing = SheetPacking.of(sizes);
        assertThat(packing).isEqualTo(SheetPacking.of(sizes));
        long used = 0;
        for (int i = 0; i < sizes.size(); i++) {
            Rect place = packing.places().get(i);
            assertThat(place.width()).isEqualTo(sizes.get(i).width());
            assertThat(new Rect(0, 0, packing.width(), packing.height()).contains(place))
                    .isTrue();
            Rect apart = new Rect(place.x() - 1, place.y() - 1, place.width() + 2, place.height() + 2);
            for (int k = 0; k < i; k++) {
                assertThat(apart.intersect(packing.places().get(k)).isEmpty()).isTrue();
            }
            used += place.area();
        }
        assertThat((double) used / packing.width() / packing.height()).isGreaterThan(0.85);
    }

    @Test
    void the_sheet_is_no_wider_than_engines_take_unless_a_layer_is() {
        List<Rect> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(new Rect(0, 0, 3000, 10));
        }
        assertThat(SheetPacking.of(many).width()).isLessThanOrEqualTo(SheetPacking.MAX_WIDTH);
        assertThat(SheetPacking.of(List.of(new Rect(0, 0, 9000, 4))).width()).isEqualTo(9000);
    }

    private static Rect rect(JsonNode json) {
        return new Rect(
                json.path("x").asInt(),
                json.path("y").asInt(),
                json.path("w").asInt(),
                json.path("h").asInt());
    }
}
