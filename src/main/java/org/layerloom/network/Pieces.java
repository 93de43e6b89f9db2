package org.layerloom.network;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// Work that treats each token by itself, done piece by piece: what it makes on its way, several times as wide as a
/// token, then does not grow with their number.
public final class Pieces {
    /// Tokens of a piece.
    public static final long MOST_TOKENS = 4096;

    private Pieces() {}

    /// Makes tokens `from` to `to` of the result, (1, to - from, dim).
    @FunctionalInterface
    public interface Work {
        Tensor make(long from, long to);
    }

    /// All tokens of the result, (1, tokens, dim).
    public static Tensor of(long tokens, Work work) {
        if (tokens <= MOST_TOKENS) {
            return work.make(0, tokens);
        }
        return Scope.scoped(() -> {
            List<Tensor> pieces = new ArrayList<>();
            for (long start = 0; start < tokens; start += MOST_TOKENS) {
                long from = start;
                pieces.add(Scope.scoped(() -> work.make(from, Math.min(tokens, from + MOST_TOKENS))));
            }
            return Tensor.concat(1, pieces);
        });
    }
}
