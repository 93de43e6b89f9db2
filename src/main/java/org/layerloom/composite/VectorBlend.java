package org.layerloom.composite;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Rect;

/// The modes that need no division, as many pixels at a time as the processor holds in a register; the same float
/// operations as in [Blend] and [PixelBlend].
final class VectorBlend {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final FloatVector ZERO = FloatVector.zero(FLOATS);
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
                    SUBTRACT ->
                true;
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
        for (int i = 0; i < bound; i += LANES) {
            FloatVector coverage = FloatVector.fromArray(FLOATS, source.alpha, from + i)
                    .mul(FloatVector.fromArray(FLOATS, weights, i));
            if (coverage.compare(VectorOperators.EQ, 0).allTrue()) {
                continue;
            }
            FloatVector alpha = FloatVector.fromArray(FLOATS, into.alpha, at + i);
            FloatVector under = ONE.sub(coverage);
            FloatVector bare = coverage.mul(ONE.sub(alpha));
            FloatVector both = coverage.mul(alpha);
            FloatVector scale = ONE.div(alpha).blend(0, alpha.compare(VectorOperators.LE, 0));
            lay(mode, source.red, from + i, into.red, at + i, scale, under, bare, both);
            lay(mode, source.green, from + i, into.green, at + i, scale, under, bare, both);
            lay(mode, source.blue, from + i, into.blue, at + i, scale, under, bare, both);
            alpha.add(bare).intoArray(into.alpha, at + i);
        }
        return bound;
    }

    private static void lay(
            BlendMode mode,
            float[] source,
            int from,
            float[] into,
            int at,
            FloatVector scale,
            FloatVector under,
            FloatVector bare,
            FloatVector both) {
        FloatVector s = FloatVector.fromArray(FLOATS, source, from);
        FloatVector old = FloatVector.fromArray(FLOATS, into, at);
        FloatVector mixed = mix(mode, old.mul(scale).min(1), s).max(0).min(1);
        under.mul(old).add(bare.mul(s)).add(both.mul(mixed)).intoArray(into, at);
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
        VectorMask<Float> dark = s.compare(VectorOperators.LE, 0.5f);
        FloatVector light = ONE.sub(ONE.sub(b).mul(2).mul(ONE.sub(s)));
        return light.blend(b.mul(2).mul(s), dark);
    }

    private static FloatVector softLight(FloatVector b, FloatVector s) {
        FloatVector twice = s.mul(2);
        FloatVector darker = b.sub(ONE.sub(twice).mul(b).mul(ONE.sub(b)));
        FloatVector low = b.mul(16).sub(12).mul(b).add(4).mul(b);
        FloatVector d = b.max(ZERO).sqrt().blend(low, b.compare(VectorOperators.LE, 0.25f));
        FloatVector lighter = b.add(twice.sub(1).mul(d.sub(b)));
        return lighter.blend(darker, s.compare(VectorOperators.LE, 0.5f));
    }
}
