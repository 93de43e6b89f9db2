package org.layerloom.network.text;

import java.util.List;
import org.layerloom.tensor.Tensor;

/// A prompt as a transformer sees it. The owner closes it, or it dies with the scope it was made in.
///
/// @param tokens hidden states (1, T, dim)
/// @param pooled one vector of the whole prompt (1, dim of its own)
/// @param spans where each of the T tokens stands in the prompt; empty where the encoder cannot tell
public record TextEncoding(Tensor tokens, Tensor pooled, List<TokenSpan> spans) implements AutoCloseable {
    public TextEncoding {
        spans = List.copyOf(spans);
    }

    @Override
    public void close() {
        tokens.close();
        pooled.close();
    }
}
