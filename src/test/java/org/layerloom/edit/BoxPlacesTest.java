package org.layerloom.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

final class BoxPlacesTest {
    private static final Document TWO =
            Document.blank(400, 300).addRegion(new Rect(10, 20, 30, 40)).addRegion(new Rect(60, 20, 50, 80));
    private static final List<LayerId> BOTH = List.of(new LayerId(1), new LayerId(2));

    private static List<Rect> boxes(Document document) {
        return document.regions().stream().map(Region::box).toList();
    }

    @Test
    void a_new_place_moves_all_by_the_same() {
        assertThat(boxes(BoxPlaces.fit(TWO, BOTH, new Rect(110, 0, 100, 80))))
                .containsExactly(new Rect(110, 0, 30, 40), new Rect(160, 0, 50, 80));
    }

    @Test
    void a_new_size_stretches_boxes_and_the_gaps_between_them() {
        assertThat(boxes(BoxPlaces.fit(TWO, BOTH, new Rect(10, 20, 200, 40))))
                .containsExactly(new Rect(10, 20, 60, 20), new Rect(110, 20, 100, 40));
    }

    @Test
    void nothing_selected_changes_nothing() {
        assertThat(BoxPlaces.fit(TWO, List.of(), new Rect(0, 0, 5, 5))).isSameAs(TWO);
    }
}
