package org.layerloom.network.transparency;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.network.LayerNorm;
import org.layerloom.network.Linear;
import org.layerloom.network.Rope;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// ART's transparent decoder (Pu et al. 2025): a transformer over the latent cells of all layers together that
/// gives every cell its patch of straight RGBA.
///
/// All layers make one sequence with full attention, merged and background too: leaving those out changes the
/// others. A null box is a hole: the layer keeps its index and has no cells.
public final class TransparentDecoder {
    private static final double EPS = 1e-6;
    private static final double ROPE_THETA = 10_000;

    private final TransparencyConfig config;
    private final Linear fcIn;
    private final List<DecoderBlock> blocks;
    private final LayerNorm ln;
    private final Linear fcOut;

    private TransparentDecoder(
            TransparencyConfig config, Linear fcIn, List<DecoderBlock> blocks, LayerNorm ln, Linear fcOut) {
        this.config = config;
        this.fcIn = fcIn;
        this.blocks = List.copyOf(blocks);
        this.ln = ln;
        this.fcOut = fcOut;
    }

    /// Loads the tensors below `decoder.`; others that old checkpoints hold are left alone.
    ///
    /// @throws WeightsException if tensors are missing or do not fit each other
    public static TransparentDecoder load(Config config, Weights weights) throws WeightsException {
        Weights w = weights.at("decoder");
        TransparencyConfig sizes = TransparencyConfig.of(config, w);
        List<DecoderBlock> blocks = new ArrayList<>();
        for (int i = 0; i < sizes.blocks(); i++) {
            blocks.add(DecoderBlock.load(sizes, w.at("encoder.layers.encoder_layer_" + i)));
        }
        int values = TransparencyConfig.PLANES * sizes.patch() * sizes.patch();
        return new TransparentDecoder(
                sizes,
                Linear.load(w.at("fc_in"), sizes.dim(), sizes.latentChannels()),
                blocks,
                LayerNorm.load(w.at("encoder.ln"), sizes.dim(), EPS),
                Linear.load(w.at("fc_out"), values, sizes.dim()));
    }

    /// Pixels a latent cell, in both directions (8).
    public int factor() {
        return config.patch();
    }

    /// Straight RGBA in -1..1 (not clipped) of each layer's box, (1, 4, 8 height, 8 width); null for a hole.
    /// Outside the box a layer is colour 0 and alpha -1.
    ///
    /// @param latents of all layers over the whole canvas in the codec's own space, (L, 16, h/8, w/8)
    /// @param boxes one for each layer, null for a hole
    public List<Tensor> decode(Tensor latents, List<CellBox> boxes) {
        List<Tensor> crops = Scope.scopedAll(() -> {
            Tensor y = fcOut.forward(encode(tokens(latents, boxes), rope(latents, boxes)));
            List<Tensor> made = new ArrayList<>();
            long start = 0;
            for (CellBox box : boxes) {
                if (box != null) {
                    made.add(crop(y, start, box));
                    start += box.area();
                }
            }
            return made;
        });
        List<Tensor> layers = new ArrayList<>();
        int next = 0;
        for (CellBox box : boxes) {
            layers.add(box == null ? null : crops.get(next++));
        }
        return layers;
    }

    /// A crop as bytes, row by row, red, green, blue, alpha: fractions are cut, as the reference does here (and
    /// only here). Outside a box the reference's bytes are (127, 127, 127, 0).
    public static byte[] bytes(Tensor crop) {
        return Scope.closing(() -> crop.add(1)
                .div(2)
                .clip(0, 1)
                .mul(255)
                .transpose(0, 2, 3, 1) // (1, h, w, 4)
                .toBytes());
    }

    /// Cells of all boxes, layer by layer, row by row: (1, n, 16).
    static Tensor tokens(Tensor latents, List<CellBox> boxes) {
        return Scope.scoped(() -> {
            List<Tensor> parts = new ArrayList<>();
            for (int i = 0; i < boxes.size(); i++) {
                CellBox box = boxes.get(i);
                if (box != null) {
                    parts.add(latents.slice(0, i, i + 1L)
                            .slice(2, box.y(), (long) box.y() + box.height())
                            .slice(3, box.x(), (long) box.x() + box.width())
                            .reshape(1, latents.size(1), box.area())
                            .transpose(0, 2, 1));
                }
            }
            return Tensor.concat(1, parts);
        });
    }

    /// Layer, row and column of every cell on the canvas as angles.
    Rope rope(Tensor latents, List<CellBox> boxes) {
        List<double[]> positions = new ArrayList<>();
        for (int layer = 0; layer < boxes.size(); layer++) {
            CellBox box = boxes.get(layer);
            for (int i = 0; box != null && i < box.area(); i++) {
                positions.add(new double[] {layer, box.y() + i / box.width(), box.x() + i % box.width()});
            }
        }
        return Rope.of(latents.device(), positions.toArray(double[][]::new), config.axes(), ROPE_THETA);
    }

    /// Tokens (1, n, 16) to what the first block gives of them, (1, n, dim).
    Tensor firstBlock(Tensor tokens, Rope rope) {
        return blocks.getFirst().forward(fcIn.forward(tokens), rope);
    }

    /// Tokens (1, n, 16) to normed hidden states (1, n, dim).
    Tensor encode(Tensor tokens, Rope rope) {
        return Scope.scoped(() -> {
            Tensor x = fcIn.forward(tokens);
            for (DecoderBlock block : blocks) {
                x = block.forward(x, rope);
            }
            return ln.forward(x);
        });
    }

    private Tensor crop(Tensor values, long start, CellBox box) {
        Tensor cells = values.slice(1, start, start + box.area()) // (1, cells, 4 * 8 * 8)
                .transpose(0, 2, 1)
                .reshape(1, values.size(2), box.height(), box.width());
        return Ops.pixelShuffle(cells, config.patch());
    }
}
