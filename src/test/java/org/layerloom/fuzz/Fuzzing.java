package org.layerloom.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Gives damaged files to a reader and holds it to what every reader promises: it reads them or refuses them with an
/// `IOException` of one sentence, soon, and without taking much memory.
public final class Fuzzing {
    /// `-Dfuzz.seed=N` gives other files; a failure names the one that it was found with.
    public static final long SEED = Long.getLong("fuzz.seed", 1);

    private static final Path FAILED = Path.of("target", "fuzz");
    private static final long MAX_CPU_NANOS = 5_000_000_000L;
    /// A reader that waits takes no CPU, and one that works may be slow on a busy machine.
    private static final long MAX_NANOS = 12 * MAX_CPU_NANOS;

    private static final long MAX_BYTES = 512L << 20;
    private static final int MAX_SENTENCE = 500;
    private static final int WATCH_MS = 200;
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private final String name;
    private final Damage damage;
    private final Reader reader;

    private volatile int number;
    private volatile long started;
    private volatile Throwable failure;
    private int read;
    private int refused;
    private long mostNanos;
    private long mostBytes;

    /// A reader, and what is done with what it hands out.
    public interface Reader {
        void read(InputStream in) throws IOException;
    }

    /// Makes a damaged file as a mutator's chances fall.
    interface Damage {
        byte[] file(Mutator mutator) throws IOException;
    }

    /// @param name of the format
    /// @param files sound ones, to be damaged
    public Fuzzing(String name, List<byte[]> files, Reader reader) {
        this(name, mutator -> mutator.mutate(files), reader);
    }

    Fuzzing(String name, Damage damage, Reader reader) {
        this.name = name;
        this.damage = damage;
        this.reader = reader;
    }

    public String name() {
        return name;
    }

    /// Reads files 0 to `count` - 1 of a seed. File `n` of a seed is the same in every run.
    ///
    /// @return what was measured, for a log
    /// @throws AssertionError at the first that breaks a promise; the file is then kept in `target/fuzz`
    public String run(long seed, int count) throws Exception {
        long begun = System.nanoTime();
        started = begun;
        Thread worker = Thread.ofPlatform().daemon().name("fuzz " + name).start(() -> cases(seed, count));
        long cpuBefore = 0;
        for (int shown = 0; !worker.join(Duration.ofMillis(WATCH_MS)); ) {
            long cpu = THREADS.getThreadCpuTime(worker.threadId());
            if (shown != number) {
                shown = number;
                cpuBefore = cpu;
            } else if (cpu - cpuBefore > MAX_CPU_NANOS || System.nanoTime() - started > MAX_NANOS) {
                AssertionError hang = new AssertionError("hangs");
                hang.setStackTrace(worker.getStackTrace());
                throw failed(seed, number, hang);
            }
        }
        if (failure != null) {
            throw failed(seed, number, failure);
        }
        return "%s, seed %d: %d read, %d refused; a file at most %d ms of CPU and %.1f MiB; %.0f s in all"
                .formatted(
                        name,
                        seed,
                        read,
                        refused,
                        mostNanos / 1_000_000,
                        mostBytes / (double) (1 << 20),
                        (System.nanoTime() - begun) / 1e9);
    }

    private byte[] file(long seed, int at) throws IOException {
        return damage.file(new Mutator(seed * 1_000_003 + at));
    }

    private AssertionError failed(long seed, int at, Throwable why) throws IOException {
        Path file = FAILED.resolve("%s-%d-%d".formatted(name.replaceAll("\\W+", "-"), seed, at));
        Files.createDirectories(FAILED);
        Files.write(file, file(seed, at));
        return new AssertionError("%s, seed %d, number %d (kept as %s): %s".formatted(name, seed, at, file, why), why);
    }

    private void cases(long seed, int count) {
        try {
            for (int i = 0; i < count; i++) {
                byte[] file = file(seed, i);
                started = System.nanoTime();
                number = i;
                read(file);
            }
        } catch (Throwable e) { // An error of memory or of the stack is what is looked for.
            failure = e;
        }
    }

    private void read(byte[] file) {
        long thread = Thread.currentThread().threadId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long cpu = THREADS.getThreadCpuTime(thread);
        try {
            reader.read(new ByteArrayInputStream(file));
            read++;
        } catch (IOException e) {
            refused++;
            check(e);
        }
        bytes = THREADS.getThreadAllocatedBytes(thread) - bytes;
        cpu = THREADS.getThreadCpuTime(thread) - cpu;
        mostBytes = Math.max(mostBytes, bytes);
        mostNanos = Math.max(mostNanos, cpu);
        if (bytes > MAX_BYTES || cpu > MAX_CPU_NANOS) {
            throw new AssertionError("took " + (bytes >> 20) + " MiB and " + cpu / 1_000_000 + " ms of CPU");
        }
    }

    private static void check(IOException refusal) {
        String message = refusal.getMessage();
        if (message == null
                || message.isBlank()
                || message.length() > MAX_SENTENCE
                || message.codePoints().anyMatch(Character::isISOControl)) {
            throw new AssertionError("refused, but not in a sentence: " + message, refusal);
        }
    }
}
