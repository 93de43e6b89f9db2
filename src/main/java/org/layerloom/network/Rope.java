package org.layerloom.network;

import java.util.Arrays;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Tensor;

/// Rotary positions on several axes: the angles by which queries and keys are turned.
///
/// @param cos (n, head dim), every angle twice (adjacent pairs are turned)
/// @param sin (n, head dim)
public record Rope(Tensor cos, Tensor sin) {
    /// One row for each position. Axis a turns `axes[a]` of the head's dimensions, pair k of them by the angle
    /// `position * theta^(-2k / axes[a])`, computed in float64.
    ///
    /// @param positions n rows of one number for each axis
    public static Rope of(Device device, double[][] positions, int[] axes, double theta) {
        int headDim = Arrays.stream(axes).sum();
        float[] cos = new float[positions.length * headDim];
        float[] sin = new float[cos.length];
        int at = 0;
        for (double[] position : positions) {
            for (int axis = 0; axis < axes.length; axis++) {
                for (int i = 0; i < axes[axis]; i += 2, at += 2) {
                    double angle = position[axis] / Math.pow(theta, (double) i / axes[axis]);
                    cos[at] = cos[at + 1] = (float) Math.cos(angle);
                    sin[at] = sin[at + 1] = (float) Math.sin(angle);
                }
            }
        }
        return new Rope(device.tensor(cos, positions.length, headDim), device.tensor(sin, positions.length, headDim));
    }

    public Tensor forward(Tensor x) { // (b, heads, n, head dim)
        return Ops.rope(x, cos, sin);
    }
}
