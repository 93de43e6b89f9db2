package org.layerloom.ui.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.layerloom.PaintedGenerator;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.generate.Control;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.Fixed.Role;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;

final class ModePartsTest {
    private static final LayerId PHOTO = new LayerId(1);
    private static final LayerId FOX = new LayerId(2);
    private static final LayerId STAR = new LayerId(3);
    private static final Rect PAGE = new Rect(0, 0, 64, 48);

    private final List<GenerateRequest> requests = new ArrayList<>();

    /// A photo that fills the page, a fox and a star on it, none of them with a box.
    private final Document stack = Document.blank(64, 48)
            .withPrompt("a fox and a star")
            .add(layer(PHOTO, "Photo", PAGE))
            .add(layer(FOX, "Fox", new Rect(4, 4, 20, 20)))
            .add(layer(STAR, "Star", new Rect(40, 8, 16, 16)));

    @Test
    void a_transparent_layer_without_a_box_gets_one_as_large_as_the_page_on_top() {
        Document made = run(Mode.FOREGROUND, stack, inputs -> inputs);
        assertThat(names(made)).containsExactly("Photo", "Fox", "Star", "Star 4");
        assertThat(made.region(new LayerId(4)).orElseThrow().box()).isEqualTo(PAGE);
        assertThat(requests.getFirst().fixed()).isEmpty();
    }

    @Test
    void the_selected_boxes_are_filled_else_the_empty_ones() {
        Document boxes = stack.addRegion(new Rect(0, 0, 16, 16)).addRegion(new Rect(16, 0, 16, 16));
        ModeRun empty = ModeRun.of(Mode.FOREGROUND, ModeInputs.USUAL, boxes, List.of());
        assertThat(empty.boxes()).containsExactly(new LayerId(4), new LayerId(5));
        ModeRun one = ModeRun.of(Mode.FOREGROUND, ModeInputs.USUAL, boxes, List.of(new LayerId(5)));
        assertThat(one.boxes()).containsExactly(new LayerId(5));
        run(one, boxes);
        assertThat(requests.getFirst().targets())
                .extracting(Target::box, Target::prompt)
                .containsExactly(tuple(new Rect(16, 0, 16, 16), Optional.of("Star")));
    }

    @Test
    void a_layer_is_varied_from_its_own_pixels_with_or_without_a_box() {
        ModeInputs inputs = ModeInputs.USUAL.withStrength(OptionalDouble.of(0.4));
        ModeRun run = ModeRun.of(Mode.FOREGROUND, inputs, stack, List.of(FOX));
        Document made = run(run, stack);
        Target target = requests.getFirst().targets().getFirst();
        assertThat(target.box()).isEqualTo(new Rect(4, 4, 20, 20));
        assertThat(target.start()).contains(((PixelLayer) layer(stack, FOX)).raster());
        assertThat(target.strength()).isEqualTo(0.4);
        assertThat(names(made)).containsExactly("Photo", "Fox", "Star");
        assertThat(layer(made, FOX)).isNotEqualTo(layer(stack, FOX));
        assertThat(Modes.label(run, stack)).isEqualTo("Variation: Fox");
        assertThat(ModeRun.of(Mode.FOREGROUND, inputs, stack, List.of()).obstacle(stack))
                .contains("Select the layer to start from");
    }

    @Test
    void a_picture_from_a_layer_is_shown_alone_on_top() {
        Document made = run(Mode.FOREGROUND_TO_BLEND, stack, inputs -> inputs, FOX);
        assertThat(requests.getFirst().fixed())
                .extracting(Fixed::layer, Fixed::box, Fixed::role)
                .containsExactly(tuple(FOX, new Rect(4, 4, 20, 20), Role.FOREGROUND));
        assertThat(names(made)).containsExactly("Photo", "Fox", "Star", "Blend");
        assertThat(made.layers().getLast().props().visible()).isTrue();
    }

    @Test
    void hidden_and_faded_layers_are_given_with_all_their_pixels() {
        Document hidden = stack.with(
                FOX,
                layer -> layer.with(props ->
                        props.withVisible(false).withBlending(props.blending().withOpacity(10))));
        run(Mode.FOREGROUND_TO_BLEND, hidden, inputs -> inputs, FOX);
        assertThat(requests.getFirst().fixed().getFirst().raster())
                .isEqualTo(((PixelLayer) layer(stack, FOX)).raster());
    }

    @Test
    void a_background_for_a_layer_goes_above_what_would_hide_it() {
        Document made = run(Mode.FOREGROUND_TO_BACKGROUND, stack, inputs -> inputs, FOX);
        assertThat(requests.getLast().fixed())
                .extracting(Fixed::role, Fixed::box)
                .containsExactly(tuple(Role.FOREGROUND, new Rect(4, 4, 20, 20)));
        assertThat(names(made)).containsExactly("Photo", "Background", "Fox", "Star", "Blend");
        assertThat(made.layers().getLast().props().visible()).isFalse();
    }

    @Test
    void a_background_goes_to_the_bottom_where_nothing_hides_it_there() {
        Document made = run(Mode.BLEND_TO_BACKGROUND, stack.without(PHOTO), inputs -> inputs, STAR);
        assertThat(names(made)).containsExactly("Background", "Fox", "Star");
        Document again = run(Mode.BLEND_TO_BACKGROUND, made, inputs -> inputs, STAR);
        assertThat(names(again)).containsExactly("Background", "Fox", "Star");
        assertThat(again.layers().getFirst().id())
                .isEqualTo(made.layers().getFirst().id());
    }

    @Test
    void a_locked_background_is_not_made_anew() {
        Document made = run(Mode.BLEND_TO_BACKGROUND, stack.without(PHOTO), inputs -> inputs, STAR);
        Document locked = made.with(
                made.layers().getFirst().id(), l -> l.with(props -> props.withLocks(Locks.NONE.withPixels(true))));
        assertThat(ModeRun.of(Mode.BLEND_TO_BACKGROUND, ModeInputs.USUAL, locked, List.of(STAR))
                        .obstacle(locked))
                .contains("The background is locked: unlock it first");
    }

    @Test
    void a_layer_onto_a_background_lands_above_it() {
        Document boxed = stack.addRegion(new Rect(8, 8, 16, 16));
        Document made =
                run(Mode.BACKGROUND_TO_FOREGROUND, boxed, inputs -> inputs.with(Role.BACKGROUND, new Source.Of(FOX)));
        assertThat(requests.getFirst().fixed())
                .extracting(Fixed::layer, Fixed::box, Fixed::role)
                .containsExactly(tuple(FOX, PAGE, Role.BACKGROUND));
        assertThat(names(made)).containsExactly("Photo", "Fox", "Star", "Star 4", "Blend");
    }

    @Test
    void each_new_layer_is_made_against_everything_below_it() {
        Document boxes = stack.addRegion(new Rect(0, 0, 16, 16)).addRegion(new Rect(16, 0, 16, 16));
        Document made = run(Mode.BACKGROUND_TO_FOREGROUND, boxes, inputs -> inputs);
        assertThat(requests).hasSize(2);
        assertThat(background(0)).isEqualTo(Compositor.flatten(boxes));
        assertThat(background(1)).isEqualTo(Compositor.flatten(made.layers().subList(0, 4), PAGE));
        assertThat(made.layers()).extracting(Layer::id).startsWith(PHOTO, FOX, STAR, new LayerId(4), new LayerId(5));
        assertThat(made.layers().getLast().name()).isEqualTo("Blend");
        Document again = run(Mode.BACKGROUND_TO_FOREGROUND, made, inputs -> inputs);
        assertThat(background(2)).isEqualTo(Compositor.flatten(made));
        assertThat(again.layers())
                .extracting(Layer::name)
                .endsWith("Ellipse 7", "Blend")
                .hasSize(7);
    }

    @Test
    void a_layer_goes_below_those_of_the_boxes_above_its_own_but_above_its_background() {
        Document boxes = stack.withLayers(List.of(layer(stack, FOX), layer(stack, STAR), layer(stack, PHOTO)))
                .addRegion(new Rect(0, 0, 16, 16));
        List<Region> both = new ArrayList<>(boxes.regions());
        both.add(new Region(STAR, new Rect(40, 8, 16, 16), "", 0));
        Document between = boxes.withRegions(both);
        Document made = run(Mode.FOREGROUND, between, inputs -> inputs);
        assertThat(made.layers()).extracting(Layer::id).containsExactly(FOX, new LayerId(4), STAR, PHOTO);
        UnaryOperator<ModeInputs> onPhoto = inputs -> inputs.with(Role.BACKGROUND, new Source.Of(PHOTO));
        Document onto = run(Mode.BACKGROUND_TO_FOREGROUND, between, onPhoto);
        assertThat(onto.layers()).extracting(Layer::id).startsWith(FOX, STAR, PHOTO, new LayerId(4));
    }

    @Test
    void below_is_what_lies_below_also_within_a_group() {
        LayerId group = new LayerId(9);
        Document grouped = stack.withLayers(List.of(
                layer(stack, PHOTO),
                new GroupLayer(
                        LayerProps.named(group, "Group"), List.of(layer(stack, FOX), layer(stack, STAR)), true)));
        ModeRun run = ModeRun.of(Mode.BLEND_TO_FOREGROUND, ModeInputs.USUAL, grouped, List.of(STAR))
                .with(List.of(STAR));
        assertThat(Below.layers(run, grouped)).hasSize(2);
        assertThat(((GroupLayer) Below.layers(run, grouped).getLast()).children())
                .containsExactly(layer(stack, FOX));
        assertThat(Below.layers(run.with(List.of(FOX)), grouped).getLast())
                .isEqualTo(((GroupLayer) grouped.layers().getLast()).withChildren(List.of()));
    }

    @Test
    void harmonising_takes_what_is_below_and_makes_a_background_where_there_is_nothing() {
        run(Mode.HARMONISE, stack, inputs -> inputs.withBackgroundPrompt(" a meadow "));
        assertThat(requests.getFirst().backgroundPrompt()).isEqualTo("a meadow");
        assertThat(background(0)).isEqualTo(Compositor.flatten(stack));
        Document empty = Document.blank(64, 48).withPrompt("a fox");
        Document made = run(Mode.HARMONISE, empty, inputs -> inputs);
        assertThat(requests.getLast().fixed()).isEmpty();
        assertThat(names(made)).containsExactly("Background", "Ellipse 1", "Blend");
    }

    @Test
    void foreground_background_and_picture_together_are_made_for_one_box() {
        Document boxes = Document.blank(64, 48)
                .withPrompt("a fox in a meadow")
                .addRegion(new Rect(0, 0, 16, 16))
                .addRegion(new Rect(16, 0, 16, 16));
        Document made = run(Mode.JOINT, boxes, inputs -> inputs);
        assertThat(requests.getFirst().targets()).hasSize(1);
        assertThat(names(made)).containsExactly("Background", "Ellipse 1", "Blend");
    }

    @Test
    void a_picture_that_steers_the_shapes_goes_along_with_its_weight() {
        Steering steering = new Steering(new Control(Control.Kind.SCRIBBLE, 0.7), new Source.Selected());
        run(Mode.FOREGROUND, stack, inputs -> inputs.withSteering(Optional.of(steering)), FOX);
        assertThat(requests.getFirst().fixed())
                .extracting(Fixed::role, Fixed::control)
                .containsExactly(tuple(Role.CONTROL, Optional.of(new Control(Control.Kind.SCRIBBLE, 0.7))));
    }

    @Test
    void what_is_missing_is_said() {
        assertThat(obstacle(Mode.FOREGROUND_TO_BLEND, stack)).contains("Choose the layer that is to be the foreground");
        assertThat(obstacle(Mode.BACKGROUND_TO_BLEND, Document.blank(8, 8)))
                .contains("There is nothing below: choose the background");
        assertThat(obstacle(Mode.BLEND_TO_BACKGROUND, stack, STAR)).isEmpty();
        ModeInputs same = ModeInputs.USUAL.with(Role.BLEND, new Source.Selected());
        assertThat(ModeRun.of(Mode.BLEND_TO_BACKGROUND, same, stack, List.of(STAR))
                        .obstacle(stack))
                .contains("The same layer is given twice: choose another");
        ModeRun gone = ModeRun.of(Mode.FOREGROUND_TO_BLEND, ModeInputs.USUAL, stack, List.of(STAR));
        Document without = stack.without(STAR);
        assertThatThrownBy(() -> run(gone, without)).hasMessage("Choose the layer that is to be the foreground");
    }

    private static Optional<String> obstacle(Mode mode, Document document, LayerId... selected) {
        return ModeRun.of(mode, ModeInputs.USUAL, document, List.of(selected)).obstacle(document);
    }

    private Raster background(int request) {
        return requests.get(request).fixed().getFirst().raster();
    }

    private Document run(Mode mode, Document document, UnaryOperator<ModeInputs> edit, LayerId... selected) {
        return run(ModeRun.of(mode, edit.apply(ModeInputs.USUAL), document, List.of(selected)), document);
    }

    private Document run(ModeRun run, Document document) {
        ModeParts parts = new ModeParts(run);
        while (!parts.isComplete()) {
            GenerateRequest request = parts.next(document, "painted", "", Settings.seeded(3));
            requests.add(request);
            parts.take(request, new PaintedGenerator().generate(request, new Unwatched()));
        }
        return parts.applyTo(document);
    }

    private static List<String> names(Document document) {
        return document.layers().stream().map(Layer::name).toList();
    }

    private static Layer layer(Document document, LayerId id) {
        return document.layer(id).orElseThrow();
    }

    private static PixelLayer layer(LayerId id, String name, Rect box) {
        LayerProps props = LayerProps.named(id, name).withPosition(box.x(), box.y());
        int argb = 0xFF000000 | id.value() * 0x335577 & 0xFFFFFF;
        return new PixelLayer(props, Raster.filled(box.width(), box.height(), argb));
    }

    /// Progress that nobody looks at.
    private static final class Unwatched implements Progress {
        @Override
        public void step(Stage stage, int done, int total) {}

        @Override
        public void preview(Raster picture) {}

        @Override
        public void check() {}
    }
}
