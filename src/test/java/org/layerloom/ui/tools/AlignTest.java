package org.layerloom.ui.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;

final class AlignTest {
    @ParameterizedTest
    @CsvSource({"LEFT, 0, 20", "CENTER, 80, 20", "RIGHT, 160, 20", "TOP, 10, 0", "MIDDLE, 10, 35", "BOTTOM, 10, 70"})
    void each_way_puts_the_box_against_its_side_of_the_page(Align align, int x, int y) {
        Document document = Document.blank(200, 100).addRegion(new Rect(10, 20, 40, 30));
        assertThat(align.apply(document, new LayerId(1)).regions().getFirst().box())
                .isEqualTo(new Rect(x, y, 40, 30));
    }
}
