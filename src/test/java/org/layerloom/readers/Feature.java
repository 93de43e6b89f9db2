package org.layerloom.readers;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.layerloom.codec.Baking;
import org.layerloom.codec.Baking.Part;
import org.layerloom.codec.Samples;
import org.layerloom.composite.Pictures;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Bytes;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Guide;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.Mask;
import org.layerloom.document.Paper;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;

/// One thing that a document can hold, with a small document that shows it: a row of the table of readers.
enum Feature {
    LAYERS("Names, places, hidden and empty layers, pixels off the canvas"),
    GROUPS("Groups in groups"),
    PASS_THROUGH("Groups that pass through"),
    MODES("26 blend modes (without dissolve)"),
    OPACITY("Opacity of layers"),
    GROUP_OPACITY("Opacity of groups"),
    FILL("Fill"),
    FILL_SPECIAL("Fill in linear burn, linear light and difference"),
    CLIPPING("Clipping"),
    MASK("Masks"),
    MASK_DENSITY("Density of masks"),
    MASK_DISABLED("Masks that are switched off"),
    GROUP_MASK("Masks of groups"),
    LOCKS("Locks and colours of layers"),
    PAGE("Guides, resolution, colour profile, XMP"),
    FILL_BAKED("Fill, baked", FILL, Part.FILL),
    CLIPPING_BAKED("Clipping, baked", CLIPPING, Part.CLIPPING),
    GROUP_OPACITY_BAKED("Opacity of groups, baked", GROUP_OPACITY, Part.GROUP_OPACITY),
    MASKS_BAKED("Masks with density, baked", MASK_DENSITY, Part.MASKS);

    static final int WIDTH = 72;
    static final int HEIGHT = 60;
    /// Side of one mode's field in the document of modes.
    static final int FIELD = 10;

    private final String title;
    private final Feature source;
    private final Set<Part> baked;

    Feature(String title) {
        this.title = title;
        this.source = this;
        this.baked = EnumSet.noneOf(Part.class);
    }

    /// @param source whose document is written
    Feature(String title, Feature source, Part part) {
        this.title = title;
        this.source = source;
        this.baked = EnumSet.of(part);
    }

    String title() {
        return title;
    }

    /// What is put into the pixels when the document is written.
    Set<Part> baked() {
        return baked;
    }

    /// As it should look.
    Document document() {
        return Document.blank(WIDTH, HEIGHT)
                .withLayers(new Sheet().layers(source))
                .withPaper(paper())
                .withGuides(guides());
    }

    /// As other programs should tell it.
    Document written() {
        return Baking.of(document(), baked);
    }

    private List<Guide> guides() {
        return source == PAGE ? List.of(new Guide(true, 12), new Guide(false, 40)) : List.of();
    }

    private Paper paper() {
        return source == PAGE
                ? new Paper(
                        144,
                        Optional.of(Bytes.of(
                                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())))
                : Paper.SCREEN;
    }

    /// The modes of the document of modes, field by field.
    static List<BlendMode> modes() {
        EnumSet<BlendMode> modes = EnumSet.allOf(BlendMode.class);
        modes.removeAll(EnumSet.of(BlendMode.PASS_THROUGH, BlendMode.DISSOLVE));
        return List.copyOf(modes);
    }

    /// Draws the layers of one document.
    private static final class Sheet {
        private int nextId = 1;

        List<Layer> layers(Feature feature) {
            List<Layer> layers = new ArrayList<>();
            layers.add(new PixelLayer(props("floor", 4, 3), Pictures.random(60, 50, 1)));
            switch (feature) {
                case LAYERS -> {
                    layers.add(layer("Drachen \u7d05 \ud83e\ude81", -9, 45, 2));
                    layers.add(layer("hidden", 20, 20, 3).with(props -> props.withVisible(false)));
                    layers.add(new PixelLayer(props("empty", 5, 5), Raster.empty()));
                    layers.add(new PixelLayer(props("one pixel", 30, 30), Raster.filled(1, 1, 0xff102030)));
                    layers.add(layer("outside", 200, -80, 4));
                }
                case GROUPS ->
                    layers.add(group("outer", BlendMode.NORMAL, group("inner", BlendMode.MULTIPLY, above())));
                case PASS_THROUGH ->
                    layers.add(group("passing", BlendMode.PASS_THROUGH, above().with(in(BlendMode.MULTIPLY))));
                case MODES -> modes(layers);
                case OPACITY -> layers.add(above().with(props -> props.withOpacity(100)));
                case GROUP_OPACITY ->
                    layers.add(group("half", BlendMode.NORMAL, above(), layer("over it", 25, 20, 5))
                            .with(props -> props.withOpacity(100)));
                case FILL -> layers.add(above().with(blend(blending -> blending.withFill(100))));
                case FILL_SPECIAL -> special(layers);
                case CLIPPING -> clipping(layers);
                case MASK -> {
                    layers.add(above().with(mask(0, 255, true)));
                    layers.add(layer("shown outside", 30, 24, 6).with(mask(255, 255, true)));
                }
                case MASK_DENSITY -> layers.add(above().with(mask(0, 120, true)));
                case MASK_DISABLED -> layers.add(above().with(mask(0, 255, false)));
                case GROUP_MASK ->
                    layers.add(group("masked", BlendMode.NORMAL, above()).with(mask(0, 255, true)));
                case LOCKS -> locks(layers);
                default -> layers.add(above().with(props -> props.withRecipe(new Recipe("a kite", 7, "model@1"))));
            }
            return layers;
        }

        private void modes(List<Layer> layers) {
            layers.clear();
            List<BlendMode> modes = Feature.modes();
            layers.add(new PixelLayer(props("floor", 0, 0), opaque(WIDTH, HEIGHT, 1)));
            for (int i = 0; i < modes.size(); i++) {
                int columns = WIDTH / FIELD;
                LayerProps props = props(modes.get(i).name(), i % columns * FIELD, i / columns * FIELD);
                layers.add(new PixelLayer(props.withBlendMode(modes.get(i)), opaque(FIELD, FIELD, i + 2)));
            }
        }

        private void special(List<Layer> layers) {
            layers.set(0, new PixelLayer(props("floor", 0, 0), opaque(WIDTH, HEIGHT, 1)));
            int x = 2;
            for (BlendMode mode : List.of(BlendMode.LINEAR_BURN, BlendMode.LINEAR_LIGHT, BlendMode.DIFFERENCE)) {
                Layer layer = new PixelLayer(props(mode.name(), x, 5), opaque(20, 40, x));
                layers.add(layer.with(blend(blending -> blending.withMode(mode).withFill(100))));
                x += 22;
            }
        }

        private void clipping(List<Layer> layers) {
            layers.add(new PixelLayer(props("base", 12, 8), disc()));
            layers.add(layer("clipped", 20, 4, 5).with(blend(blending -> blending.withClip(true))));
            layers.add(layer("clipped too", 8, 22, 6)
                    .with(blend(
                            blending -> blending.withMode(BlendMode.MULTIPLY).withClip(true))));
        }

        private void locks(List<Layer> layers) {
            for (int tag = 0; tag < 6; tag++) {
                int colour = tag;
                Locks locks = new Locks((tag & 1) > 0, (tag & 2) > 0, (tag & 4) > 0);
                layers.add(layer("tag " + tag, tag * 5, tag * 4, tag)
                        .with(props -> props.withTag(colour).withLocks(locks)));
            }
        }

        private LayerProps props(String name, int x, int y) {
            return Samples.props(nextId++, name, x, y);
        }

        private Layer above() {
            return layer("above", 14, 10, 4);
        }

        private Layer layer(String name, int x, int y, int seed) {
            return new PixelLayer(props(name, x, y), Pictures.random(34, 26, seed));
        }

        private Layer group(String name, BlendMode mode, Layer... children) {
            return new GroupLayer(
                    LayerProps.named(new LayerId(nextId++), name).withBlendMode(mode), List.of(children), true);
        }

        private static UnaryOperator<LayerProps> in(BlendMode mode) {
            return props -> props.withBlendMode(mode);
        }

        private static UnaryOperator<LayerProps> blend(UnaryOperator<Blending> edit) {
            return props -> props.withBlending(edit.apply(props.blending()));
        }

        private static UnaryOperator<LayerProps> mask(int outside, int density, boolean enabled) {
            Raster shape = Pictures.random(24, 20, 9);
            return props -> props.withMask(Optional.of(new Mask(shape, 18, 14, outside, density, enabled)));
        }

        private static Raster opaque(int width, int height, int seed) {
            int[] argb = Pictures.random(width, height, seed).toArgb();
            for (int i = 0; i < argb.length; i++) {
                argb[i] |= 0xff000000;
            }
            return Raster.of(width, height, argb);
        }

        /// With a hard edge: of soft ones psd-tools has another idea.
        private static Raster disc() {
            int[] argb = new int[36 * 36];
            for (int i = 0; i < argb.length; i++) {
                argb[i] = Math.hypot(i % 36 - 17.5, i / 36 - 17.5) < 17 ? 0xff4080c0 : 0;
            }
            return Raster.of(36, 36, argb);
        }
    }
}
