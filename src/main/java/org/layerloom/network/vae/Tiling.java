package org.layerloom.network.vae;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// Runs a network over a large picture in tiles that overlap, so that its memory does not grow with the picture.
///
/// A tile does not see what lies outside it, and norms are taken of the tile alone; where tiles overlap, one fades
/// into the other.
///
/// @param cells   width and height of a tile in latent cells
/// @param overlap of neighbouring tiles in latent cells, at most half a tile
public record Tiling(int cells, int overlap) {
    public Tiling {
        if (overlap < 0 || 2 * overlap > cells) {
            throw new IllegalArgumentException("tiles of " + cells + " cells cannot overlap by " + overlap);
        }
    }

    /// Tiles that overlap by a quarter.
    public static Tiling of(int cells) {
        return new Tiling(cells, cells / 4);
    }

    /// Whether a picture of so many cells is larger than one tile.
    public boolean splits(long rows, long columns) {
        return rows > cells || columns > cells;
    }

    /// Tiles of x (b, c, rows * from, columns * from) through the network to (b, d, rows * to, columns * to).
    ///
    /// @param from  values a cell of x, in both directions
    /// @param to    values a cell of the result
    /// @param net   (1, c, h * from, w * from) to (1, d, h * to, w * to)
    /// @param check called before each tile
    Tensor run(Tensor x, int from, int to, UnaryOperator<Tensor> net, Runnable check) {
        return Scope.scoped(() -> {
            List<Tensor> results = new ArrayList<>();
            for (int i = 0; i < x.size(0); i++) {
                results.add(one(x.slice(0, i, i + 1L), from, to, net, check));
            }
            return Tensor.concat(0, results);
        });
    }

    private Tensor one(Tensor x, int from, int to, UnaryOperator<Tensor> net, Runnable check) {
        List<Span> rows = spans(Math.toIntExact(x.size(2)) / from, to);
        List<Span> columns = spans(Math.toIntExact(x.size(3)) / from, to);
        int height = Math.toIntExact(x.size(2)) / from * to;
        int width = Math.toIntExact(x.size(3)) / from * to;
        float[] sum = null;
        for (Span row : rows) {
            for (Span column : columns) {
                check.run();
                float[] tile = Scope.closing(() -> net.apply(column.cut(row.cut(x, 2, from), 3, from))
                        .to(DType.F32)
                        .toFloats());
                if (sum == null) {
                    sum = new float[tile.length / row.weights.length / column.weights.length * height * width];
                }
                add(tile, row, column, sum, to, height, width);
            }
        }
        long channels = sum.length / height / width;
        Tensor whole = x.device().tensor(sum, 1, channels, height, width);
        return whole.to(x.dtype());
    }

    private static void add(float[] tile, Span row, Span column, float[] sum, int to, int height, int width) {
        int rows = row.weights.length;
        int columns = column.weights.length;
        int channels = tile.length / rows / columns;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < rows; y++) {
                int source = (c * rows + y) * columns;
                int target = (c * height + row.start * to + y) * width + column.start * to;
                for (int x = 0; x < columns; x++) {
                    sum[target + x] += tile[source + x] * row.weights[y] * column.weights[x];
                }
            }
        }
    }

    /// Where tiles lie along an axis of so many cells: evenly, the first and the last one at its ends.
    ///
    /// @param to values a cell of the result
    private List<Span> spans(int total, int to) {
        int length = Math.min(cells, total);
        int count = total <= cells ? 1 : Math.ceilDiv(total - overlap, cells - overlap);
        List<Span> spans = new ArrayList<>();
        float[] sums = new float[total * to];
        for (int i = 0; i < count; i++) {
            int start = count == 1 ? 0 : i * (total - length) / (count - 1);
            Span span = new Span(start, length, new float[length * to]);
            for (int at = 0; at < span.weights.length; at++) {
                span.weights[at] = weight(start * to + at, span, sums.length);
                sums[start * to + at] += span.weights[at];
            }
            spans.add(span);
        }
        for (Span span : spans) {
            for (int at = 0; at < span.weights.length; at++) {
                span.weights[at] /= sums[span.start * to + at];
            }
        }
        return spans;
    }

    /// How much a tile counts at a value: it fades to its ends, but for those of the picture.
    private float weight(int value, Span span, int total) {
        int to = span.weights.length / span.length;
        int first = span.start * to;
        int last = first + span.weights.length - 1;
        float in = first == 0 ? 1 : fade(value - first, overlap * to);
        float out = last == total - 1 ? 1 : fade(last - value, overlap * to);
        return in * out;
    }

    /// From nearly 0 to 1 over a range.
    private static float fade(int at, int range) {
        return at >= range ? 1 : (at + 0.5f) / range;
    }

    /// A tile along one axis.
    ///
    /// @param start   first cell
    /// @param length  cells
    /// @param weights of each value of its result
    private record Span(int start, int length, float[] weights) {
        Tensor cut(Tensor x, int dim, int from) {
            return x.slice(dim, (long) start * from, (long) (start + length) * from);
        }
    }
}
