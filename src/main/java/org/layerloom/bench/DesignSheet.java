package org.layerloom.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// A design of 50 layers of the kinds that designs are made of, for timing codecs: a photograph of the page's size,
/// three
/// washes over it, cut-out objects with soft rims and fine texture, soft shadows in multiply, lines of lettering, flat
/// shapes; half of the objects in a group. Packed as PSD it has about the size of such files.
final class DesignSheet {
    private static final int WASHES = 3;
    private static final int OBJECTS = 22;
    private static final int SHADOWS = 8;
    private static final int LETTERINGS = 12;
    private static final int SHAPES = 4;
    private static final int WAVES = 24;

    private final Random random = new Random(7);
    private final int side;
    private int nextId = 1;

    private DesignSheet(int side) {
        this.side = side;
    }

    /// @param side of the square page, px
    static Document of(int side) {
        DesignSheet sheet = new DesignSheet(side);
        List<Layer> layers = new ArrayList<>();
        layers.add(sheet.layer("photograph", 0, 0, sheet.photograph()));
        sheet.add(layers, WASHES, "wash", BlendMode.SCREEN);
        sheet.add(layers, SHADOWS, "shadow", BlendMode.MULTIPLY);
        sheet.add(layers, OBJECTS / 2, "object", BlendMode.NORMAL);
        List<Layer> grouped = new ArrayList<>();
        sheet.add(grouped, OBJECTS - OBJECTS / 2, "object", BlendMode.NORMAL);
        LayerProps group = LayerProps.named(new LayerId(sheet.nextId++), "objects");
        layers.add(new GroupLayer(group.withBlendMode(BlendMode.PASS_THROUGH), grouped, true));
        sheet.add(layers, SHAPES, "shape", BlendMode.NORMAL);
        sheet.add(layers, LETTERINGS, "lettering", BlendMode.NORMAL);
        return Document.blank(side, side).withLayers(layers);
    }

    private void add(List<Layer> layers, int count, String kind, BlendMode mode) {
        for (int i = 0; i < count; i++) {
            Raster pixels = switch (kind) {
                case "wash" -> wash();
                case "shadow" -> shadow();
                case "object" -> object();
                case "shape" -> Raster.filled(between(8, 3), between(24, 8), 0xff000000 | colour());
                default -> lettering();
            };
            int x = random.nextInt(Math.max(1, side - pixels.width() + 1));
            int y = random.nextInt(Math.max(1, side - pixels.height() + 1));
            Layer layer = layer(kind + " " + i, x, y, pixels);
            layers.add(layer.with(props -> props.withBlendMode(mode)));
        }
    }

    private Layer layer(String name, int x, int y, Raster pixels) {
        return new PixelLayer(LayerProps.named(new LayerId(nextId++), name).withPosition(x, y), pixels);
    }

    /// A length between two parts of the page's side.
    private int between(int least, int most) {
        return side / least + random.nextInt(side / most - side / least);
    }

    private int colour() {
        return random.nextInt(1 << 24);
    }

    /// Slow waves of colour with the grain of a camera.
    private Raster photograph() {
        return Raster.of(side, side, textured(side, side, colour(), 3));
    }

    /// Smooth shading around a colour, with grain.
    private int[] textured(int width, int height, int colour, int grain) {
        double tilt = random.nextDouble() * WAVES / side;
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int shade = (int) (40 * Math.sin(i % width * tilt) * Math.cos(i / width * tilt * 1.3));
            int noise = random.nextInt(2 * grain + 1) - grain;
            argb[i] = 0xff000000 | shaded(colour, shade + noise);
        }
        return argb;
    }

    private static int shaded(int colour, int by) {
        return Math.clamp((colour >> 16 & 255) + by, 0, 255) << 16
                | Math.clamp((colour >> 8 & 255) + by, 0, 255) << 8
                | Math.clamp((colour & 255) + by, 0, 255);
    }

    /// A gradient over the whole page that fades out.
    private Raster wash() {
        int colour = colour();
        return Raster.drawn(side, side, (top, rows, argb) -> {
            for (int i = 0; i < argb.length; i++) {
                argb[i] = Math.max(0, 120 - (top + i / side) * 160 / side) << 24 | colour;
            }
        });
    }

    private Raster shadow() {
        int width = between(8, 2);
        int height = between(16, 6);
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = (int) (150 * Math.max(0, 1 - distance(i, width, height, 0))) << 24;
        }
        return Raster.of(width, height, argb);
    }

    /// A blob with a rim of some soft pixels: clear around, textured inside.
    private Raster object() {
        int width = between(10, 3);
        int height = between(10, 3);
        int[] argb = textured(width, height, colour(), 4);
        double lobes = 3 + random.nextInt(4);
        for (int i = 0; i < argb.length; i++) {
            double rim = (1 - distance(i, width, height, lobes)) * width / 4;
            int alpha = (int) Math.clamp(rim * 255, 0, 255);
            argb[i] = alpha == 0 ? 0 : argb[i] & 0xffffff | alpha << 24;
        }
        return Raster.of(width, height, argb);
    }

    /// From the middle, as a part of the ellipse's half axes; lobes dent it.
    private static double distance(int at, int width, int height, double lobes) {
        double x = (at % width + 0.5) / width * 2 - 1;
        double y = (at / width + 0.5) / height * 2 - 1;
        double dent = lobes == 0 ? 0 : 0.15 * Math.cos(Math.atan2(y, x) * lobes) + 0.15;
        return Math.hypot(x, y) + dent;
    }

    /// Strokes of one colour with smooth edges, most of it clear.
    private Raster lettering() {
        int width = between(6, 2);
        int height = between(40, 12);
        int colour = colour();
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            double stroke = Math.sin((i % width + 0.3 * (i / width)) * 12.0 / height) - 0.4;
            int alpha = (int) Math.clamp(stroke * height, 0, 255);
            argb[i] = alpha == 0 ? 0 : alpha << 24 | colour;
        }
        return Raster.of(width, height, argb);
    }
}
