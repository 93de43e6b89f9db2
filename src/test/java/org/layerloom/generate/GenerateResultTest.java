package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;

/// How a result finds its place in the document as it is when the run ends.
final class GenerateResultTest {
    private static final Recipe RECIPE = new Recipe("two boxes", 7, "m@1");
    private static final Recipe OLD = new Recipe("before", 1, "m@0");
    private static final Raster PAGE = Raster.filled(100, 80, 0xFFEEEEEE);
    private static final Raster RED = Raster.filled(6, 6, 0xFFFF0000);

    private final Document boxes = Document.blank(100, 80)
            .withPrompt("two boxes")
            .addRegion(new Rect(0, 0, 20, 20))
            .addRegion(new Rect(30, 30, 20, 20))
            .addRegion(new Rect(60, 30, 20, 20));

    @Test
    void a_fresh_page_gets_the_background_first_and_the_layers_in_order_with_their_places() {
        Document after = result(made(1), made(2), made(3)).applyTo(boxes);
        assertThat(names(after)).containsExactly("Background", "made 1", "made 2", "made 3");
        Layer second = after.layer(new LayerId(2)).orElseThrow();
        assertThat(second.bounds()).isEqualTo(new Rect(12, 2, 6, 6));
        assertThat(second.props().tag()).isEqualTo(boxes.regions().get(1).tag());
        assertThat(second.props().recipe()).contains(RECIPE);
        assertThat(after.layers().getFirst().props().recipe()).contains(RECIPE);
        assertThat(after.regions()).isEqualTo(boxes.regions());
    }

    @Test
    void a_layer_that_is_still_there_keeps_its_properties_and_gets_new_pixels() {
        Document before = result(made(1), made(2))
                .applyTo(boxes)
                .with(
                        new LayerId(1),
                        layer -> layer.with(props -> props.withName("my cat")
                                .withOpacity(100)
                                .withVisible(false)
                                .withBlendMode(BlendMode.MULTIPLY)));
        Raster green = Raster.filled(3, 3, 0xFF00FF00);
        Document after = result(new GenerateResult.Made(new LayerId(1), "new name", 9, 8, green, RECIPE))
                .applyTo(before);
        PixelLayer layer = (PixelLayer) after.layer(new LayerId(1)).orElseThrow();
        assertThat(layer.raster()).isSameAs(green);
        assertThat(layer.bounds()).isEqualTo(new Rect(9, 8, 3, 3));
        assertThat(layer.props())
                .isEqualTo(before.layer(new LayerId(1))
                        .orElseThrow()
                        .props()
                        .withPosition(9, 8)
                        .withRecipe(RECIPE));
    }

    @Test
    void a_layer_keeps_the_place_in_the_stack_that_it_was_moved_to() {
        Document before = result(made(1), made(2)).applyTo(boxes).reorder(new LayerId(1), 2);
        assertThat(names(result(made(1), made(2)).applyTo(before))).containsExactly("Background", "made 2", "made 1");
    }

    @Test
    void a_layer_whose_box_was_deleted_meanwhile_is_dropped() {
        Document after = result(made(1), made(2)).applyTo(boxes.withoutRegion(new LayerId(2)));
        assertThat(names(after)).containsExactly("Background", "made 1");
    }

    @Test
    void a_layer_made_later_goes_above_the_next_lower_box_that_has_one() {
        Document before = result(made(1), made(3)).applyTo(boxes);
        assertThat(names(result(made(2)).applyTo(before))).containsExactly("Background", "made 1", "made 2", "made 3");
    }

    @Test
    void a_second_run_replaces_the_background_and_keeps_its_name() {
        Document before = result().applyTo(boxes);
        Document renamed = before.with(before.layers().getFirst().id(), layer -> layer.with(p -> p.withName("Sky")));
        Raster blue = Raster.filled(100, 80, 0xFF0000FF);
        Document after = new GenerateResult(Optional.of(blue), List.of(), PAGE, RECIPE, List.of()).applyTo(renamed);
        assertThat(names(after)).containsExactly("Sky");
        assertThat(((PixelLayer) after.layers().getFirst()).raster()).isSameAs(blue);
    }

    @Test
    void a_blend_goes_on_top_and_is_seen_only_where_nothing_else_was_made() {
        GenerateResult alone =
                new GenerateResult(Optional.empty(), Optional.of(PAGE), List.of(), PAGE, RECIPE, List.of());
        Document seen = alone.applyTo(boxes);
        assertThat(names(seen)).containsExactly("Blend");
        assertThat(seen.layers().getLast().props().visible()).isTrue();
        GenerateResult all =
                new GenerateResult(Optional.of(PAGE), Optional.of(PAGE), List.of(made(1)), PAGE, RECIPE, List.of());
        Document covered = all.applyTo(boxes);
        assertThat(names(covered)).containsExactly("Background", "made 1", "Blend");
        assertThat(covered.layers().getLast().props().visible()).isFalse();
    }

    @Test
    void a_made_layer_that_lies_lowest_is_never_taken_for_the_background() {
        PixelLayer orphan =
                new PixelLayer(LayerProps.named(new LayerId(9), "orphan").withRecipe(OLD), RED);
        Document after = result().applyTo(Document.blank(100, 80).add(orphan));
        assertThat(after.layers()).hasSize(2);
        assertThat(after.layers().get(1)).isSameAs(orphan);
    }

    @Test
    void a_picture_that_the_user_brought_in_is_never_overwritten() {
        PixelLayer photo = new PixelLayer(LayerProps.named(new LayerId(9), "photo"), PAGE);
        Document after = result().applyTo(Document.blank(100, 80).add(photo));
        assertThat(after.layers()).hasSize(2);
        assertThat(after.layers().get(1)).isSameAs(photo);
    }

    @Test
    void layers_made_over_a_given_background_go_above_it() {
        PixelLayer photo = new PixelLayer(LayerProps.named(new LayerId(9), "photo"), PAGE);
        Document before = boxes.add(photo);
        GenerateResult result = new GenerateResult(Optional.empty(), List.of(made(1)), PAGE, RECIPE, List.of());
        assertThat(names(result.applyTo(before))).containsExactly("photo", "made 1");
    }

    @Test
    void a_layer_inside_a_group_gets_its_new_pixels_there() {
        PixelLayer inner =
                new PixelLayer(LayerProps.named(new LayerId(1), "inner").withRecipe(OLD), RED);
        Document before = boxes.add(new GroupLayer(LayerProps.named(new LayerId(8), "group"), List.of(inner), true));
        Document after = result(made(1)).applyTo(before);
        assertThat(names(after)).containsExactly("Background", "group");
        assertThat(after.layer(new LayerId(1)).orElseThrow().props().recipe()).contains(RECIPE);
    }

    @Test
    void a_new_layer_goes_above_the_group_that_holds_the_next_lower_one() {
        PixelLayer inner = new PixelLayer(LayerProps.named(new LayerId(1), "inner"), RED);
        PixelLayer top = new PixelLayer(LayerProps.named(new LayerId(9), "top"), RED);
        Document before = boxes.add(new GroupLayer(LayerProps.named(new LayerId(8), "group"), List.of(inner), true))
                .add(top);
        assertThat(names(result(made(2)).applyTo(before))).containsExactly("Background", "group", "made 2", "top");
    }

    @Test
    void what_is_locked_stays_as_it_is_in_a_locked_group_too() {
        PixelLayer inner = new PixelLayer(LayerProps.named(new LayerId(1), "inner"), RED);
        LayerProps locked = LayerProps.named(new LayerId(8), "group").withLocks(Locks.NONE.withPixels(true));
        Document before = boxes.add(new GroupLayer(locked, List.of(inner), true));
        Document after = result(made(1), made(2)).applyTo(before);
        assertThat(after.layer(new LayerId(1))).containsSame(inner);
        assertThat(after.layer(new LayerId(2))).isPresent();
    }

    @Test
    void a_locked_background_stays() {
        Document first = result().applyTo(boxes);
        LayerId background = first.layers().getFirst().id();
        Document before = first.with(background, l -> l.with(props -> props.withLocks(Locks.ALL)));
        assertThat(result().applyTo(before)).isEqualTo(before);
    }

    @Test
    void applying_the_same_result_again_changes_nothing() {
        GenerateResult result = result(made(1), made(2), made(3));
        Document once = result.applyTo(boxes);
        assertThat(result.applyTo(once)).isEqualTo(once);
    }

    private static GenerateResult result(GenerateResult.Made... made) {
        return new GenerateResult(Optional.of(PAGE), List.of(made), PAGE, RECIPE, List.of());
    }

    private static GenerateResult.Made made(int id) {
        return new GenerateResult.Made(new LayerId(id), "made " + id, 10 + id, id, RED, RECIPE);
    }

    private static List<String> names(Document document) {
        return document.layers().stream().map(Layer::name).toList();
    }
}
