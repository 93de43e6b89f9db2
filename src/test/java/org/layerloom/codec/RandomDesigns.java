package org.layerloom.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.layerloom.composite.Pictures;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.Foreign;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Guide;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.PlacedLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;
import org.layerloom.document.Transform;

/// Designs with everything that a document can hold, drawn by chance from a seed.
public final class RandomDesigns {
    private static final int SIDE = 40;

    private final Random random;
    private int nextId = 1;

    private RandomDesigns(long seed) {
        this.random = new Random(seed);
    }

    public static Document of(long seed) {
        return new RandomDesigns(seed).document();
    }

    private Document document() {
        Document document = Document.blank(SIDE + random.nextInt(30), SIDE + random.nextInt(30))
                .withPrompt(word())
                .withLayers(layers(0))
                .withGuides(List.of(new Guide(true, random.nextInt(SIDE)), new Guide(false, -3)));
        for (int i = random.nextInt(3); i >= 0; i--) {
            document = document.addRegion(
                    new Rect(random.nextInt(30) - 9, random.nextInt(20), 1 + random.nextInt(20), 1 + i));
        }
        return document.withRegion(new LayerId(document.nextId() - 1), region -> region.withPrompt(word()));
    }

    private List<Layer> layers(int depth) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            layers.add(layer(depth));
        }
        return layers;
    }

    private Layer layer(int depth) {
        return switch (random.nextInt(depth < 3 ? 6 : 4)) {
            case 0 -> new PixelLayer(props(false), raster());
            case 1 -> new TextLayer(props(false), text(), raster());
            case 2 -> new FillLayer(props(false), fill(), raster());
            case 3 -> new PlacedLayer(props(false), raster(), transform(), raster());
            default -> new GroupLayer(props(true), layers(depth + 1), random.nextBoolean());
        };
    }

    private LayerProps props(boolean group) {
        BlendMode mode = BlendMode.values()[random.nextInt(BlendMode.values().length)];
        boolean lone = mode == BlendMode.PASS_THROUGH && !group;
        return new LayerProps(
                new LayerId(nextId++),
                word(),
                random.nextInt(SIDE) - 12,
                random.nextInt(SIDE) - 12,
                new Blending(
                        lone ? BlendMode.NORMAL : mode,
                        random.nextInt(256),
                        random.nextInt(256),
                        random.nextBoolean(),
                        random.nextBoolean()),
                random.nextInt(4) > 0,
                new Locks(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()),
                random.nextInt(LayerProps.TAGS),
                random.nextBoolean() ? Optional.of(mask()) : Optional.empty(),
                random.nextInt(3) == 0
                        ? Optional.of(new Recipe(word(), random.nextLong(), "layerloom-2@1234abcd"))
                        : Optional.empty(),
                Foreign.NOTHING);
    }

    private Mask mask() {
        int width = random.nextInt(30);
        int height = width == 0 ? 0 : 1 + random.nextInt(30);
        int[] pixels = random.ints((long) width * height).map(i -> i << 24).toArray();
        return new Mask(
                Raster.of(width, height, pixels),
                random.nextInt(SIDE) - 9,
                random.nextInt(SIDE) - 9,
                random.nextBoolean() ? 255 : 0,
                random.nextInt(256),
                random.nextBoolean());
    }

    private Raster raster() {
        return random.nextInt(6) == 0
                ? Raster.empty()
                : Pictures.random(1 + random.nextInt(40), 1 + random.nextInt(40), random.nextInt());
    }

    private Text text() {
        Text.Align align = Text.Align.values()[random.nextInt(3)];
        return new Text(
                word() + "\n" + word(),
                "Inter",
                1 + random.nextDouble() * 90,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(),
                align,
                1.25,
                random.nextDouble() * 50 - 9,
                random.nextGaussian());
    }

    private Fill fill() {
        if (random.nextBoolean()) {
            return new Fill.Solid(random.nextInt());
        }
        List<Fill.Stop> stops = List.of(
                new Fill.Stop(0, random.nextInt()),
                new Fill.Stop(random.nextDouble(), random.nextInt()),
                new Fill.Stop(1, random.nextInt()));
        return new Fill.Gradient(random.nextBoolean(), random.nextGaussian(), 0, 7.5, random.nextDouble(), stops);
    }

    private Transform transform() {
        return Transform.rotation(random.nextInt(360))
                .then(Transform.scaling(random.nextDouble(), -1))
                .then(Transform.translation(random.nextInt(30), 1e-7));
    }

    private String word() {
        String[] words = {"", "kite", "a red kite \u7d05", "\ud83e\ude81 & <clouds>", "x".repeat(90), "a/b\\c: \"d\""};
        return words[random.nextInt(words.length)];
    }
}
