package org.layerloom.network.flux;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;

/// Which cells of the layers' grids are tokens, and the way between latents and the short token sequence.
///
/// Layer l's tokens are the cells of its box, row by row; layers follow one another: 0 merged, 1 background, then
/// the boxes. A token is a patch of 2 x 2 latents, value `c * 4 + dy * 2 + dx`. A null box is a hole: it keeps its
/// layer index and has no token (spec: ART inference, sections 2 and 4).
public final class TokenLayout {
    /// Numbers that say where in its box a token lies, and how large the box is.
    static final int FEATURES = 18;
    private static final int WAVES = 4;
    private static final double MIDDLE_SIZE = 1.5;
    private static final int PATCH = FluxConfig.PATCH;

    private final int columns;
    private final int rows;
    private final List<TokenBox> boxes;
    private final int tokens;

    /// @param columns tokens across the canvas
    /// @param rows    tokens down the canvas
    /// @param boxes   one for each layer, null for a hole
    public TokenLayout(int columns, int rows, List<TokenBox> boxes) {
        this.columns = columns;
        this.rows = rows;
        this.boxes = Collections.unmodifiableList(new ArrayList<>(boxes));
        int count = 0;
        for (TokenBox box : boxes) {
            count += box == null ? 0 : box.area();
        }
        tokens = count;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public int layers() {
        return boxes.size();
    }

    /// The box of a layer, or null.
    public TokenBox box(int layer) {
        return boxes.get(layer);
    }

    /// How many tokens all layers have.
    public int tokens() {
        return tokens;
    }

    /// Where in the sequence a layer's tokens start.
    public int start(int layer) {
        int start = 0;
        for (TokenBox box : boxes.subList(0, layer)) {
            start += box == null ? 0 : box.area();
        }
        return start;
    }

    /// Layer, row and column of every token, on the canvas.
    public double[][] positions() {
        double[][] positions = new double[tokens][];
        forEach((token, layer, box, x, y) -> positions[token] = new double[] {layer, y, x});
        return positions;
    }

    /// The layer of every token, (n) int64.
    public Tensor layerIds(Device device) {
        long[] layers = new long[tokens];
        forEach((token, layer, box, x, y) -> layers[token] = layer);
        return device.tensor(layers, tokens);
    }

    /// Place in box and size of box for every token: (n, 18). With u, v the token's centre in its box, 0 to 1:
    /// cos(k pi u), cos(k pi v), sin(k pi u), sin(k pi v) for k = 1..4, then log2 of width and height in tokens,
    /// less 1.5.
    public Tensor features(Device device) {
        float[] values = new float[tokens * FEATURES];
        forEach((token, layer, box, x, y) -> {
            double u = Math.PI * (x - box.x() + 0.5) / box.width();
            double v = Math.PI * (y - box.y() + 0.5) / box.height();
            int at = token * FEATURES;
            for (int k = 1; k <= WAVES; k++) {
                values[at++] = (float) Math.cos(k * u);
                values[at++] = (float) Math.cos(k * v);
                values[at++] = (float) Math.sin(k * u);
                values[at++] = (float) Math.sin(k * v);
            }
            values[at++] = (float) (Math.log(box.width()) / Math.log(2) - MIDDLE_SIZE);
            values[at] = (float) (Math.log(box.height()) / Math.log(2) - MIDDLE_SIZE);
        });
        return device.tensor(values, tokens, FEATURES);
    }

    /// Latents (1, layers, c, 2 rows, 2 columns) to tokens (1, n, 4c): the boxes' cells only.
    public Tensor pack(Tensor latents) {
        long channels = latents.size(2);
        try (Tensor cells = cells(latents, channels);
                Tensor ids = cellIds(latents.device())) {
            return cells.take(1, ids);
        }
    }

    /// Tokens (1, n, 4c) to latents (1, layers, c, 2 rows, 2 columns); cells outside the boxes are those of
    /// `outside`, which has the result's shape.
    public Tensor unpack(Tensor tokens, Tensor outside) {
        long channels = outside.size(2);
        try (Tensor cells = cells(outside, channels);
                Tensor ids = cellIds(tokens.device());
                Tensor all = cells.put(1, ids, tokens);
                Tensor split = all.reshape(layers(), rows, columns, channels, PATCH, PATCH);
                Tensor ordered = split.transpose(0, 3, 1, 4, 2, 5)) {
            return ordered.reshape(1, layers(), channels, (long) rows * PATCH, (long) columns * PATCH);
        }
    }

    /// One layer's latents (1, c, 2 h, 2 w), cropped to its box, from the token sequence (1, n, 4c).
    public Tensor layer(Tensor tokens, int layer) {
        TokenBox box = boxes.get(layer);
        int start = start(layer);
        long channels = tokens.size(2) / (PATCH * PATCH);
        try (Tensor own = tokens.slice(1, start, (long) start + box.area());
                Tensor split = own.reshape(box.height(), box.width(), channels, PATCH, PATCH);
                Tensor ordered = split.transpose(2, 0, 3, 1, 4)) {
            return ordered.reshape(1, channels, (long) box.height() * PATCH, (long) box.width() * PATCH);
        }
    }

    /// One layer's latents (1, c, 2 h, 2 w), cropped to its box, as tokens (1, h * w, 4c).
    public static Tensor patches(Tensor latents) {
        long channels = latents.size(1);
        long height = latents.size(2) / PATCH;
        long width = latents.size(3) / PATCH;
        try (Tensor split = latents.reshape(channels, height, PATCH, width, PATCH);
                Tensor ordered = split.transpose(1, 3, 0, 2, 4)) {
            return ordered.reshape(1, height * width, channels * PATCH * PATCH);
        }
    }

    private Tensor cells(Tensor latents, long channels) { // (1, layers * rows * columns, 4c)
        try (Tensor split = latents.reshape(layers(), channels, rows, PATCH, columns, PATCH);
                Tensor ordered = split.transpose(0, 2, 4, 1, 3, 5)) {
            return ordered.reshape(1, (long) layers() * rows * columns, channels * PATCH * PATCH);
        }
    }

    private Tensor cellIds(Device device) {
        long[] ids = new long[tokens];
        forEach((token, layer, box, x, y) -> ids[token] = ((long) layer * rows + y) * columns + x);
        return device.tensor(ids, tokens);
    }

    private interface Cell {
        /// @param x column on the canvas, in tokens
        /// @param y row on the canvas, in tokens
        void visit(int token, int layer, TokenBox box, int x, int y);
    }

    private void forEach(Cell cell) {
        int token = 0;
        for (int layer = 0; layer < boxes.size(); layer++) {
            TokenBox box = boxes.get(layer);
            for (int i = 0; box != null && i < box.area(); i++) {
                cell.visit(token++, layer, box, box.x() + i % box.width(), box.y() + i / box.width());
            }
        }
    }
}
