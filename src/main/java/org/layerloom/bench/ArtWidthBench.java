package org.layerloom.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;

/// A pass of an anonymous region transformer of true width, 24 heads of 128, in float32 on one thread: one double and
/// one single block of random weights, each measured whole beside the same block in plain PyTorch, and from them what
/// the 19 + 38 blocks of a full-size model would take, whose weights alone are 48 GB.
///
/// Arguments: a Python with torch, px of the canvas that is measured, pairs.
public final class ArtWidthBench {
    private static final int HEADS = 24;
    private static final int DOUBLES = 19;
    private static final int SINGLES = 38;
    private static final int LAYERS = 10;
    private static final int[][] CASES = {{512, 10}, {512, 50}, {1024, 10}, {1024, 50}};

    private final String python;
    private final TokenLayout layout;
    private final int pairs;
    private final Map<String, Object> line = new LinkedHashMap<>();

    private ArtWidthBench(String python, TokenLayout layout, int pairs) {
        this.python = python;
        this.layout = layout;
        this.pairs = pairs;
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("ai.djl.pytorch.num_threads", "1"); // read when the engine loads
        String python = args.length > 0 ? args[0] : "python3";
        int px = args.length > 1 ? Integer.parseInt(args[1]) : 512;
        int pairs = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        ArtWidthBench bench = new ArtWidthBench(python, ArtCase.layout(px, LAYERS), pairs);
        System.out.println(new ObjectMapper().writeValueAsString(bench.measure(px)));
    }

    private Map<String, Object> measure(int px) throws IOException {
        line.put("bench", "ART of dim " + HEADS * ArtCase.HEAD + ", float32, one thread, blocks at " + px + " px");
        int tokens = tokens(layout);
        line.put("tokens", tokens);
        double around = pass("around", 0, 0);
        double ofDouble = pass("double", 1, 0) - around;
        double ofSingle = pass("single", 0, 1) - around;
        try (Device device = Device.cpu()) {
            ArtGrowth one = new ArtGrowth(device, HEADS, 1);
            double attention = one.attention(tokens);
            line.put("attention_cpu_s", Machine.rounded(attention));
            double beside = DOUBLES * (ofDouble - attention) + SINGLES * (ofSingle - attention);
            for (int[] size : CASES) {
                int all = tokens(ArtCase.layout(size[0], size[1]));
                double whole = (DOUBLES + SINGLES) * one.attention(all) + (beside + around) * all / tokens;
                String name = size[0] + "px_" + size[1] + "_layers";
                line.put("tokens_" + name, all);
                line.put("cpu_s_" + name, Machine.rounded(whole));
            }
        }
        line.put("peak_mib", Machine.peakResidentMebibytes());
        line.putAll(Machine.speed());
        return line;
    }

    private static int tokens(TokenLayout layout) {
        return layout.tokens() + ArtCase.TEXT_TOKENS;
    }

    /// Our CPU seconds of a pass with so many blocks; tells the other side's too.
    private double pass(String name, int doubles, int singles) throws IOException {
        try (Device device = Device.cpu();
                ArtOther other = ArtOther.start(python, HEADS, doubles, singles, DType.F32, layout)) {
            ArtCase ours = ArtCase.open(device, other.folder(), DType.F32, layout);
            ours.difference().forEach((key, value) -> line.put(name + "_" + key, value));
            Map<String, Object> measured = other.pairs(ours::cpuSeconds, pairs);
            measured.forEach((key, value) -> line.put(name + "_" + key, value));
            line.putAll(other.facts());
            return (double) measured.get("cpu_s");
        }
    }
}
