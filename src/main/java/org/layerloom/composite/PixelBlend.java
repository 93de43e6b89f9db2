package org.layerloom.composite;

import org.layerloom.document.BlendMode;
import org.layerloom.document.Rect;

/// Lays straight pixels over others in any mode, one at a time.
final class PixelBlend {
    private final BlendMode mode;
    private final float fill;
    private final Pixels into;
    private final float[] backdrop = new float[3];
    private final float[] colour = new float[3];
    private final float[] mixed = new float[3];

    /// @param fill 0..1, of the special modes; 1 in others
    PixelBlend(BlendMode mode, float fill, Pixels into) {
        this.mode = mode;
        this.fill = fill;
        this.into = into;
    }

    /// @param row where, in canvas coordinates
    /// @param first the pixel of the row to begin with
    void row(Pixels source, float[] weights, Rect row, int first) {
        int from = source.index(row.x(), row.y());
        int at = into.index(row.x(), row.y());
        for (int i = first; i < row.width(); i++) {
            float coverage = source.alpha[from + i] * weights[i];
            if (mode == BlendMode.DISSOLVE) {
                coverage = Dissolve.drawn(row.x() + i, row.y(), coverage);
            }
            if (coverage > 0) {
                lay(source, from + i, coverage, at + i);
            }
        }
    }

    private void lay(Pixels source, int from, float coverage, int at) {
        colour[0] = source.red[from];
        colour[1] = source.green[from];
        colour[2] = source.blue[from];
        float scale = into.alpha[at] > 0 ? 1 / into.alpha[at] : 0;
        backdrop[0] = Math.min(1, into.red[at] * scale);
        backdrop[1] = Math.min(1, into.green[at] * scale);
        backdrop[2] = Math.min(1, into.blue[at] * scale);
        Blend.colour(mode, fill, backdrop, colour, mixed);
        float under = 1 - coverage;
        float bare = coverage * fill * (1 - into.alpha[at]);
        float both = coverage * into.alpha[at];
        into.red[at] = under * into.red[at] + bare * colour[0] + both * mixed[0];
        into.green[at] = under * into.green[at] + bare * colour[1] + both * mixed[1];
        into.blue[at] = under * into.blue[at] + bare * colour[2] + both * mixed[2];
        into.alpha[at] = into.alpha[at] + bare;
    }
}
