package org.layerloom.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.layerloom.codec.BytesSource;
import org.layerloom.codec.Carried;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.project.Preview;
import org.layerloom.codec.project.ProjectReader;
import org.layerloom.codec.project.ProjectReader.Project;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.project.Written;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.files.AtomicFiles;

/// What a large project costs: 40 layers of noise, 2048 x 2048 each, about 300 MB as a file. Saves it, opens it to its
/// picture and to the whole, saves it after one change and again. Prints a JSON line a step: seconds, and the peak of
/// the heap beside what is in use after it. Argument: a folder for the files, which are removed at the end.
public final class ProjectBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIDE = 2048;
    private static final int LAYERS = 40;
    /// Values of the noise: with 12 of each colour a picture packs to 7.5 MB.
    private static final int VALUES = 12;

    private ProjectBench() {}

    /// @param arguments the folder
    public static void main(String[] arguments) throws Exception {
        print(new LinkedHashMap<>(Machine.speed()));
        Path first = Path.of(arguments[0]).resolve("bench-first.loom");
        Path second = Path.of(arguments[0]).resolve("bench-second.loom");
        try {
            Document design = design();
            time("first save", first, () -> save(design, PackedPictures.NONE, first));
        } finally {
            System.gc();
        }
        try {
            BytesSource source = () -> FileChannel.open(first);
            time("open to the first picture", first, () -> Preview.read(source, 1L << 28));
            Project opened = time("open the whole", first, () -> ProjectReader.read(source, WriteProgress.UNHEARD));
            Document changed = opened.opened()
                    .document()
                    .with(new LayerId(LAYERS / 2), layer -> new PixelLayer(layer.props(), noise(0)));
            Written once = time("save after one change", second, () -> save(changed, opened.packed(), second));
            PackedPictures known = once.in(() -> FileChannel.open(second));
            time("save again", first, () -> save(changed, known, first));
        } finally {
            Files.deleteIfExists(first);
            Files.deleteIfExists(second);
        }
    }

    private static Document design() {
        Document design = Document.blank(SIDE, SIDE);
        for (int id = 1; id <= LAYERS; id++) {
            design = design.add(new PixelLayer(LayerProps.named(new LayerId(id), "noise " + id), noise(id)));
        }
        return design;
    }

    private static Raster noise(int seed) {
        return Raster.drawn(SIDE, SIDE, (top, rows, argb) -> {
            Random random = new Random(seed * 100_000L + top);
            for (int i = 0; i < argb.length; i++) {
                int bits = random.nextInt(VALUES * VALUES * VALUES);
                argb[i] = 0xff000000 | bits % VALUES << 16 | bits / VALUES % VALUES << 8 | bits / VALUES / VALUES;
            }
        });
    }

    private static Written save(Document design, PackedPictures known, Path file) throws IOException {
        Written[] written = new Written[1];
        AtomicFiles.write(file, out -> {
            OutputStream buffered = new BufferedOutputStream(out, 1 << 20);
            written[0] = ProjectWriter.write(design, Carried.NOTHING, known, WriteProgress.UNHEARD, buffered);
            buffered.flush();
        });
        return written[0];
    }

    private static <T> T time(String what, Path file, Callable<T> work) throws Exception {
        System.gc();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        double cpu = Machine.cpuSeconds();
        long start = System.nanoTime();
        T result = work.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("what", what);
        facts.put("seconds", Machine.rounded(seconds));
        facts.put("cpu_seconds", Machine.rounded(Machine.cpuSeconds() - cpu));
        facts.put("peak_heap_mib", peak);
        System.gc();
        facts.put(
                "heap_after_mib",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        facts.put("file_mb", Machine.rounded(Files.size(file) / 1e6));
        print(facts);
        return result;
    }

    private static void print(Map<String, Object> facts) throws IOException {
        System.out.println(JSON.writeValueAsString(facts));
    }
}
