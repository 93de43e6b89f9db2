package org.layerloom.network.flux;

import org.layerloom.tensor.Tensor;

/// What a prompt is to the transformer.
///
/// @param tokens  (1, t, text dim)
/// @param pooled  (1, pooled dim)
/// @param links   for each text token the layer that its phrase names, 0 = none; null where there are no links
/// @param regions (layers, region dim): each box's own prompt, zeros = anonymous; null where the model has none
public record Prompt(Tensor tokens, Tensor pooled, int[] links, Tensor regions) {}
