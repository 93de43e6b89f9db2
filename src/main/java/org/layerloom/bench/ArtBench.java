package org.layerloom.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;

/// A step of an anonymous region transformer of any width and depth, with random weights: against the same weights in
/// plain PyTorch (interleaved pairs, one thread each, CPU time, float32 and bf16), int8 weights and float32 arithmetic
/// on bf16 weights beside bf16, and how the cost grows with the layers, cropped and whole.
///
/// Arguments: a Python with torch, pairs, heads of 128, double blocks, single blocks, px of the pairs' canvas. Without
/// pairs only the growth is measured.
public final class ArtBench {
    private static final int LAYERS = 10;
    private static final int CANVAS = 1024;

    private ArtBench() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("ai.djl.pytorch.num_threads", "1"); // read when the engine loads
        String python = args.length > 0 ? args[0] : "python3";
        int[] numbers = {9, 4, 4, 8, 256};
        for (int i = 1; i < args.length; i++) {
            numbers[i - 1] = Integer.parseInt(args[i]);
        }
        int pairs = numbers[0];
        Sizes sizes = new Sizes(numbers[1], numbers[2], numbers[3], numbers[4]);
        ObjectMapper json = new ObjectMapper();
        if (pairs > 0) {
            for (DType dtype : List.of(DType.F32, DType.BF16)) {
                System.out.println(json.writeValueAsString(pairs(python, pairs, sizes, dtype)));
            }
        }
        System.out.println(json.writeValueAsString(growth(python, sizes)));
    }

    /// What is measured.
    ///
    /// @param heads of 128 each
    /// @param px    of the pairs' canvas
    private record Sizes(int heads, int doubles, int singles, int px) {
        String text() {
            return "ART of dim " + heads * ArtCase.HEAD + ", " + doubles + " + " + singles + " blocks, one thread";
        }
    }

    private static Map<String, Object> pairs(String python, int pairs, Sizes sizes, DType dtype) throws IOException {
        TokenLayout layout = ArtCase.layout(sizes.px, LAYERS);
        try (Device device = Device.cpu();
                ArtOther other = ArtOther.start(python, sizes.heads, sizes.doubles, sizes.singles, dtype, layout)) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("bench", sizes.text() + ", a pass over " + LAYERS + " layers at " + sizes.px + " px");
            line.put("type", dtype.name());
            line.put("tokens", layout.tokens() + ArtCase.TEXT_TOKENS);
            ArtCase ours = ArtCase.open(device, other.folder(), dtype, layout);
            line.putAll(ours.difference());
            line.putAll(other.pairs(ours::cpuSeconds, pairs));
            line.put("peak_mib", Machine.peakResidentMebibytes());
            if (dtype == DType.BF16) {
                line.putAll(ArtCase.int8(device, other.folder(), layout).beside(ours, "int8"));
                line.putAll(ArtCase.wide(device, other.folder(), layout).beside(ours, "widened"));
            }
            line.putAll(other.facts());
            line.putAll(Machine.speed());
            return line;
        }
    }

    private static Map<String, Object> growth(String python, Sizes sizes) throws IOException {
        TokenLayout small = ArtCase.layout(CANVAS / 8, LAYERS);
        try (Device device = Device.cpu();
                ArtOther other = ArtOther.start(python, sizes.heads, sizes.doubles, sizes.singles, DType.F32, small)) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("bench", sizes.text() + ", growth at " + CANVAS + " px, float32");
            ArtCase network = ArtCase.open(device, other.folder(), DType.F32, small);
            line.putAll(new ArtGrowth(device, sizes.heads, sizes.doubles + sizes.singles).measure(network, CANVAS));
            line.putAll(Machine.speed());
            return line;
        }
    }
}
