package org.layerloom.network.unet;

import org.layerloom.tensor.Tensor;

/// What stands in the place of a network's attentions: their own output, or one that shares among pictures.
@FunctionalInterface
public interface AttentionProcessor {
    /// Every attention as the network has it.
    AttentionProcessor PLAIN = AttentionPoint::output;

    /// What is added to the hidden states: (b, n, dim).
    Tensor process(AttentionPoint point);
}
