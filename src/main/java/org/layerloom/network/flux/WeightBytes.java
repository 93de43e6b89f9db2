package org.layerloom.network.flux;

import org.layerloom.weights.Weights;

/// What a transformer's weights take, in bytes of the type that they are held in.
///
/// @param all    everything
/// @param blocks the blocks' part that every step needs
/// @param block  the largest block, of that part
/// @param norms  the blocks' part that only the start of a run needs
public record WeightBytes(long all, long blocks, long block, long norms) {
    public static WeightBytes of(FluxConfig c, Weights w) {
        Blocks.Kind<DoubleBlock> doubles = FluxParts.doubles(c);
        Blocks.Kind<SingleBlock> singles = FluxParts.singles(c);
        long blocks = doubles.all(w) + singles.all(w);
        long inBlocks = w.bytes(FluxParts.DOUBLE) + w.bytes(FluxParts.SINGLE);
        return new WeightBytes(w.bytes(), blocks, Math.max(doubles.largest(w), singles.largest(w)), inBlocks - blocks);
    }

    /// What stays in memory whatever the room: all outside the blocks, and a place for the block that is used and the
    /// one that is loaded meanwhile.
    public long outside() {
        return all - blocks - norms + 2 * block;
    }
}
