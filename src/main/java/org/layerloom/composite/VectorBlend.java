package org.layerloom.composite;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Rect;

/// The modes that need no division, as many pixels at a time as the processor holds in a register; the same float
/// operations as in [Blend] and [PixelBlend].
final class VectorBlend {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final FloatVector ONE = FloatVector.broadcast(FLOATS, 1);

    private VectorBlend() {}

    /// Whether it can do a mode, at full fill.
    static boolean knows(BlendMode mode) {
        return switch (mode) {
            case NORMAL,
                    DARKEN,
                    MULTIPLY,
                    LINEAR_BURN,
                    LIGHTEN,
                    SCREEN,
                    LINEAR_DODGE,
                    OVERLAY,
                    SOFT_LIGHT,
                    HARD_LIGHT,
                    LINEAR_LIGHT,
                    DIFFERENCE,
                    EXCLUSION,
                    SUBTRACT -> true;
            default -> false;
        };
    }

    /// Lays straight pixels over others.
    ///
    /// @return how many pixels of the row are done; the rest does not fill a register
    static int row(BlendMode mode, Pixels source, float[] weights, Rect row, Pixels into) {
        int from = source.index(row.x(), row.y());
        int at = into.index(row.x(), row.y());
        int bound = FLOATS.loopBound(row.width());
        // One plane after the other: all three in one loop are more than the compiler puts into one piece.
        plane(mode, source.red, source.alpha, from, weights, into.red, into.alpha, at, bound);
        plane(mode, source.green, source.alpha, from, weights, into.green, into.alpha, at, bound);
        plane(mode, source.blue, source.alpha, from, weights, into.blue, into.alpha, at, bound);
        for (int i = 0; i < bound; i += LANES) {
            FloatVector alpha = FloatVector.fromArray(FLOATS, into.alpha, at + i);
            FloatVector coverage = coverage(source.alpha, from + i, weights, i);
            alpha.add(coverage.mul(ONE.sub(alpha))).intoArray(into.alpha, at + i);
        }
        return bound;
    }

    private static FloatVector coverage(float[] alpha, int from, float[] weights, int i) {
        return FloatVector.fromArray(FLOATS, alpha, from).mul(FloatVector.fromArray(FLOATS, weights, i));
    }

    private static void plane(
            BlendMode mode,
            float[] source,
            float[] sourceAlpha,
            int from,
            float[] weights,
            float[] into,
            float[] intoAlpha,
            int at,
            int length) {
        for (int i = 0; i < length; i += LANES) {
            FloatVector coverage = coverage(sourceAlpha, from + i, weights, i);
            if (coverage.compare(VectorOperators.EQ, 0).allTrue()) {
                continue;
            }
            FloatVector alpha = FloatVector.fromArray(FLOATS, intoAlpha, at + i);
            FloatVector scale = ONE.div(alpha).blend(0, alpha.compare(VectorOperators.LE, 0));
            FloatVector s = FloatVector.fromArray(FLOATS, source, from + i);
            FloatVector old = FloatVector.fromArray(FLOATS, into, at + i);
            FloatVector mixed = mix(mode, old.mul(scale).min(1), s).max(0).min(1);
            ONE.sub(coverage)
                    .mul(old)
                    .add(coverage.mul(ONE.sub(alpha)).mul(s))
                    .add(coverage.mul(alpha).mul(mixed))
                    .intoArray(into, at + i);
        }
    }

    private static FloatVector mix(BlendMode mode, FloatVector b, FloatVector s) {
        return switch (mode) {
            case DARKEN -> b.min(s);
            case MULTIPLY -> b.mul(s);
            case LINEAR_BURN -> b.add(s).sub(1);
            case LIGHTEN -> b.max(s);
            case SCREEN -> b.add(s).sub(b.mul(s));
            case LINEAR_DODGE -> b.add(s);
            case OVERLAY -> hardLight(s, b);
            case SOFT_LIGHT -> softLight(b, s);
            case HARD_LIGHT -> hardLight(b, s);
            case LINEAR_LIGHT -> b.add(s.mul(2)).sub(1);
            case DIFFERENCE -> b.sub(s).abs();
            case EXCLUSION -> b.add(s).sub(b.mul(2).mul(s));
            case SUBTRACT -> b.sub(s);
            default -> s;
        };
    }

    private static FloatVector hardLight(FloatVector b, FloatVector s) {
        FloatVector light = ONE.sub(ONE.sub(b).mul(2).mul(ONE.sub(s)));
        return light.blend(b.mul(2).mul(s), s.compare(VectorOperators.LE, 0.5f));
    }

    private static FloatVector softLight(FloatVector b, FloatVector s) {
        FloatVector twice = s.mul(2);
        FloatVector darker = b.sub(ONE.sub(twice).mul(b).mul(ONE.sub(b)));
        FloatVector low = b.mul(16).sub(12).mul(b).add(4).mul(b);
        FloatVector d = b.sqrt().blend(low, b.compare(VectorOperators.LE, 0.25f));
        FloatVector lighter = b.add(twice.sub(1).mul(d.sub(b)));
        return lighter.blend(darker, s.compare(VectorOperators.LE, 0.5f));
    }
}
