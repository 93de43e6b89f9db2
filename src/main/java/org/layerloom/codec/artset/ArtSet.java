package org.layerloom.codec.artset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.layerloom.codec.Baking;
import org.layerloom.codec.FileSet;
import org.layerloom.codec.Origin;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.codec.png.PngWriter.Channels;
import org.layerloom.composite.ArtMerge;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Writes a document under the names of ART (anonymous region transformer), all pictures of the canvas' size:
/// `layer_0` the whole, `layer_1` the background, `layer_2` and on the other layers, bottom first.
///
/// `layer_i.png` is RGB, a layer on grey; `layer_i_rgba.png` has its alpha; `merged.png` equals `layer_0.png`;
/// `merged_rgba.png` is the layers laid over each other as Pillow does it. Only visible layers are written; opacity
/// goes into their alpha, as do masks, fill and clipping; blend modes cannot be held.
public final class ArtSet {
    /// What ART's decoder leaves outside a layer's box.
    private static final int OUTSIDE = 0x007f7f7f;

    private final FileSet files;
    private final Rect canvas;
    private int next;

    private ArtSet(FileSet files, Rect canvas) {
        this.files = files;
        this.canvas = canvas;
    }

    /// Writes the set with the compositor's picture as the whole.
    public static void write(Document document, FileSet files) throws IOException {
        write(document, Compositor.flatten(document), files);
    }

    /// Writes the set.
    ///
    /// @param whole the picture of the whole that the model made, of the canvas' size
    public static void write(Document document, Raster whole, FileSet files) throws IOException {
        ArtSet set = new ArtSet(files, document.canvas());
        Map<String, String> text = Origin.text(document);
        List<RasterLayer> layers = visible(Baking.withoutGroups(document).layers());
        boolean hasBackground = !layers.isEmpty() && set.covers(layers.getFirst());
        int[] merged = hasBackground ? set.placed(layers.getFirst()) : set.filled(0xffffffff);
        set.layer(onGrey(whole.toArgb()), text);
        set.layer(merged, hasBackground ? Origin.text(layers.getFirst()) : Map.of());
        for (RasterLayer layer : layers.subList(hasBackground ? 1 : 0, layers.size())) {
            int[] placed = set.placed(layer);
            set.layer(placed, Origin.text(layer));
            merged = ArtMerge.flatten(merged, List.of(placed));
        }
        set.picture("merged.png", onGrey(whole.toArgb()), Channels.RGB, text);
        set.picture("merged_rgba.png", merged, Channels.RGB, text);
    }

    private static List<RasterLayer> visible(List<Layer> layers) {
        return layers.stream()
                .filter(layer -> layer.props().visible())
                .flatMap(layer -> switch (layer) {
                    case RasterLayer pixels -> Stream.of(pixels);
                    case GroupLayer group -> visible(group.children()).stream();
                })
                .toList();
    }

    /// Whether a layer hides everything below it.
    private boolean covers(RasterLayer layer) {
        return layer.bounds().contains(canvas) && Arrays.stream(placed(layer)).allMatch(pixel -> pixel >>> 24 == 255);
    }

    private int[] filled(int argb) {
        int[] pixels = new int[Math.toIntExact(canvas.area())];
        Arrays.fill(pixels, argb);
        return pixels;
    }

    /// A layer on the whole canvas, its opacity in its alpha.
    private int[] placed(RasterLayer layer) {
        int[] pixels = filled(OUTSIDE);
        Rect part = layer.bounds().intersect(canvas);
        for (int y = part.y(); y < part.bottom(); y++) {
            int at = y * canvas.width() + part.x();
            layer.raster()
                    .copyRow(part.x() - layer.props().x(), y - layer.props().y(), part.width(), pixels, at);
            for (int x = 0; x < part.width(); x++) {
                pixels[at + x] = faded(pixels[at + x], layer.props().opacity());
            }
        }
        return pixels;
    }

    private static int faded(int pixel, int opacity) {
        int alpha = ((pixel >>> 24) * opacity + 127) / 255;
        return alpha == 0 ? OUTSIDE : pixel & 0xffffff | alpha << 24;
    }

    private void layer(int[] argb, Map<String, String> text) throws IOException {
        picture("layer_" + next + ".png", onGrey(argb), Channels.RGB, text);
        picture("layer_" + next + "_rgba.png", argb, Channels.RGBA, text);
        next++;
    }

    /// Opaque pixels: a layer over the grey of 127.5 that its model sees around it.
    private static int[] onGrey(int[] argb) {
        return Arrays.stream(argb).map(ArtSet::onGrey).toArray();
    }

    private static int onGrey(int pixel) {
        int alpha = pixel >>> 24;
        return 0xff000000
                | onGrey(pixel >> 16 & 0xff, alpha) << 16
                | onGrey(pixel >> 8 & 0xff, alpha) << 8
                | onGrey(pixel & 0xff, alpha);
    }

    private static int onGrey(int colour, int alpha) {
        // All doubled, because of the half step of the grey.
        return (2 * colour * alpha + 255 * (255 - alpha) + 255) / (2 * 255);
    }

    private void picture(String name, int[] argb, Channels channels, Map<String, String> text) throws IOException {
        try (OutputStream out = new BufferedOutputStream(files.create(name))) {
            PngWriter.write(Raster.of(canvas.width(), canvas.height(), argb), channels, text, out);
        }
    }
}
