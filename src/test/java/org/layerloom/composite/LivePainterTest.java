package org.layerloom.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

class LivePainterTest {
    private static final int WIDTH = 330;
    private static final int HEIGHT = 210;

    @Test
    void aDragOfAnyLayerGivesTheCompositorsPixels() {
        Random random = new Random(5);
        for (int design = 0; design < 12; design++) {
            Document start = design(random);
            LivePainter painter = new LivePainter();
            int[] screen = new int[WIDTH * HEIGHT];
            painter.paint(start, start.canvas(), screen, 0, WIDTH);
            Document shown = start;
            for (int drag = 0; drag < 5; drag++) {
                List<Layer> all = shown.allLayers().toList();
                LayerId id = all.get(random.nextInt(all.size())).id();
                Document held = shown;
                for (int step = 1; step < 6; step++) {
                    int by = 7 * step;
                    Document next = held.with(id, l -> l.translate(by, 3));
                    repaint(painter, shown, next, screen);
                    assertThat(screen)
                            .as("design %d, drag %d, step %d", design, drag, step)
                            .isEqualTo(Compositor.flatten(next).toArgb());
                    shown = next;
                }
            }
        }
    }

    @Test
    void aPreviewIsOffByOneAtMostAndTheSettledPictureByNothing() {
        Random random = new Random(11);
        int approximate = 0;
        for (int design = 0; design < 8; design++) {
            Document shown = withPlainLayersOnTop(design(random), random);
            LivePainter painter = new LivePainter();
            int[] screen = new int[WIDTH * HEIGHT];
            painter.paint(shown, shown.canvas(), screen, 0, WIDTH);
            for (int drag = 0; drag < 3; drag++) {
                List<Layer> layers = shown.layers();
                LayerId id = layers.get(random.nextInt(layers.size() - 3)).id();
                for (int step = 1; step < 4; step++) {
                    Document next = shown.with(id, l -> l.translate(9, 4));
                    for (Rect area : Damage.between(shown, next)) {
                        painter.preview(next, area, screen, area.y() * WIDTH + area.x(), WIDTH);
                    }
                    assertThat(difference(screen, Compositor.flatten(next)))
                            .as("design %d, drag %d, step %d", design, drag, step)
                            .isLessThanOrEqualTo(1);
                    shown = next;
                }
                approximate += painter.approximate().size();
                for (Rect area : painter.approximate()) {
                    painter.paint(shown, area, screen, area.y() * WIDTH + area.x(), WIDTH);
                }
                assertThat(painter.approximate()).isEmpty();
                assertThat(screen)
                        .as("design %d, drag %d", design, drag)
                        .isEqualTo(Compositor.flatten(shown).toArgb());
            }
        }
        assertThat(approximate).as("drags with layers put together above").isGreaterThan(12);
    }

    private static Document withPlainLayersOnTop(Document design, Random random) {
        Document document = design;
        for (int i = 0; i < 5; i++) {
            LayerProps props = LayerProps.named(document.newId(), "plain")
                    .withPosition(random.nextInt(90) - 20, random.nextInt(50) - 20)
                    .withOpacity(100 + random.nextInt(156));
            document = document.add(new PixelLayer(props, Pictures.random(250, 180, i)));
        }
        return document;
    }

    private static double difference(int[] screen, Raster expected) {
        return Pictures.premultipliedDifference(Raster.of(WIDTH, HEIGHT, screen), expected);
    }

    private static void repaint(LivePainter painter, Document before, Document after, int[] screen) {
        for (Rect area : Damage.between(before, after)) {
            painter.paint(after, area, screen, area.y() * WIDTH + area.x(), WIDTH);
        }
    }

    private static Document design(Random random) {
        int[] id = {1};
        return Document.blank(WIDTH, HEIGHT).withLayers(layers(random, id, 9, 0));
    }

    private static List<Layer> layers(Random random, int[] id, int count, int depth) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean group = depth < 2 && random.nextInt(4) == 0;
            BlendMode[] modes = BlendMode.values();
            BlendMode mode = random.nextBoolean() ? BlendMode.NORMAL : modes[1 + random.nextInt(modes.length - 1)];
            boolean faint = random.nextBoolean();
            LayerProps props = LayerProps.named(new LayerId(id[0]++), "layer")
                    .withPosition(random.nextInt(WIDTH) - 60, random.nextInt(HEIGHT) - 60)
                    .withVisible(random.nextInt(8) > 0)
                    .withBlending(new Blending(
                            group && random.nextInt(3) > 0 ? BlendMode.PASS_THROUGH : mode,
                            faint ? random.nextInt(256) : 255,
                            faint ? random.nextInt(256) : 255,
                            random.nextInt(4) == 0,
                            random.nextInt(4) > 0));
            if (random.nextInt(5) == 0) {
                props = props.withMask(Optional.of(
                        Mask.of(Pictures.random(120, 90, i), props.x() + 5, props.y() + 5, 255 * random.nextInt(2))));
            }
            layers.add(
                    group
                            ? new GroupLayer(props, layers(random, id, 4, depth + 1), true)
                            : new PixelLayer(
                                    props, Pictures.random(40 + random.nextInt(150), 40 + random.nextInt(99), i)));
        }
        return layers;
    }
}
