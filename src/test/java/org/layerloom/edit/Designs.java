package org.layerloom.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.layerloom.composite.Pictures;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Transform;

/// Small random designs: nested groups, all modes, masks, clipping, opacity, fill, hidden layers, pixels off the page,
/// boxes.
final class Designs {
    /// Modes that jump somewhere: one step of a colour below can become many above.
    static final Set<BlendMode> JUMPY = Set.of(
            BlendMode.DISSOLVE,
            BlendMode.HARD_MIX,
            BlendMode.DARKER_COLOR,
            BlendMode.LIGHTER_COLOR,
            BlendMode.COLOR_BURN,
            BlendMode.COLOR_DODGE,
            BlendMode.VIVID_LIGHT,
            BlendMode.DIVIDE,
            BlendMode.HUE,
            BlendMode.SATURATION,
            BlendMode.COLOR,
            BlendMode.LUMINOSITY,
            BlendMode.LINEAR_LIGHT,
            BlendMode.PIN_LIGHT,
            BlendMode.SOFT_LIGHT);

    private final Random random;
    private final boolean smooth;
    private int next = 1;

    private Designs(long seed, boolean smooth) {
        random = new Random(seed);
        this.smooth = smooth;
    }

    /// Of all modes.
    static Document any(long seed) {
        return new Designs(seed, false).document();
    }

    /// Of those modes that carry a small difference on as a small one.
    static Document smooth(long seed) {
        return new Designs(seed, true).document();
    }

    private Document document() {
        Document document = Document.blank(24, 20).withLayers(layers(3 + random.nextInt(4), 2));
        for (int i = 0; i < 3; i++) {
            document = document.addRegion(new Rect(random.nextInt(20), random.nextInt(16), 6, 5));
        }
        return document;
    }

    private List<Layer> layers(int count, int depth) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            layers.add(depth > 0 && random.nextInt(4) == 0 ? group(depth) : pixels());
        }
        return layers;
    }

    private Layer group(int depth) {
        LayerProps props = props();
        BlendMode mode = random.nextBoolean() ? BlendMode.PASS_THROUGH : mode();
        return new GroupLayer(props.withBlendMode(mode), layers(1 + random.nextInt(3), depth - 1), true);
    }

    private Layer pixels() {
        int width = 4 + random.nextInt(16);
        int height = 4 + random.nextInt(14);
        Raster raster = Pictures.random(width, height, random.nextLong());
        LayerProps props = props().withPosition(random.nextInt(28) - 8, random.nextInt(24) - 8);
        return switch (random.nextInt(6)) {
            case 0 -> new FillLayer(props, new Fill.Solid(0xff00ff00), raster);
            case 1 -> new PlacedLayer(props, raster, Transform.translation(props.x(), props.y()), raster);
            default -> new PixelLayer(props, raster);
        };
    }

    private LayerProps props() {
        LayerId id = new LayerId(next++);
        Blending blending = new Blending(mode(), some(255), some(255), random.nextInt(4) == 0, random.nextInt(5) > 0);
        return LayerProps.named(id, "L" + id.value())
                .withBlending(blending)
                .withVisible(random.nextInt(6) > 0)
                .withTag(random.nextInt(8))
                .withMask(random.nextInt(3) == 0 ? Optional.of(mask()) : Optional.empty());
    }

    private int some(int usual) {
        return random.nextBoolean() ? usual : random.nextInt(256);
    }

    private BlendMode mode() {
        List<BlendMode> modes = Arrays.stream(BlendMode.values())
                .filter(mode -> mode != BlendMode.PASS_THROUGH && !(smooth && JUMPY.contains(mode)))
                .toList();
        return random.nextBoolean() ? BlendMode.NORMAL : modes.get(random.nextInt(modes.size()));
    }

    private Mask mask() {
        Raster raster = AlphaMath.alpha(Pictures.random(10, 9, random.nextLong()));
        return new Mask(
                raster,
                random.nextInt(24) - 5,
                random.nextInt(20) - 5,
                random.nextBoolean() ? 255 : 0,
                some(255),
                random.nextInt(5) > 0);
    }
}
