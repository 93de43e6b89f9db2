package org.layerloom.composite;

import org.layerloom.document.BlendMode;
import org.layerloom.document.Rect;

/// The loops that nearly all compositing time goes into. Both implementations do the same float operations in the
/// same order, so that they give the same pixels.
interface RowMath {
    /// A byte as a part of 255.
    float BYTE = 1 / 255f;

    /// Lays straight ARGB over the pixels from index `at` on, in the normal mode.
    ///
    /// @param weights of each pixel, from index 0 on, 0..1: its alpha is multiplied by it
    void normal(int[] argb, int from, int length, float[] weights, Pixels into, int at);

    /// Lays premultiplied pixels, from index `from` on, over those from index `at` on, in the normal mode.
    void normal(Pixels source, int from, int length, float[] weights, Pixels into, int at);

    /// Lays straight pixels of the row `row`, in canvas coordinates, over others in any mode.
    ///
    /// @param fill 0..1, how far the source counts in the modes that [Blend#special] names; 1 in the others
    void blend(BlendMode mode, float fill, Pixels source, float[] weights, Rect row, Pixels into);

    /// Rounds pixels to straight ARGB bytes; all four are 0 where the alpha rounds to 0.
    void pack(Pixels from, int at, int length, int[] argb, int offset);

    /// The fastest one that this Java virtual machine can run: the vector module is there only when it was asked
    /// for.
    static RowMath fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? new VectorRowMath()
                : new ScalarRowMath();
    }
}
