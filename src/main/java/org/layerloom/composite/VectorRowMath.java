package org.layerloom.composite;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Rect;

/// As many pixels at a time as the processor holds in a register. Loaded only where the vector module is.
final class VectorRowMath implements RowMath {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());
    private static final int LANES = FLOATS.length();

    /// For the pixels that do not fill a register.
    private final ScalarRowMath rest = new ScalarRowMath();

    @Override
    public void normal(int[] argb, int from, int length, float[] weights, Pixels into, int at) {
        int bound = FLOATS.loopBound(length);
        for (int i = 0; i < bound; i += LANES) {
            IntVector pixel = IntVector.fromArray(INTS, argb, from + i);
            IntVector bytes = pixel.lanewise(VectorOperators.LSHR, 24);
            if (bytes.compare(VectorOperators.EQ, 0).allTrue()) {
                continue;
            }
            FloatVector alpha = floats(bytes).mul(BYTE).mul(FloatVector.fromArray(FLOATS, weights, i));
            FloatVector under = FloatVector.broadcast(FLOATS, 1).sub(alpha);
            FloatVector scaled = alpha.mul(BYTE);
            over(channel(pixel, 16), scaled, under, into.red, at + i);
            over(channel(pixel, 8), scaled, under, into.green, at + i);
            over(channel(pixel, 0), scaled, under, into.blue, at + i);
            under.mul(FloatVector.fromArray(FLOATS, into.alpha, at + i))
                    .add(alpha)
                    .intoArray(into.alpha, at + i);
        }
        ScalarRowMath.normal(argb, from, bound, length, weights, into, at);
    }

    @Override
    public void normal(Pixels source, int from, int length, float[] weights, Pixels into, int at) {
        int bound = FLOATS.loopBound(length);
        for (int i = 0; i < bound; i += LANES) {
            FloatVector weight = FloatVector.fromArray(FLOATS, weights, i);
            FloatVector alpha = FloatVector.fromArray(FLOATS, source.alpha, from + i);
            FloatVector under = FloatVector.broadcast(FLOATS, 1).sub(alpha.mul(weight));
            over(FloatVector.fromArray(FLOATS, source.red, from + i), weight, under, into.red, at + i);
            over(FloatVector.fromArray(FLOATS, source.green, from + i), weight, under, into.green, at + i);
            over(FloatVector.fromArray(FLOATS, source.blue, from + i), weight, under, into.blue, at + i);
            over(alpha, weight, under, into.alpha, at + i);
        }
        ScalarRowMath.normal(source, from, bound, length, weights, into, at);
    }

    @Override
    public void blend(BlendMode mode, float fill, Pixels source, float[] weights, Rect row, Pixels into) {
        boolean vector = fill == 1 && VectorBlend.knows(mode);
        int done = vector ? VectorBlend.row(mode, source, weights, row, into) : 0;
        new PixelBlend(mode, fill, into).row(source, weights, row, done);
    }

    private static void over(FloatVector colour, FloatVector alpha, FloatVector under, float[] plane, int at) {
        under.mul(FloatVector.fromArray(FLOATS, plane, at))
                .add(alpha.mul(colour))
                .intoArray(plane, at);
    }

    private static FloatVector channel(IntVector pixel, int shift) {
        return floats(pixel.lanewise(VectorOperators.LSHR, shift).and(0xff));
    }

    private static FloatVector floats(IntVector values) {
        return (FloatVector) values.convert(VectorOperators.I2F, 0);
    }

    @Override
    public void pack(Pixels from, int at, int length, int[] argb, int offset) {
        int bound = FLOATS.loopBound(length);
        for (int i = 0; i < bound; i += LANES) {
            FloatVector a = FloatVector.fromArray(FLOATS, from.alpha, at + i);
            IntVector alpha = bytes(a);
            IntVector pixel = alpha.lanewise(VectorOperators.LSHL, 24)
                    .or(straight(from.red, at + i, a).lanewise(VectorOperators.LSHL, 16))
                    .or(straight(from.green, at + i, a).lanewise(VectorOperators.LSHL, 8))
                    .or(straight(from.blue, at + i, a));
            pixel.blend(0, alpha.compare(VectorOperators.EQ, 0)).intoArray(argb, offset + i);
        }
        rest.pack(from, at + bound, length - bound, argb, offset + bound);
    }

    private static IntVector straight(float[] plane, int at, FloatVector alpha) {
        return bytes(FloatVector.fromArray(FLOATS, plane, at).div(alpha));
    }

    /// 0 / 0 becomes 0, as in a cast of plain Java.
    private static IntVector bytes(FloatVector unit) {
        FloatVector scaled = unit.mul(255).add(0.5f);
        return ((IntVector) scaled.convert(VectorOperators.F2I, 0)).min(255);
    }
}
