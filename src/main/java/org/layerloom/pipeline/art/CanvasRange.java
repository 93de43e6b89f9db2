package org.layerloom.pipeline.art;

import org.layerloom.weights.Config;
import org.layerloom.weights.WeightsException;

/// The canvases a model can make: sides are multiples of `multiple`, the longer one from `min` to `max` px.
record CanvasRange(int multiple, int min, int max) {
    /// Longest side of ART's canvases, px.
    static final int ART_MAX = 1024;

    /// Less than a pixel.
    private static final double SLIGHTLY = 1e-9;

    record Size(int width, int height) {}

    CanvasRange {
        if (multiple < 1 || min < multiple || max < min) {
            throw new IllegalArgumentException(
                    "a canvas range of multiple " + multiple + ", min " + min + " and max " + max + " holds no canvas");
        }
    }

    /// From `canvas` of model_index.json, else ART's: any multiple of the token stride up to 1024 px.
    static CanvasRange read(Config index, int tokenStride) throws WeightsException {
        Config canvas = index.object("canvas");
        int multiple = canvas.integer("multiple", tokenStride);
        int min = canvas.integer("min", multiple);
        int max = canvas.integer("max", ART_MAX);
        if (multiple == 0 || multiple % tokenStride != 0 || min < multiple || max < min) {
            throw new WeightsException(
                    "the file " + index.file() + " is broken: canvas is {multiple " + multiple + ", min " + min
                            + ", max " + max + "}, but must rise and divide by the token stride " + tokenStride);
        }
        return new CanvasRange(multiple, min, max);
    }

    /// The same with canvases of no more than `side` px, or of the least that the model makes.
    CanvasRange atMost(int side) {
        return new CanvasRange(multiple, min, Math.clamp(side / multiple * multiple, Math.min(least(), max), max));
    }

    /// The shortest longer side, px, that divides by the multiple.
    int least() {
        return (min + multiple - 1) / multiple * multiple;
    }

    /// The canvas nearest to the wanted one with, as far as multiples allow, the same aspect.
    Size fit(int width, int height) {
        int longer = Math.max(width, height);
        double scale = (double) Math.clamp(longer, min, max) / longer;
        return new Size(side(width * scale), side(height * scale));
    }

    /// The smallest canvas that a wanted one goes onto as it is, or scaled where it is too large or too small, with the
    /// same scale across and down; what is beyond it to the right and below is cut off in the end.
    Padded pad(int width, int height) {
        int longer = Math.max(width, height);
        double scale = (double) Math.clamp(longer, min, max / multiple * multiple) / longer;
        return new Padded(new Size(padded(width * scale), padded(height * scale)), scale);
    }

    private int padded(double wanted) {
        return (int) Math.max(multiple, Math.ceil(wanted / multiple - SLIGHTLY) * multiple);
    }

    /// A canvas, and by how much the wanted one was scaled to go onto it.
    record Padded(Size size, double scale) {}

    /// As [#fit(int, int)], for a model that draws boxes best at some size: the canvas on which boxes get it.
    ///
    /// @param scale wanted, from px of the request to px of the model; above 1 gains nothing that could be kept
    Size fit(int width, int height, double scale) {
        double longer = Math.max(width, height) * Math.min(1, scale);
        int wanted = (int) Math.clamp(Math.ceil(longer / multiple) * multiple, min, max);
        return new CanvasRange(multiple, Math.min(min, wanted), wanted).fit(width * max, height * max);
    }

    private int side(double wanted) {
        long rounded = Math.round(wanted / multiple) * multiple;
        return (int) Math.clamp(rounded, multiple, max / multiple * multiple);
    }
}
