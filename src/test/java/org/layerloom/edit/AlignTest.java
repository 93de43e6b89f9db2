package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.layerloom.edit.Stacks.ids;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

class AlignTest {
    @ParameterizedTest
    @CsvSource({"LEFT, 0, 20", "CENTER, 80, 20", "RIGHT, 160, 20", "TOP, 10, 0", "MIDDLE, 10, 35", "BOTTOM, 10, 70"})
    void one_box_goes_against_the_page(Align align, int x, int y) {
        Document document = Document.blank(200, 100).addRegion(new Rect(10, 20, 40, 30));
        assertThat(align.apply(document, ids(1)).regions().getFirst().box()).isEqualTo(new Rect(x, y, 40, 30));
    }

    @ParameterizedTest
    @CsvSource({"LEFT, 10, 10", "CENTER, 40, 45", "RIGHT, 70, 80", "TOP, 10, 80", "MIDDLE, 10, 80"})
    void several_go_against_each_other(Align align, int first, int second) {
        Document document =
                Document.blank(200, 100).addRegion(new Rect(10, 0, 40, 30)).addRegion(new Rect(80, 0, 30, 30));
        assertThat(lefts(align.apply(document, ids(1, 2)))).containsExactly(first, second);
    }

    @Test
    void equal_gaps_and_equal_centres_leave_the_outermost_where_they_are() {
        Document document = Document.blank(300, 100)
                .addRegion(new Rect(0, 0, 20, 10))
                .addRegion(new Rect(25, 5, 40, 10))
                .addRegion(new Rect(180, 90, 20, 10));
        assertThat(lefts(Distribute.HORIZONTAL_GAPS.apply(document, ids(3, 1, 2))))
                .containsExactly(0, 80, 180);
        assertThat(lefts(Distribute.HORIZONTAL_CENTERS.apply(document, ids(1, 2, 3))))
                .containsExactly(0, 80, 180);
        assertThat(Distribute.VERTICAL_GAPS
                        .apply(document, ids(1, 2, 3))
                        .regions()
                        .get(1)
                        .box()
                        .y())
                .isEqualTo(45);
        assertThat(Distribute.VERTICAL_GAPS.apply(document, ids(1, 2))).isSameAs(document);
    }

    private static List<Integer> lefts(Document document) {
        return document.regions().stream().map(Region::box).map(Rect::x).toList();
    }
}
