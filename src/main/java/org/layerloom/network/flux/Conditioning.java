package org.layerloom.network.flux;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.network.Rope;
import org.layerloom.tensor.Tensor;

/// A prompt on a layout, made ready once for all steps.
///
/// @param text    embedded text tokens, (1, t, dim)
/// @param pooled  the prompt's part of the time embedding, (1, dim)
/// @param regions the boxes' own prompts as added to the image tokens, (1, n, dim), or null
/// @param rope    positions of text and image tokens, text first
public record Conditioning(Tensor text, Tensor pooled, Tensor regions, Rope rope) {
    /// All tensors it holds.
    public List<Tensor> parts() {
        List<Tensor> parts = new ArrayList<>(List.of(text, pooled, rope.cos(), rope.sin()));
        if (regions != null) {
            parts.add(regions);
        }
        return parts;
    }
}
