package org.layerloom.ui.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.layerloom.PaintedGenerator;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Link;
import org.layerloom.document.Locks;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Lettering;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;

final class RunPlanTest {
    private static final LayerId APPLE = new LayerId(1);
    private static final LayerId BANANA = new LayerId(2);
    private static final Recipe RECIPE = new Recipe("fruit", 1, "m");
    private static final RunSettings SETTINGS = new RunSettings(
            new ModelEntry("painted", "Painted", Path.of("painted"), new PaintedGenerator(), Abilities.layers(512)),
            "people",
            Settings.seeded(3),
            Remake.NEW,
            false);

    private static final Document POSTER =
            Document.blank(64, 64).withPrompt("the text 'SALE'").addRegion(new Rect(0, 0, 60, 20));

    private final Document design = Document.blank(64, 64)
            .withPrompt("a red apple and a yellow banana")
            .addRegion(new Rect(0, 0, 20, 20))
            .addRegion(new Rect(30, 30, 20, 20))
            .add(layer(10, 64, 64))
            .add(layer(1, 20, 20))
            .add(layer(2, 20, 20));

    @Test
    void a_box_made_alone_is_given_its_own_phrase_of_the_whole_prompt() {
        assertThat(request(new Wish.Choice(APPLE, 2), design).targets())
                .extracting(Target::prompt)
                .containsExactly(Optional.of("Red apple"));
        assertThat(request(new Wish.Boxes(List.of(BANANA)), design).targets())
                .extracting(Target::prompt)
                .containsExactly(Optional.of("Yellow banana"));
    }

    @Test
    void its_own_prompt_goes_before() {
        Document own = design.withRegion(APPLE, region -> region.withPrompt("a pear"));
        assertThat(request(new Wish.Choice(APPLE, 2), own).targets())
                .extracting(Target::prompt)
                .containsExactly(Optional.of("a pear"));
    }

    @Test
    void boxes_that_are_all_made_stay_anonymous() {
        GenerateRequest request = request(new Wish.Whole(), design);
        assertThat(request.targets()).extracting(Target::prompt).containsOnly(Optional.empty());
        assertThat(request.fixed()).isEmpty();
        assertThat(request.negative()).isEqualTo("people");
    }

    @Test
    void what_is_not_made_is_given_with_the_background_as_one() {
        assertThat(request(new Wish.Choice(APPLE, 2), design).fixed())
                .extracting(Fixed::layer, Fixed::role)
                .containsExactly(tuple(new LayerId(10), Fixed.Role.BACKGROUND), tuple(BANANA, Fixed.Role.LAYER));
    }

    @Test
    void of_a_whole_run_only_what_is_locked_is_given() {
        Document locked = design.with(BANANA, l -> l.with(props -> props.withLocks(Locks.NONE.withPixels(true))));
        GenerateRequest request = request(new Wish.Whole(), locked);
        assertThat(request.targets()).extracting(Target::layer).containsExactly(APPLE);
        assertThat(request.targets()).extracting(Target::prompt).containsExactly(Optional.of("Red apple"));
        assertThat(request.fixed()).extracting(Fixed::layer).containsExactly(BANANA);
    }

    @Test
    void a_background_made_alone_is_not_given_to_its_own_run() {
        GenerateRequest request = request(new Wish.Choice(new LayerId(10), 2), design);
        assertThat(request.targets()).isEmpty();
        assertThat(request.fixed()).extracting(Fixed::role).containsOnly(Fixed.Role.LAYER);
    }

    @Test
    void behind_a_cut_out_that_fills_the_page_a_background_is_made_and_the_cut_out_is_given() {
        Document placed = placed(0x80336699);
        assertThat(Backgrounds.haveRoom(placed)).isTrue();
        assertThat(request(new Wish.Background(), placed).fixed())
                .extracting(Fixed::layer, Fixed::role)
                .containsExactly(tuple(new LayerId(10), Fixed.Role.LAYER));
        Document painted = placed.with(new LayerId(10), layer -> ((PlacedLayer) layer).rasterized());
        assertThat(request(new Wish.Background(), painted).fixed()).hasSize(1);
    }

    @Test
    void behind_a_layer_that_hides_all_there_is_no_room_unless_a_run_made_it() {
        assertThat(Backgrounds.haveRoom(placed(0xFF336699))).isFalse();
        assertThat(Backgrounds.haveRoom(design)).isTrue();
        assertThat(Backgrounds.haveRoom(POSTER)).isTrue();
        assertThat(Backgrounds.haveRoom(design.with(
                        new LayerId(10), l -> l.with(props -> props.withLocks(Locks.NONE.withPixels(true))))))
                .isFalse();
    }

    @Test
    void a_background_needs_the_prompt_of_the_page() {
        Document boxed = placed(0).withPrompt("").addRegion(new Rect(0, 0, 20, 20));
        Document own = boxed.withRegion(boxed.regions().getFirst().layer(), box -> box.withPrompt("a pear"));
        assertThat(Obstacles.of(new Wish.Whole(), own, Abilities.layers(512))).isEmpty();
        assertThat(Obstacles.of(new Wish.Background(), own, Abilities.layers(512)))
                .isPresent();
        assertThat(Obstacles.of(new Wish.Background(), own.withPrompt("snow"), Abilities.layers(512)))
                .isEmpty();
    }

    private static Document placed(int argb) {
        Raster picture = Raster.filled(64, 64, argb);
        LayerProps props = LayerProps.named(new LayerId(10), "placed");
        return Document.blank(64, 64)
                .withPrompt("snow")
                .add(new PlacedLayer(props, picture, Transform.IDENTITY, picture));
    }

    @Test
    void a_box_with_a_prompt_of_its_own_finds_its_words_on_a_page_without_one() {
        Document own = design.withPrompt("")
                .withRegion(APPLE, region -> region.withPrompt("a pear"))
                .withRegion(BANANA, region -> region.withPrompt("a plum").withLink(new Link.Nothing()));
        assertThat(request(new Wish.Whole(), own).targets())
                .extracting(Target::link)
                .containsExactly(new Link.Automatic(), new Link.Nothing());
        assertThat(request(new Wish.Whole(), design).targets())
                .extracting(Target::link)
                .containsExactly(new Link.To("a red apple"), new Link.To("a yellow banana"));
    }

    @Test
    void what_a_layer_starts_from_is_its_pixels_without_its_mask() {
        Random random = new Random(5);
        Raster pixels = Raster.of(20, 20, random.ints(400).toArray());
        Mask hides = Mask.of(Raster.filled(20, 20, 0xFF404040), 0, 0, 0);
        Document masked = design.with(
                APPLE,
                layer -> ((PixelLayer) layer)
                        .withPixels(pixels, 0, 0)
                        .with(props -> props.withMask(Optional.of(hides)).withOpacity(128)));
        RunSettings half = SETTINGS.with(new Remake(0, ""));
        int[] start = RunPlan.request(new Wish.Boxes(List.of(APPLE)), masked, half)
                .targets()
                .getFirst()
                .start()
                .orElseThrow()
                .toArgb();
        int[] wanted = pixels.toArgb();
        for (int i = 0; i < wanted.length; i++) {
            assertThat(start[i]).as("pixel " + i).isEqualTo(wanted[i] >>> 24 == 0 ? 0 : wanted[i]);
        }
    }

    @Test
    void a_box_of_text_that_is_asked_for_may_be_set_anew() {
        Document set = Lettering.of(POSTER, Set.of(APPLE)).applyTo(POSTER).withPrompt("the text 'MENU'");
        Wish wish = new Wish.Boxes(List.of(APPLE));
        assertThat(wish.texts(set)).containsExactly(APPLE);
        Document locked = set.with(APPLE, l -> l.with(props -> props.withLocks(Locks.NONE.withPixels(true))));
        assertThat(wish.texts(locked)).isEmpty();
    }

    @Test
    void where_nothing_is_left_to_make_it_says_so() {
        assertThatThrownBy(() -> request(new Wish.Empty(), design))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to make");
    }

    private static GenerateRequest request(Wish wish, Document document) {
        return RunPlan.request(wish, document, SETTINGS);
    }

    private static PixelLayer layer(int id, int width, int height) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, 0xFF336699);
        LayerProps props = LayerProps.named(new LayerId(id), "layer " + id).withRecipe(RECIPE);
        return new PixelLayer(props, Raster.of(width, height, argb));
    }
}
