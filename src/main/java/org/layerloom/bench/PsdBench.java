package org.layerloom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.psd.PsdOptions;
import org.layerloom.codec.psd.PsdReader;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.document.Document;

/// Writing and reading a PSD file of 50 layers on 2048 x 2048 px, every pixel decoded, beside psd-tools in the same
/// run:
/// interleaved pairs, from memory to memory. Arguments: a Python with psd-tools[composite] (none = ours alone), pairs.
///
/// psd-tools packs the same layers without groups. Like ours its save renders the flattened picture, which takes most
/// of
/// its time, so that its packing alone is timed too.
public final class PsdBench {
    private static final int SIDE = 2048;
    private static final ObjectMapper JSON = new ObjectMapper();

    private PsdBench() {}

    /// Something that is timed.
    private interface Work {
        void run() throws IOException;
    }

    /// Milliseconds by the clock and of CPU.
    private record Time(double wall, double cpu) {
        static Time of(Work work) throws IOException {
            double cpu = Machine.cpuSeconds();
            long start = System.nanoTime();
            work.run();
            return new Time((System.nanoTime() - start) / 1e6, (Machine.cpuSeconds() - cpu) * 1000);
        }
    }

    public static void main(String[] args) throws IOException {
        String python = args.length > 0 ? args[0] : "";
        int pairs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Document document = DesignSheet.of(SIDE);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(document, file);
        byte[] bytes = file.toByteArray();
        Work write = () -> write(document, new ByteArrayOutputStream(bytes.length));
        Work read = () -> PsdReader.read(new ByteArrayInputStream(bytes));
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bench", "PSD, 50 layers, 2048 x 2048 px");
        line.put("mebibytes", bytes.length >> 20);
        Path copy = Files.createTempFile("psd-bench", ".psd");
        try (Other other = python.isEmpty() ? null : Other.start(python, Files.write(copy, bytes))) {
            line.putAll(measure("write", write, other, pairs));
            line.putAll(measure("read", read, other, pairs));
            if (other != null) {
                line.put("pack_psd_tools_ms", Machine.rounded(other.time("pack").wall));
                line.put("psd_tools", other.version());
            }
        } finally {
            Files.delete(copy);
        }
        line.putAll(Machine.speed());
        System.out.println(JSON.writeValueAsString(line));
    }

    private static void write(Document document, ByteArrayOutputStream out) throws IOException {
        PsdWriter.write(document, PsdOptions.PLAIN, WriteProgress.UNHEARD, out);
    }

    /// @param other null = nobody to compare with
    private static Map<String, Object> measure(String what, Work work, Other other, int pairs) throws IOException {
        Time[] ours = new Time[pairs];
        Time[] theirs = new Time[pairs];
        for (int i = -Math.max(2, pairs / 2); i < pairs; i++) {
            Time mine = Time.of(work);
            if (i >= 0) {
                ours[i] = mine;
                theirs[i] = other == null ? null : other.time(what);
            }
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(what + "_ms", median(ours, false));
        line.put(what + "_cpu_ms", median(ours, true));
        if (other != null) {
            line.put(what + "_psd_tools_ms", median(theirs, false));
            line.put(what + "_psd_tools_cpu_ms", median(theirs, true));
            line.put(what + "_times_faster", Machine.rounded(median(theirs, false) / median(ours, false)));
            line.put(what + "_times_less_cpu", Machine.rounded(median(theirs, true) / median(ours, true)));
        }
        return line;
    }

    private static double median(Time[] times, boolean cpu) {
        double[] sorted = Arrays.stream(times)
                .mapToDouble(time -> cpu ? time.cpu : time.wall)
                .sorted()
                .toArray();
        return Machine.rounded(sorted[sorted.length / 2]);
    }

    /// psd-tools, which does what it is told and answers with its time.
    private record Other(Process process, BufferedReader answers, Writer orders, String version)
            implements AutoCloseable {
        static Other start(String python, Path file) throws IOException {
            Process process = new ProcessBuilder(List.of(python, "-c", script(), file.toString()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader answers = process.inputReader();
            String version = answers.readLine();
            if (version == null) {
                throw new IOException("no psd-tools answers to " + python);
            }
            return new Other(process, answers, process.outputWriter(), version);
        }

        private static String script() throws IOException {
            try (InputStream in = PsdBench.class.getResourceAsStream("psd_tools_run.py")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        Time time(String what) throws IOException {
            orders.write(what + "\n");
            orders.flush();
            JsonNode answer = JSON.readTree(answers.readLine());
            return new Time(answer.get("ms").asDouble(), answer.get("cpu_ms").asDouble());
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
