package org.layerloom.pipeline.art;

import java.util.List;
import org.layerloom.document.Raster;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.tensor.Tensor;

/// The way between a layer's pixels and its clean tokens.
interface LayerCodec {
    /// Called after each part of the work; may throw to stop it.
    interface Work {
        void done(int parts, int total);
    }

    /// Clean tokens (1, n, token width) of one layer.
    ///
    /// @param argb straight pixels of the layer's token box
    Tensor encode(int[] argb, TokenLayout layout, int layer);

    /// Straight ARGB pixels of each layer's token box on the model's canvas, from layer 0 on; null for layers not
    /// wanted. 0 and 1 are opaque.
    ///
    /// @param tokens of all layers, (1, n, token width)
    List<int[]> decode(Tensor tokens, TokenLayout layout, boolean[] wanted, Work work);

    /// The whole picture as it looks at a glance, opaque, of the canvas' aspect, from the tokens of layer 0: what costs
    /// little beside a step.
    ///
    /// @param picture (1, columns * rows, token width)
    Raster glance(Tensor picture, TokenLayout layout);
}
