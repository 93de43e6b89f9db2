package org.layerloom.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelCatalog;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;
import org.layerloom.pipeline.art.ArtProvider;

/// What a design costs: 512 x 512 px with eight boxes and the model's default steps. Prints a JSON line a run:
/// loading, first preview, whole run, CPU time with a preview after each step and without, peak memory, and the
/// machine's own speed. Arguments: model folder, runs.
public final class GenerateBench {
    private static final int SIDE = 512;
    private static final String PROMPT =
            "a cartoon poster with a birthday cake, a balloon, a wrapped gift, a crown, a star, a rose,"
                    + " a sun and a red text 'HELLO' on a plain sky blue background";

    private GenerateBench() {}

    public static void main(String[] args) throws ModelException, JsonProcessingException {
        Path folder = Path.of(args.length > 0 ? args[0] : "assets/models/layerloom-2");
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        ModelCatalog catalog = new ModelCatalog(List.of(new ArtProvider(List.of())), List.of());
        Map<String, Object> machine = Machine.speed();
        long start = System.nanoTime();
        try (LayerGenerator generator = catalog.find(folder.toString()).open("cpu")) {
            double loadSeconds = seconds(start);
            for (int i = 0; i < runs; i++) {
                Map<String, Object> line = run(generator, i);
                line.put("load_s", Machine.rounded(loadSeconds));
                line.putAll(machine);
                System.out.println(new ObjectMapper().writeValueAsString(line));
            }
        }
    }

    private static Map<String, Object> run(LayerGenerator generator, int seed) throws ModelException {
        Clock clock = new Clock();
        double cpu = Machine.cpuSeconds();
        generator.generate(request(Settings.seeded(seed)), clock);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bench", "generate 512x512, 8 boxes");
        line.put("first_preview_s", Machine.rounded(clock.firstPreviewSeconds));
        line.put("total_s", Machine.rounded(seconds(clock.start)));
        line.put("cpu_s", Machine.rounded(Machine.cpuSeconds() - cpu));
        cpu = Machine.cpuSeconds();
        generator.generate(request(Settings.seeded(seed).quiet()), Progress.NONE);
        line.put("cpu_s_without_previews", Machine.rounded(Machine.cpuSeconds() - cpu));
        line.put("peak_rss_mib", Machine.peakResidentMebibytes());
        return line;
    }

    private static GenerateRequest request(Settings settings) {
        int[][] boxes = {
            {160, 288, 192, 192}, {32, 32, 128, 160}, {352, 320, 128, 128}, {192, 32, 128, 96},
            {352, 32, 128, 128}, {32, 352, 96, 128}, {32, 208, 128, 128}, {160, 160, 192, 96},
        };
        List<Target> targets = new ArrayList<>();
        for (int[] box : boxes) {
            targets.add(Target.of(new LayerId(targets.size() + 1), new Rect(box[0], box[1], box[2], box[3]), ""));
        }
        return new GenerateRequest("bench", Mode.LAYERS, SIDE, SIDE, PROMPT, "", "", targets, List.of(), settings);
    }

    private static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private static final class Clock implements Progress {
        private final long start = System.nanoTime();
        private double firstPreviewSeconds = -1;

        @Override
        public void step(Stage stage, int done, int total) {}

        @Override
        public void preview(Raster picture) {
            if (firstPreviewSeconds < 0) {
                firstPreviewSeconds = seconds(start);
            }
        }

        @Override
        public void check() {}
    }
}
