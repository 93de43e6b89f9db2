package org.layerloom.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.layerloom.network.flux.Conditioning;
import org.layerloom.network.flux.FluxConfig;
import org.layerloom.network.flux.FluxTransformer;
import org.layerloom.network.flux.Prompt;
import org.layerloom.network.flux.Steering;
import org.layerloom.network.flux.TokenBox;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Int8;
import org.layerloom.weights.Weights;

/// A transformer with the weights, the input and the output that `art_transformer.py` wrote.
final class ArtCase {
    static final int HEAD = 128;
    static final int TEXT_TOKENS = 512;

    private static final int STRIDE = 16;
    private static final int FULL = 2;
    /// The boxes' mean share of the canvas falls with their number, as in designs: 12 % of 8 boxes, 4 % of 48.
    private static final double SHARE = 0.4;
    private static final double FALL = 0.58;
    private static final float TIMESTEP = 743.1f;
    private static final float GUIDANCE = 4;
    private static final String FILE = "diffusion_pytorch_model.safetensors";

    private final Weights values;
    private final Weights weights;
    private final FluxTransformer transformer;
    private final TokenLayout layout;
    private final Conditioning prompt;
    private final Tensor places;

    private ArtCase(Weights weights, Weights values, FluxConfig config, TokenLayout layout) throws IOException {
        this.weights = weights;
        this.values = values;
        this.layout = layout;
        transformer = FluxTransformer.load(config, weights);
        prompt = transformer.condition(layout, new Prompt(values.get("text"), values.get("pooled"), null, null));
        places = transformer.places(layout, new boolean[layout.layers()]);
    }

    static ArtCase open(Device device, Path folder, DType dtype, TokenLayout layout) throws IOException {
        return of(Weights.open(folder.resolve(FILE), device, dtype), device, folder, dtype, layout);
    }

    /// The same network with int8 weights, computing in bf16.
    static ArtCase int8(Device device, Path folder, TokenLayout layout) throws IOException {
        Weights weights = Int8.open(
                folder.resolve(FILE), folder, device, DType.BF16, FluxTransformer::isBlockMatrix, (done, all) -> {});
        return of(weights, device, folder, DType.BF16, layout);
    }

    /// The same network, its bf16 weights widened at each use, computing in float32.
    static ArtCase wide(Device device, Path folder, TokenLayout layout) throws IOException {
        Weights weights = Weights.open(folder.resolve(FILE), device, DType.F32).compact();
        return of(weights, device, folder, DType.F32, layout);
    }

    private static ArtCase of(Weights weights, Device device, Path folder, DType dtype, TokenLayout layout)
            throws IOException {
        Weights values = Weights.open(folder.resolve("case.safetensors"), device, dtype);
        return new ArtCase(weights, values, FluxConfig.read(Config.read(folder.resolve("config.json"))), layout);
    }

    /// Picture, background and boxes of falling size all over a square canvas.
    static TokenLayout layout(int px, int layers) {
        int side = px / STRIDE;
        List<TokenBox> boxes = new ArrayList<>();
        for (int i = 0; i < FULL; i++) {
            boxes.add(new TokenBox(0, 0, side, side));
        }
        int count = layers - FULL;
        double area = SHARE * side * side / Math.pow(count, FALL);
        for (int i = 0; i < count; i++) {
            double aspect = Math.pow(2, (i % 5 - 2) / 2.0); // half to twice as wide as high
            int width = Math.clamp(Math.round(Math.sqrt(area * aspect)), 1, side);
            int height = Math.clamp(Math.round(area / width), 1, side);
            int x = (side - width) * (i * 7 % count) / Math.max(1, count - 1);
            int y = (side - height) * i / Math.max(1, count - 1);
            boxes.add(new TokenBox(x, y, width, height));
        }
        return new TokenLayout(side, side, boxes);
    }

    /// The layers' boxes as JSON.
    static String boxes(TokenLayout layout) {
        List<TokenBox> boxes = new ArrayList<>();
        for (int layer = 0; layer < layout.layers(); layer++) {
            boxes.add(layout.box(layer));
        }
        return boxes.stream()
                .map(b -> "[%d,%d,%d,%d]".formatted(b.x(), b.y(), b.width(), b.height()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    TokenLayout layout() {
        return layout;
    }

    /// All of a pass, what steers the blocks included, which a run makes once for all steps.
    private float[] step() {
        return Scope.closing(() -> {
            List<Conditioning> prompts = List.of(prompt);
            float[] times = {transformer.time(TIMESTEP / 1000)};
            Steering steering = transformer.steer(times, GUIDANCE, prompts);
            Tensor embedded = transformer.embed(tokens(), places);
            return transformer
                    .forward(embedded, prompts, steering, 0, () -> {})
                    .getFirst()
                    .toFloats();
        });
    }

    private Tensor tokens() {
        try {
            return values.get("tokens");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    double cpuSeconds() {
        double start = Machine.cpuSeconds();
        step();
        return Machine.cpuSeconds() - start;
    }

    /// From the output that the other side wrote.
    Map<String, Object> difference() throws IOException {
        return gap("difference", step(), values.get("out").toFloats());
    }

    /// These weights' memory, time and output beside another's.
    Map<String, Object> beside(ArtCase other, String name) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(name + "_weights_mib", weights.bytes() >> 20);
        line.put(name + "_memory", Machine.rounded((double) weights.bytes() / other.weights.bytes()));
        cpuSeconds();
        line.put(name + "_cpu", Machine.rounded(cpuSeconds() / other.cpuSeconds()));
        line.putAll(gap(name + "_error", step(), other.step()));
        return line;
    }

    private static Map<String, Object> gap(String name, float[] made, float[] expected) {
        double largest = 0;
        double squares = 0;
        double size = 0;
        for (int i = 0; i < made.length; i++) {
            double gap = made[i] - expected[i];
            largest = Math.max(largest, Math.abs(gap));
            squares += gap * gap;
            size += (double) expected[i] * expected[i];
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("largest_" + name, (float) largest);
        line.put("relative_" + name, (float) Math.sqrt(squares / size));
        return line;
    }
}
