package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

final class BoxLayoutsTest {
    private static final Document LAYOUT = Document.blank(200, 100)
            .withPrompt("a fair")
            .addRegion(new Rect(20, 10, 100, 50))
            .addRegion(new Rect(150, 50, 50, 50));

    @Test
    void a_page_without_layers_becomes_the_layouts_page() {
        Document laid = BoxLayouts.lay(Document.blank(64, 64).addRegion(new Rect(0, 0, 9, 9)), LAYOUT);
        assertThat(laid.canvas()).isEqualTo(LAYOUT.canvas());
        assertThat(boxes(laid)).isEqualTo(boxes(LAYOUT));
        assertThat(laid.regions()).extracting(Region::tag).containsExactly(0, 1);
        assertThat(laid.prompt()).isEqualTo("a fair");
    }

    @Test
    void a_page_with_layers_keeps_its_size_its_boxes_with_layers_and_its_prompt() {
        Document design = Document.blank(100, 100)
                .withPrompt("mine")
                .addRegion(new Rect(0, 0, 9, 9))
                .addRegion(new Rect(1, 1, 9, 9));
        Document painted = design.add(
                new PixelLayer(LayerProps.named(new LayerId(1), "Fox"), Raster.of(1, 1, new int[] {0xFF112233})));
        Document laid = BoxLayouts.lay(painted, LAYOUT);
        assertThat(laid.canvas()).isEqualTo(painted.canvas());
        assertThat(boxes(laid))
                .containsExactly(new Rect(0, 0, 9, 9), new Rect(10, 10, 50, 50), new Rect(75, 50, 25, 50));
        assertThat(laid.regions()).extracting(Region::layer).doesNotHaveDuplicates();
        assertThat(laid.layers()).isEqualTo(painted.layers());
        assertThat(laid.prompt()).isEqualTo("mine");
    }

    @Test
    void a_box_never_becomes_empty_when_it_is_scaled() {
        Document tiny = Document.blank(10, 10)
                .add(new PixelLayer(LayerProps.named(new LayerId(1), "Dot"), Raster.of(1, 1, new int[] {-1})));
        Document dust = Document.blank(1000, 1000).addRegion(new Rect(3, 3, 1, 1));
        assertThat(boxes(BoxLayouts.lay(tiny, dust))).containsExactly(new Rect(0, 0, 1, 1));
    }

    private static List<Rect> boxes(Document document) {
        return document.regions().stream().map(Region::box).toList();
    }
}
