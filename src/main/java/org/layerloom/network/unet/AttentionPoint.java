package org.layerloom.network.unet;

import org.layerloom.tensor.Tensor;

/// An attention at which a [UnetWalk] waits for its output.
///
/// @param name      the module's name in diffusers, as `mid_block.attentions.0.transformer_blocks.0.attn1`
/// @param attention the weights
/// @param hidden    normed hidden states (b, n, dim), rows of the picture one after the other
/// @param prompt    the prompt's states (b, m, cross dim); null where tokens attend to each other
/// @param height    tokens in a column of the picture; n = height * width
/// @param width     tokens in a row of the picture
public record AttentionPoint(String name, Attention attention, Tensor hidden, Tensor prompt, int height, int width) {
    /// Whether tokens attend to each other and not to the prompt.
    public boolean isSelf() {
        return prompt == null;
    }

    /// What is attended to.
    public Tensor context() {
        return isSelf() ? hidden : prompt;
    }

    /// The transformer block it stands in: the name without its last part.
    public String block() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /// The attention's own output (b, n, dim), before it is added to the hidden states.
    public Tensor output() {
        return attention.forward(hidden, context());
    }
}
