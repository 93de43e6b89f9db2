package org.layerloom.composite;

/// The two loops that nearly all compositing time goes into. Both implementations do the same float operations in
/// the same order, so that they give the same pixels.
interface RowMath {
    /// A byte as a part of 255.
    float BYTE = 1 / 255f;

    /// Lays straight ARGB over the pixels from index `at` on, in the normal mode.
    ///
    /// @param opacity 0..1, for all of the row
    void normal(int[] argb, int from, int length, float opacity, Pixels into, int at);

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
