package org.layerloom.network.flux;

import org.layerloom.tensor.DType;
import org.layerloom.tensor.Tensor;

/// float16 ends at 65504: values that grow over the blocks are cut there, as the reference does (spec: ART inference,
/// section 5).
final class Halves {
    private static final double LARGEST = 65_504;

    private Halves() {}

    /// The tensor itself, in all types but float16.
    static Tensor inRange(Tensor x) {
        return x.dtype() == DType.F16 ? x.clip(-LARGEST, LARGEST) : x;
    }
}
