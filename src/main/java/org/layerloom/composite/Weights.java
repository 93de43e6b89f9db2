package org.layerloom.composite;

import java.util.Arrays;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.Rect;

/// By what the pixels of a layer count, 0..1, a row at a time: its mask, its opacity, and its fill where that is no
/// more than a second opacity.
final class Weights {
    private final Mask mask;
    private final float factor;
    /// What lies below the clipped layers of a run holds them too; null = nothing does.
    private final Pixels cover;
    private final int x;
    private final int[] bytes;
    private final float[] row;

    /// @param part where rows are asked for
    /// @param cover its alpha multiplies the weights; null = 1
    Weights(Layer layer, Rect part, Pixels cover) {
        LayerProps props = layer.props();
        this.mask = props.mask().filter(Mask::enabled).orElse(null);
        this.factor = props.opacity() * RowMath.BYTE * (Blend.special(props.blendMode()) ? 1 : fill(layer));
        this.cover = cover;
        this.x = part.x();
        this.bytes = new int[mask == null ? 0 : part.width()];
        this.row = new float[part.width()];
        Arrays.fill(row, factor);
    }

    static float fill(Layer layer) {
        return layer.props().blending().fill() * RowMath.BYTE;
    }

    /// Whether every weight is 1.
    boolean none() {
        return mask == null && factor == 1 && cover == null;
    }

    /// Those of the row `y`; valid until the next call.
    float[] row(int y) {
        if (mask != null) {
            mask.raster().copyRow(x - mask.x(), y - mask.y(), row.length, bytes, 0, mask.outside() << 24);
            float density = mask.density() * RowMath.BYTE;
            for (int i = 0; i < row.length; i++) {
                row[i] = factor * (density * (bytes[i] >>> 24) * RowMath.BYTE + (1 - density));
            }
        } else if (cover != null) {
            Arrays.fill(row, factor);
        }
        if (cover != null) {
            int from = cover.index(x, y);
            for (int i = 0; i < row.length; i++) {
                row[i] *= cover.alpha[from + i];
            }
        }
        return row;
    }
}
