package org.layerloom.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.ui.LayerloomApp;

/// How long the installed program takes until its window is seen, and what it holds while nobody works with it: with
/// the archive of its classes and without, in turns, so that both meet the machine alike. Prints a JSON line: medians,
/// their ratio, and the machine's own speed. Needs a display, or Xvfb. Linux only: it reads `/proc`.
public final class StartBench {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long IDLE_MILLIS = 5000;
    private static final String WITHOUT_ARCHIVE = "-XX:AOTMode=off";

    /// @param millis from the start of the process to the line of the log
    /// @param cpuMillis used by then, on all cores
    /// @param residentMebibytes five seconds later
    private record Start(long millis, long cpuMillis, long residentMebibytes) {}

    private StartBench() {}

    /// @param arguments the launcher; how many starts of each kind
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path launcher = Path.of(arguments[0]).toAbsolutePath();
        int rounds = Integer.parseInt(arguments[1]);
        Map<String, Object> facts = new LinkedHashMap<>(Machine.speed());
        start(launcher, ""); // reads the files from the disk
        List<Start> with = new ArrayList<>();
        List<Start> without = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            with.add(start(launcher, ""));
            without.add(start(launcher, WITHOUT_ARCHIVE));
        }
        tell(facts, "", median(with));
        tell(facts, "_without_archive", median(without));
        facts.put("ratio", Machine.rounded((double) median(with).millis / median(without).millis));
        facts.put("rounds", rounds);
        System.out.println(new ObjectMapper().writeValueAsString(facts));
    }

    private static void tell(Map<String, Object> facts, String kind, Start start) {
        facts.put("window_ms" + kind, start.millis);
        facts.put("cpu_ms" + kind, start.cpuMillis);
        facts.put("idle_rss_mib" + kind, start.residentMebibytes);
    }

    private static Start median(List<Start> starts) {
        return starts.stream()
                .sorted(Comparator.comparingLong(Start::millis))
                .skip(starts.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Start start(Path launcher, String option) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("layerloom-start");
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.redirectErrorStream(true).redirectOutput(Redirect.to(new File("/dev/null")));
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        builder.environment().put("JAVA_TOOL_OPTIONS", option + " -Duser.home=" + home);
        Instant begun = Instant.now();
        Process process = builder.start();
        try {
            Instant seen = await(process, home.resolve(".local/state/layerloom/layerloom.log"), begun.plus(PATIENCE));
            long cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
            Thread.sleep(IDLE_MILLIS);
            return new Start(Duration.between(begun, seen).toMillis(), cpu, residentMebibytes(process));
        } finally {
            process.destroy();
            process.waitFor();
            remove(home);
        }
    }

    /// When the line was written, by the clock of whoever wrote it.
    private static Instant await(Process process, Path log, Instant end) throws IOException, InterruptedException {
        while (process.isAlive() && Instant.now().isBefore(end)) {
            if (Files.exists(log)) {
                Optional<String> line = Files.readAllLines(log).stream()
                        .filter(text -> text.endsWith(LayerloomApp.WINDOW_SHOWN))
                        .findFirst();
                if (line.isPresent()) {
                    return Instant.parse(line.get().substring(0, line.get().indexOf(' ')));
                }
            }
            Thread.sleep(20);
        }
        throw new IOException("the window did not come");
    }

    private static long residentMebibytes(Process process) throws IOException {
        return Machine.mebibytes(Path.of("/proc", Long.toString(process.pid()), "status"), "VmRSS:");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
