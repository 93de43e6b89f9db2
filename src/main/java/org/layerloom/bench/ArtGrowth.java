package org.layerloom.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// What a pass costs at 10, 30 and 50 layers, of their boxes only and of whole canvases, put together from measured
/// parts, as a pass over 50 whole canvases would take an hour: the attention of some queries over all tokens, and
/// what each token costs beside it, from a whole pass over few.
final class ArtGrowth {
    private static final int[] LAYERS = {10, 30, 50};
    /// As many as make torch take its largest blocks of queries.
    private static final int QUERIES = 768;

    private final Device device;
    private final int heads;
    private final int blocks;

    ArtGrowth(Device device, int heads, int blocks) {
        this.device = device;
        this.heads = heads;
        this.blocks = blocks;
    }

    /// @param network with an input of few tokens
    Map<String, Object> measure(ArtCase network, int px) {
        int few = network.layout().tokens() + ArtCase.TEXT_TOKENS;
        network.cpuSeconds();
        double pass = Math.min(network.cpuSeconds(), network.cpuSeconds());
        double perToken = (pass - attention(few)) / few;
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("pass_of_tokens", few);
        line.put("pass_cpu_s", Machine.rounded(pass));
        double first = 0;
        double last = 0;
        for (int layers : LAYERS) {
            TokenLayout layout = ArtCase.layout(px, layers);
            int cropped = layout.tokens() + ArtCase.TEXT_TOKENS;
            int whole = layers * layout.columns() * layout.rows() + ArtCase.TEXT_TOKENS;
            double ofBoxes = attention(cropped) + perToken * cropped;
            double ofAll = attention(whole) + perToken * whole;
            line.put("tokens_" + layers, cropped);
            line.put("cpu_s_" + layers, Machine.rounded(ofBoxes));
            line.put("whole_tokens_" + layers, whole);
            line.put("whole_cpu_s_" + layers, Machine.rounded(ofAll));
            line.put("whole_to_boxes_" + layers, Machine.rounded(ofAll / ofBoxes));
            first = first == 0 ? ofBoxes : first;
            last = ofBoxes;
        }
        line.put("50_to_10_layers", Machine.rounded(last / first));
        return line;
    }

    /// CPU seconds of the attentions of all blocks over so many tokens.
    double attention(int tokens) {
        int queries = Math.min(QUERIES, tokens);
        return Scope.closing(() -> {
            Tensor q = device.randn(1, 1, heads, queries, ArtCase.HEAD);
            Tensor k = device.randn(2, 1, heads, tokens, ArtCase.HEAD);
            Tensor v = device.randn(3, 1, heads, tokens, ArtCase.HEAD);
            double least = Double.MAX_VALUE;
            for (int i = 0; i < 2; i++) {
                double start = Machine.cpuSeconds();
                Ops.attention(q, k, v).close();
                least = Math.min(least, Machine.cpuSeconds() - start);
            }
            return least * blocks * tokens / queries;
        });
    }
}
