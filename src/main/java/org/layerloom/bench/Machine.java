package org.layerloom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// The machine's own speed, measured in the run that a figure comes from: without it an absolute time says little.
final class Machine {
    private static final int SIDE = 1024;
    private static final int ROUNDS = 20;
    private static final int COPY_BYTES = 64 << 20;

    private Machine() {}

    /// Matrix product in GFLOP/s and memory copy in GB/s, each the best of 20 rounds.
    static Map<String, Object> speed() {
        Map<String, Object> facts = new LinkedHashMap<>();
        try (Device device = Device.cpu()) {
            facts.put("threads", device.threads());
            facts.put("matmul_gflops", rounded(matmulGflops(device)));
        }
        facts.put("copy_gb_per_s", rounded(copyGigabytes()));
        return facts;
    }

    private static double matmulGflops(Device device) {
        Tensor a = device.randn(1, SIDE, SIDE);
        Tensor b = device.randn(2, SIDE, SIDE);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            Scope.scoped(() -> a.matmul(b)).close();
            best = Math.min(best, System.nanoTime() - start);
        }
        return 2.0 * SIDE * SIDE * SIDE / best;
    }

    private static double copyGigabytes() {
        byte[] from = new byte[COPY_BYTES];
        byte[] to = new byte[COPY_BYTES];
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            System.arraycopy(from, 0, to, 0, COPY_BYTES);
            best = Math.min(best, System.nanoTime() - start);
        }
        return (double) COPY_BYTES / best;
    }

    /// CPU time that this process has used on all cores.
    static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /// The most memory that this process has held, in MiB; -1 where the system does not tell.
    static long peakResidentMebibytes() {
        try {
            return mebibytes(Path.of("/proc/self/status"), "VmHWM:");
        } catch (IOException e) {
            return -1;
        }
    }

    /// A line of Linux' table of a process, in MiB; -1 where there is none.
    static long mebibytes(Path status, String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
