package org.layerloom.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PngSet;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.psd.PsdOptions;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Damage;
import org.layerloom.composite.LivePainter;
import org.layerloom.composite.ScreenPixels;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// Times the compositor, the screen's drags and the codecs, as JSON lines. Started with `--add-modules
/// jdk.incubator.vector` it times the vector path, without it the scalar one.
public final class CompositeBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 2048;
    private static final int SIDE = 648;

    private CompositeBench() {}

    /// Something that is timed.
    private interface Work {
        void run() throws IOException;
    }

    /// @param arguments the command of a Python with Pillow to compare with; without it `python3`
    public static void main(String[] arguments) throws IOException {
        Map<String, Object> machine = new LinkedHashMap<>(Machine.speed());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put(
                "vector", ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
        print(machine);
        regions();
        drags();
        againstPillow(arguments.length > 0 ? arguments[0] : "python3");
        page();
    }

    /// A page as it is generated: a background and 20 region layers.
    private static void regions() throws IOException {
        Document document = Document.blank(1024, 1024)
                .add(new PixelLayer(LayerProps.named(new LayerId(1), "ground"), Raster.filled(1024, 1024, 0xff406080)));
        document = discs(document, 20, 400, 31, 0);
        time("recomposite 1024 x 1024, 20 layers of 400 x 400", 100, paint(document));
        time("the same, 20 layers of 1024 x 1024", 100, paint(discs(Document.blank(1024, 1024), 20, 1024, 0, 0)));
        for (BlendMode mode : new BlendMode[] {BlendMode.MULTIPLY, BlendMode.SOFT_LIGHT, BlendMode.COLOR}) {
            Document blended = document;
            for (int id = 2; id <= 21; id++) {
                blended = blended.with(new LayerId(id), l -> l.with(p -> p.withBlendMode(mode)));
            }
            time("the same, 20 layers of 400 x 400 in " + mode, 30, paint(blended));
        }
    }

    private static Work paint(Document document) {
        int[] argb = new int[Math.toIntExact(document.canvas().area())];
        return () -> Compositor.paint(document, document.canvas(), argb, 0, document.width());
    }

    /// A layer in the middle of 50 is dragged to and fro on a page of 4096 x 4096, 512 x 512 px damaged a frame: with
    /// layers as designs have them, and with 50 that all cover the place.
    private static void drags() throws IOException {
        Document apart = discs(Document.blank(4096, 4096), 25, 1296, 97, 0);
        Document design = discs(withDragged(apart), 24, 1296, 53, 7);
        drag("drag one of 50 layers, 1296 x 1296 each, on 4096 x 4096", design);
        Document pile = discs(Document.blank(4096, 4096), 25, 1024, 0, 0);
        drag("the same, all 50 over the place", discs(withDragged(pile), 24, 1024, 0, 7));
        Document ground = withDragged(Document.blank(2048, 2048));
        drag("drag the lowest of 50 layers of 648 x 648 on 2048 x 2048", discs(ground, 49, 648, 233, 7));
        drag("drag below 20 layers of 2048 x 2048", discs(ground, 20, 2048, 0, 7));
    }

    private static Document withDragged(Document below) {
        Document one = discs(Document.blank(504, 504), 1, 504, 0, 3);
        Raster disc = ((PixelLayer) one.layers().getFirst()).raster();
        LayerProps props = LayerProps.named(new LayerId(1000), "dragged").withPosition(256, 256);
        return below.add(new PixelLayer(props, disc));
    }

    /// With what lies above put together, as on the screen, and with every pixel exact.
    private static void drag(String what, Document document) throws IOException {
        LivePainter live = new LivePainter();
        drag(what, document, live::preview);
        LivePainter exact = new LivePainter();
        drag(what + ", exact", document, exact::paint);
    }

    /// How [LivePainter] is asked for an area.
    private interface Painter {
        void paint(Document document, Rect area, int[] argb, int offset, int stride);
    }

    private static void drag(String what, Document document, Painter painter) throws IOException {
        Document[] shown = {document};
        int[] step = {0};
        time(what, 200, () -> {
            int by = step[0]++ % 2 == 0 ? 8 : 0;
            Document next = document.with(new LayerId(1000), l -> l.translate(by, 8 - by));
            for (Rect area : Damage.between(shown[0], next)) {
                int[] argb = new int[Math.toIntExact(area.area())];
                painter.paint(next, area, argb, 0, area.width());
                ScreenPixels.picture(area, argb).half().half().half();
            }
            shown[0] = next;
        });
    }

    /// Pillow rounds after each layer, so of two layers it gives the same pixels, of many about the same.
    private static void againstPillow(String python) throws IOException {
        Document two = discs(Document.blank(1024, 1024), 2, 1024, 0, 0);
        Document document = discs(Document.blank(1024, 1024), 20, 1024, 0, 0);
        Map<String, Object> ours = time("20 layers of 1024 x 1024 over each other", 100, paint(document));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", "the same by Pillow");
        try {
            PillowRun pillow = PillowRun.of(python, document, 20);
            line.put("pillow", pillow.version());
            line.put("bestMs", Machine.rounded(pillow.bestMillis()));
            line.put("cpuMs", Machine.rounded(pillow.cpuMillis()));
            line.put("timesSlower", Machine.rounded(pillow.bestMillis() / (double) ours.get("bestMs")));
            line.put("timesTheCpu", Machine.rounded(pillow.cpuMillis() / (double) ours.get("cpuMs")));
            line.put("worstDifference", Machine.rounded(pillow.difference(Compositor.flatten(document))));
            PillowRun pair = PillowRun.of(python, two, 1);
            line.put("worstDifferenceOfTwoLayers", Machine.rounded(pair.difference(Compositor.flatten(two))));
        } catch (IOException e) {
            line.put("skipped", e.getMessage());
        }
        print(line);
    }

    private static void page() throws IOException {
        Document document = discs(Document.blank(PAGE, PAGE), 50, SIDE, 233, 0);
        time("composite 2048 x 2048, 50 layers of 648 x 648", 20, paint(document));
        time("thumbnail of it", 5, () -> Compositor.thumbnail(document, 256, 256));
        time(
                "write PSD",
                2,
                () -> PsdWriter.write(document, PsdOptions.PLAIN, WriteProgress.UNHEARD, new ByteArrayOutputStream()));
        time("write project", 2, () -> ProjectWriter.write(document, new ByteArrayOutputStream()));
        time("write PNG set", 2, () -> PngSet.write(document, name -> new ByteArrayOutputStream()));
    }

    /// Adds round soft shapes, as generated layers are: clear corners, a soft rim, a textured inside.
    ///
    /// @param apart how far each lies from the one before, px
    private static Document discs(Document start, int count, int side, int apart, int seed) {
        Document document = start;
        int columns = apart == 0 ? 1 : Math.max(1, (start.width() - side) / apart);
        for (int i = 0; i < count; i++) {
            LayerProps props = LayerProps.named(document.newId(), "disc " + i)
                    .withPosition(i % columns * apart, i / columns * apart);
            document = document.add(new PixelLayer(props, disc(side, i + seed)));
        }
        return document;
    }

    private static Raster disc(int side, int seed) {
        int[] argb = new int[side * side];
        for (int p = 0; p < argb.length; p++) {
            double distance = Math.hypot(p % side - side / 2.0, p / side - side / 2.0);
            int alpha = (int) Math.clamp((side / 2.0 - distance) * 12, 0, 255);
            argb[p] = alpha << 24 | (p * 31 + seed * 977 ^ p >> 7) & 0x3f3f3f | (seed * 0x051307 & 0xc0c0c0);
        }
        return Raster.of(side, side, argb);
    }

    /// Runs it for a while to warm up, then times it.
    private static Map<String, Object> time(String what, int runs, Work work) throws IOException {
        for (int i = 0; i < Math.max(1, runs / 5); i++) {
            work.run();
        }
        double[] millis = new double[runs];
        double before = Machine.cpuSeconds();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.run();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        double cpu = (Machine.cpuSeconds() - before) * 1000 / runs;
        Arrays.sort(millis);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("what", what);
        line.put("bestMs", Machine.rounded(millis[0]));
        line.put("medianMs", Machine.rounded(millis[runs / 2]));
        line.put("cpuMs", Machine.rounded(cpu));
        print(line);
        return line;
    }

    private static void print(Map<String, Object> line) throws IOException {
        System.out.println(JSON.writeValueAsString(line));
    }
}
