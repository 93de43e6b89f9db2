package org.layerloom.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.layerloom.codec.png.PngSet;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Times the compositor and the codecs on 50 layers of 648 x 648 px on a page of 2048 x 2048, as JSON lines.
/// Started with `--add-modules jdk.incubator.vector` it times the vector path, without it the scalar one.
public final class CompositeBench {
    private static final int PAGE = 2048;
    private static final int LAYERS = 50;
    private static final int SIDE = 648;

    private CompositeBench() {}

    /// Something that is timed.
    private interface Work {
        void run() throws IOException;
    }

    /// Takes no arguments.
    public static void main(String[] arguments) throws IOException {
        Document document = document();
        int[] screen = new int[PAGE * PAGE];
        Rect dirty = new Rect(700, 700, 300, 300);
        time("composite the page", 20, () -> Compositor.paint(document, document.canvas(), screen, 0, PAGE));
        time("composite 300 x 300 px", 50, () -> Compositor.paint(document, dirty, screen, 0, PAGE));
        time("thumbnail of the page", 5, () -> Compositor.thumbnail(document, 256, 256));
        time("write PSD", 2, () -> PsdWriter.write(document, new ByteArrayOutputStream()));
        time("write project", 2, () -> ProjectWriter.write(document, new ByteArrayOutputStream()));
        time("write PNG set", 2, () -> PngSet.write(document, name -> new ByteArrayOutputStream()));
    }

    /// Round soft shapes, as generated layers are: clear corners, a soft rim, a textured inside.
    private static Document document() {
        Document document = Document.blank(PAGE, PAGE);
        for (int i = 0; i < LAYERS; i++) {
            int[] argb = new int[SIDE * SIDE];
            for (int p = 0; p < argb.length; p++) {
                double distance = Math.hypot(p % SIDE - SIDE / 2.0, p / SIDE - SIDE / 2.0);
                int alpha = (int) Math.clamp((SIDE / 2.0 - distance) * 12, 0, 255);
                argb[p] = alpha << 24 | (p * 31 + i * 977 ^ p >> 7) & 0x3f3f3f | (i * 0x051307 & 0xc0c0c0);
            }
            LayerProps props = LayerProps.named(document.newId(), "layer " + i)
                    .withPosition(i % 7 * 233, i / 7 * 200)
                    .withOpacity(255 - i);
            document = document.add(new PixelLayer(props, Raster.of(SIDE, SIDE, argb)));
        }
        return document;
    }

    private static void time(String what, int runs, Work work) throws IOException {
        work.run();
        double[] millis = new double[runs];
        Duration before = cpu();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double cpu = cpu().minus(before).toMillis() / (double) runs;
        Arrays.sort(millis);
        boolean vector = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        System.out.printf(
                Locale.ROOT,
                "{\"what\": \"%s\", \"path\": \"%s\", \"cores\": %d, \"bestMs\": %.1f, \"medianMs\": %.1f, \"cpuMs\": %.1f}%n",
                what,
                vector ? "vector" : "scalar",
                Runtime.getRuntime().availableProcessors(),
                millis[0],
                millis[runs / 2],
                cpu);
    }

    /// Of all threads, the compiler's and the collector's too.
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
