package org.layerloom.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// What a request refuses, and how one is made from a document.
final class GenerateRequestTest {
    private static final Rect BOX = new Rect(0, 0, 10, 10);

    @Test
    void boxes_of_a_document_become_targets_in_order_cut_to_the_canvas() {
        Document document = Document.blank(100, 80)
                .withPrompt("a cat")
                .addRegion(new Rect(-10, 70, 40, 40))
                .addRegion(new Rect(200, 0, 5, 5))
                .addRegion(BOX)
                .withRegion(new LayerId(3), region -> region.withPrompt(" a dog "));
        GenerateRequest request = GenerateRequest.of(document, "m", Settings.seeded(5));
        assertThat(request.targets())
                .containsExactly(
                        Target.of(new LayerId(1), new Rect(0, 70, 30, 10), ""),
                        Target.of(new LayerId(3), BOX, "a dog"));
        assertThat(request.targets().get(0).prompt()).isEmpty();
        assertThat(request.targets().get(1).prompt()).contains("a dog");
        assertThat(request).isEqualTo(GenerateRequest.of(document, "m", Settings.seeded(5)));
    }

    @Test
    void an_empty_prompt_is_refused_unless_a_box_has_its_own() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("  ", List.of(target(1)), List.of()))
                .withMessageContaining("the prompt is empty");
        assertThat(request("", List.of(Target.of(new LayerId(1), BOX, "a cat")), List.of())
                        .prompt())
                .isEmpty();
    }

    @Test
    void fifty_boxes_are_the_most_and_a_given_background_is_none_of_them() {
        Fixed background = fixed(100, Fixed.Role.BACKGROUND);
        assertThat(request("p", targets(50), List.of(background)).targets()).hasSize(50);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("p", targets(51), List.of()))
                .withMessageContaining("51");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("p", targets(50), List.of(fixed(100, Fixed.Role.LAYER))))
                .withMessageContaining("50 boxes to make and 1 layers to keep");
    }

    @Test
    void two_backgrounds_are_refused() {
        List<Fixed> both = List.of(fixed(1, Fixed.Role.BACKGROUND), fixed(2, Fixed.Role.BACKGROUND));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("p", List.of(), both))
                .withMessageContaining("2 backgrounds");
    }

    @Test
    void a_box_beyond_the_canvas_is_refused_by_its_layer_and_place() {
        Target outside = Target.of(new LayerId(7), new Rect(95, 0, 10, 10), "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("p", List.of(outside), List.of()))
                .withMessageContainingAll("layer 7", "95, 0, 10 x 10", "100 x 80");
    }

    @Test
    void a_canvas_without_pixels_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenerateRequest(
                        "m", Mode.LAYERS, 0, 80, "p", "", "", List.of(), List.of(), Settings.seeded(0)))
                .withMessageContaining("0 x 80");
    }

    @Test
    void one_layer_cannot_stand_in_a_request_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request("p", List.of(target(3)), List.of(fixed(3, Fixed.Role.LAYER))))
                .withMessageContaining("layer 3 stands in the request twice");
    }

    @Test
    void pixels_that_do_not_fit_their_box_are_refused_with_both_sizes() {
        Raster small = Raster.filled(4, 5, -1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fixed(new LayerId(1), BOX, small, Fixed.Role.LAYER))
                .withMessageContainingAll("4 x 5", "10 x 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target(new LayerId(1), BOX, Optional.empty(), Optional.of(small), 0.5))
                .withMessageContainingAll("4 x 5", "10 x 10");
    }

    @Test
    void settings_out_of_range_are_refused_by_name_and_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(OptionalInt.of(0), OptionalDouble.empty(), OptionalDouble.empty()))
                .withMessageContaining("steps 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(OptionalInt.empty(), OptionalDouble.of(-1), OptionalDouble.empty()))
                .withMessageContaining("guidance -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.of(Double.NaN)))
                .withMessageContaining("embedded guidance NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target(new LayerId(1), BOX, Optional.empty(), Optional.empty(), 1.5))
                .withMessageContaining("strength 1.5");
    }

    private static Settings settings(OptionalInt steps, OptionalDouble guidance, OptionalDouble embedded) {
        return new Settings(0, steps, guidance, embedded, "auto", 1);
    }

    @Test
    void a_mode_brings_the_pictures_that_it_starts_from() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(Mode.BLEND_TO_BACKGROUND, List.of(), fixed(1, Fixed.Role.FOREGROUND)))
                .withMessage("blend-to-background needs a layer as the blend, and none is given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(Mode.FOREGROUND, List.of()))
                .withMessage("foreground fills boxes, and none is drawn");
        assertThat(request(Mode.FOREGROUND_TO_BLEND, List.of(), fixed(1, Fixed.Role.FOREGROUND))
                        .targets())
                .isEmpty();
    }

    @Test
    void only_a_control_picture_has_a_control() {
        Raster raster = Raster.filled(10, 10, -1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fixed(new LayerId(1), BOX, raster, Fixed.Role.CONTROL))
                .withMessageContaining("has control of no kind");
        assertThat(Fixed.control(new LayerId(1), BOX, raster, new Control(Control.Kind.DEPTH, 0.5))
                        .role())
                .isEqualTo(Fixed.Role.CONTROL);
    }

    private static GenerateRequest request(Mode mode, List<Target> targets, Fixed... fixed) {
        return new GenerateRequest("m", mode, 100, 80, "a cat", "", "", targets, List.of(fixed), Settings.seeded(0));
    }

    private static GenerateRequest request(String prompt, List<Target> targets, List<Fixed> fixed) {
        return new GenerateRequest("m", Mode.LAYERS, 100, 80, prompt, "", "", targets, fixed, Settings.seeded(0));
    }

    private static Target target(int id) {
        return Target.of(new LayerId(id), BOX, "");
    }

    private static List<Target> targets(int count) {
        return new ArrayList<>(IntStream.rangeClosed(1, count)
                .mapToObj(GenerateRequestTest::target)
                .toList());
    }

    private static Fixed fixed(int id, Fixed.Role role) {
        return new Fixed(new LayerId(id), BOX, Raster.filled(10, 10, -1), role);
    }
}
