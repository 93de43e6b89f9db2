package org.layerloom.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A document's edits: each gives another document and shares what it left alone.
final class DocumentTest {
    private static final Raster PIXELS = Raster.filled(4, 4, 0xFF0000FF);

    private final Document three = Document.blank(100, 80)
            .add(pixels(1, "bottom"))
            .add(group(2, "group", pixels(3, "inner"), group(4, "nested", pixels(5, "deep"))))
            .add(pixels(6, "top"));

    @ParameterizedTest
    @CsvSource({"0,5", "5,0", "-1,5", "300001,5", "5,300001", "20000,20000"})
    void a_page_of_impossible_size_is_refused_with_its_size(int width, int height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Document.blank(width, height))
                .withMessageContaining(width + " x " + height);
    }

    @Test
    void regions_take_ids_one_after_the_other_and_tags_in_turn() {
        Document document = Document.blank(100, 100);
        for (int i = 0; i < 10; i++) {
            document = document.addRegion(new Rect(i, i, 5, 5));
        }
        assertThat(document.regions())
                .extracting(r -> r.layer().value())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(document.regions()).extracting(Region::tag).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 0, 1);
    }

    @Test
    void an_id_is_never_used_twice_even_after_its_region_is_gone() {
        Document document = Document.blank(100, 100).addRegion(new Rect(0, 0, 5, 5));
        assertThat(document.withoutRegion(new LayerId(1)).newId()).isEqualTo(new LayerId(2));
    }

    @Test
    void the_next_id_is_above_every_id_of_layers_and_regions() {
        assertThat(three.newId()).isEqualTo(new LayerId(7));
        assertThat(three.withNextId(-4).nextId()).isEqualTo(7);
        Region region = new Region(new LayerId(41), new Rect(0, 0, 1, 1), "", 0);
        assertThat(Document.blank(10, 10).withRegions(List.of(region)).nextId()).isEqualTo(42);
    }

    @Test
    void all_layers_come_groups_before_children_bottom_first() {
        assertThat(three.allLayers())
                .extracting(Layer::name)
                .containsExactly("bottom", "group", "inner", "nested", "deep", "top");
    }

    @Test
    void an_edit_deep_in_the_tree_leaves_the_other_layers_the_same_objects() {
        Document edited = three.with(new LayerId(5), layer -> layer.with(props -> props.withVisible(false)));
        assertThat(edited.layer(new LayerId(5)).orElseThrow().props().visible()).isFalse();
        assertThat(edited.layers().get(0)).isSameAs(three.layers().get(0));
        assertThat(edited.layers().get(2)).isSameAs(three.layers().get(2));
        assertThat(edited.layer(new LayerId(3)))
                .containsSame(three.layer(new LayerId(3)).orElseThrow());
        assertThat(three.layer(new LayerId(5)).orElseThrow().props().visible()).isTrue();
    }

    @Test
    void an_edit_of_an_unknown_layer_or_region_changes_nothing() {
        assertThat(three.with(new LayerId(99), layer -> layer.translate(1, 1))).isEqualTo(three);
        assertThat(three.withRegion(new LayerId(99), region -> region.withPrompt("x")))
                .isEqualTo(three);
        assertThat(three.without(new LayerId(99))).isEqualTo(three);
    }

    @Test
    void a_removed_layer_leaves_its_siblings_and_its_region() {
        Document document = three.withRegions(List.of(new Region(new LayerId(3), new Rect(0, 0, 9, 9), "", 2)));
        Document without = document.without(new LayerId(3));
        assertThat(without.allLayers())
                .extracting(Layer::name)
                .containsExactly("bottom", "group", "nested", "deep", "top");
        assertThat(without.region(new LayerId(3))).isPresent();
    }

    @Test
    void a_removed_group_takes_its_children_along() {
        assertThat(three.without(new LayerId(2)).allLayers())
                .extracting(Layer::name)
                .containsExactly("bottom", "top");
    }

    @ParameterizedTest
    @CsvSource({
        "1,2,group top bottom",
        "1,1,group bottom top",
        "6,0,top bottom group",
        "2,99,bottom top group",
        "2,-9,group bottom top"
    })
    void a_layer_moves_to_an_index_counted_without_it(int id, int index, String names) {
        assertThat(three.reorder(new LayerId(id), index).layers())
                .extracting(Layer::name)
                .containsExactly(names.split(" "));
    }

    @Test
    void reordering_an_unknown_layer_names_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.reorder(new LayerId(99), 0))
                .withMessageContaining("99");
    }

    @Test
    void a_group_moves_with_all_that_it_holds_and_its_bounds_are_those_of_its_children() {
        Layer moved = three.layer(new LayerId(2)).orElseThrow().translate(10, -3);
        assertThat(moved.bounds()).isEqualTo(new Rect(10, -3, 4, 4));
        assertThat(group(9, "empty").bounds()).isEqualTo(Rect.EMPTY);
    }

    @Test
    void lists_of_a_document_cannot_be_changed_from_outside() {
        assertThatThrownBy(() -> three.layers().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> three.regions().add(null)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void properties_out_of_range_are_refused_by_value() {
        LayerProps props = LayerProps.named(new LayerId(1), "sky");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> props.withOpacity(256))
                .withMessageContaining("256");
        assertThatIllegalArgumentException().isThrownBy(() -> props.withTag(8)).withMessageContainingAll("8", "sky");
        assertThatIllegalArgumentException().isThrownBy(() -> new LayerId(0)).withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pixels(1, "sky").with(p -> p.withBlendMode(BlendMode.PASS_THROUGH)))
                .withMessageContaining("sky");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Region(new LayerId(1), new Rect(3, 3, 0, 5), "", 0))
                .withMessageContaining("0 x 5");
    }

    private static PixelLayer pixels(int id, String name) {
        return new PixelLayer(LayerProps.named(new LayerId(id), name), PIXELS);
    }

    private static GroupLayer group(int id, String name, Layer... children) {
        return new GroupLayer(LayerProps.named(new LayerId(id), name), List.of(children), true);
    }
}
