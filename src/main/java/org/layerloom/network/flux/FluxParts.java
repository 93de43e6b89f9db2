package org.layerloom.network.flux;

import java.util.List;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The blocks of a transformer, and apart from them the norms that only [Steering] needs, which are the first to be
/// left outside where memory is short.
record FluxParts(
        Blocks<DoubleBlock> doubles,
        Blocks<SingleBlock> singles,
        Blocks<Modulation> imageNorms,
        Blocks<Modulation> textNorms,
        Blocks<Modulation> jointNorms) {
    static final String DOUBLE = "transformer_blocks.";
    static final String SINGLE = "single_transformer_blocks.";
    private static final String IMAGE_NORM = "norm1";
    private static final String TEXT_NORM = "norm1_context";
    private static final String JOINT_NORM = "norm";

    static FluxParts load(FluxConfig c, Weights w, Room room) throws WeightsException {
        Blocks.Kind<DoubleBlock> doubles = doubles(c);
        Blocks.Kind<SingleBlock> singles = singles(c);
        return new FluxParts(
                new Blocks<>(w, doubles, room),
                new Blocks<>(w, singles, room),
                new Blocks<>(w, norms(c, DOUBLE, IMAGE_NORM), room),
                new Blocks<>(w, norms(c, DOUBLE, TEXT_NORM), room),
                new Blocks<>(w, norms(c, SINGLE, JOINT_NORM), room));
    }

    /// To be called after every pass: nothing that was loaded ahead stays.
    void settle() {
        List.of(doubles, singles, imageNorms, textNorms, jointNorms).forEach(Blocks::settle);
    }

    static Blocks.Kind<DoubleBlock> doubles(FluxConfig c) {
        return new Blocks.Kind<>(
                DOUBLE + "%d",
                c.doubleBlocks(),
                w -> DoubleBlock.load(c, w),
                w -> w.bytes() - w.at(IMAGE_NORM).bytes() - w.at(TEXT_NORM).bytes());
    }

    static Blocks.Kind<SingleBlock> singles(FluxConfig c) {
        return new Blocks.Kind<>(
                SINGLE + "%d",
                c.singleBlocks(),
                w -> SingleBlock.load(c, w),
                w -> w.bytes() - w.at(JOINT_NORM).bytes());
    }

    private static Blocks.Kind<Modulation> norms(FluxConfig c, String blocks, String norm) {
        boolean single = blocks.equals(SINGLE);
        int vectors = single ? SingleBlock.VECTORS : DoubleBlock.VECTORS;
        return new Blocks.Kind<>(
                blocks + "%d." + norm,
                single ? c.singleBlocks() : c.doubleBlocks(),
                w -> Modulation.load(w, c.dim(), vectors),
                Weights::bytes);
    }
}
