package org.layerloom.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;

/// A step's icon tells what it changed, whatever it is called.
final class StepIconsTest {
    private static final Layer ONE = layer(1);
    private static final Layer TWO = layer(2);
    private static final Document PAGE = Document.blank(8, 8).withLayers(List.of(ONE, TWO));

    private static Layer layer(int id) {
        return new PixelLayer(LayerProps.named(new LayerId(id), "Layer " + id), Raster.of(1, 1, new int[] {id << 24}));
    }

    private static String changed(UnaryOperator<LayerProps> edit) {
        return to(PAGE.withLayers(List.of(ONE.with(edit), TWO)));
    }

    private static String to(Document after) {
        return StepIcons.of(Optional.of(PAGE), after);
    }

    @Test
    void the_first_step_is_a_file() {
        assertThat(StepIcons.of(Optional.empty(), PAGE)).contains("file");
    }

    @Test
    void hiding_showing_and_showing_one_alone_have_eyes() {
        assertThat(changed(props -> props.withVisible(false))).contains("eye-off");
        Document hidden = PAGE.withLayers(List.of(ONE.with(props -> props.withVisible(false)), TWO));
        assertThat(StepIcons.of(Optional.of(hidden), PAGE)).contains("eye-outline");
        Document other = PAGE.withLayers(List.of(ONE, TWO.with(props -> props.withVisible(false))));
        assertThat(StepIcons.of(Optional.of(hidden), other)).contains("eye-circle");
    }

    @Test
    void moving_opacity_mode_and_name_have_their_own() {
        assertThat(changed(props -> props.withPosition(3, 3))).contains("arrow-all");
        assertThat(changed(props -> props.withBlending(props.blending().withOpacity(9))))
                .contains("opacity");
        assertThat(changed(props -> props.withName("Sky"))).contains("rename");
    }

    @Test
    void layers_that_come_go_and_change_places_are_told_apart() {
        Layer copy = new PixelLayer(LayerProps.named(new LayerId(3), "copy"), ((PixelLayer) ONE).raster());
        assertThat(to(PAGE.withLayers(List.of(ONE, TWO, copy)))).contains("duplicate");
        assertThat(to(PAGE.withLayers(List.of(ONE, TWO, layer(3))))).contains("layers-plus");
        assertThat(to(PAGE.withLayers(List.of(ONE)))).contains("trash");
        assertThat(to(PAGE.withLayers(List.of(TWO, ONE)))).contains("layers-outline");
        GroupLayer group = new GroupLayer(LayerProps.named(new LayerId(3), "Group"), List.of(ONE), true);
        assertThat(to(PAGE.withLayers(List.of(group, TWO)))).contains("folder-plus");
        assertThat(StepIcons.of(Optional.of(PAGE.withLayers(List.of(group, TWO))), PAGE))
                .contains("folder-remove");
    }

    @Test
    void what_a_model_made_is_told_from_what_was_painted() {
        Recipe recipe = new Recipe("sky", 1, "model");
        Layer made = layer(3).with(props -> props.withRecipe(recipe));
        assertThat(to(PAGE.withLayers(List.of(ONE, TWO, made)))).contains("creation");
        Layer rolled = new PixelLayer(ONE.props().withRecipe(recipe), Raster.of(1, 1, new int[] {7}));
        assertThat(to(PAGE.withLayers(List.of(rolled, TWO)))).contains("dice");
        Layer painted = new PixelLayer(ONE.props(), Raster.of(1, 1, new int[] {7}));
        assertThat(to(PAGE.withLayers(List.of(painted, TWO)))).contains("brush");
    }

    @Test
    void boxes_and_prompts_have_their_own() {
        assertThat(to(PAGE.addRegion(new Rect(1, 1, 4, 4)))).contains("vector-square");
        assertThat(to(PAGE.withPrompt("a house"))).isEqualTo("mdi2t-text");
    }
}
