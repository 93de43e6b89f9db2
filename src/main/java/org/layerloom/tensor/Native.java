package org.layerloom.tensor;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The native side: settings that DJL reads when it loads, what this machine has, and giving freed memory back.
public final class Native {
    private static final String WAIT_POLICY = "OMP_WAIT_POLICY";

    private Native() {}

    /// Sets what DJL and libtorch read before their first use: no network, no telemetry, the CPU tokenizer, threads
    /// that sleep while they wait. Values already set stay.
    public static void prepare() {
        letWaitingThreadsSleep();
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("OPT_OUT_TRACKING", "true");
        setIfAbsent("RUST_FLAVOR", "cpu");
    }

    /// By default libtorch's threads spin while they wait for one another: as soon as another program (or our own
    /// window) wants a core too, small operations take up to ten times as long. OpenMP reads this when it loads.
    private static void letWaitingThreadsSleep() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) { // Windows
            return;
        }
        FunctionDescriptor signature = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        int keepWhatIsSet = 0;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(WAIT_POLICY);
            MemorySegment value = arena.allocateFrom("PASSIVE");
            int failed = (int) linker.downcallHandle(setenv.get(), signature).invokeExact(name, value, keepWhatIsSet);
            assert failed == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("setenv failed", e);
        }
    }

    /// Gives freed blocks back to the system where the C library keeps them (glibc); nothing elsewhere.
    public static void trimMemory() {
        if (!system().contains("linux")) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> trim = linker.defaultLookup().find("malloc_trim");
        if (trim.isEmpty()) { // musl
            return;
        }
        FunctionDescriptor signature = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
        try {
            int released = (int) linker.downcallHandle(trim.get(), signature).invokeExact(0L);
            assert released >= 0;
        } catch (Throwable e) {
            throw new IllegalStateException("malloc_trim failed", e);
        }
    }

    /// Whether the processor is known to have instructions for bf16: without them bf16 takes several times as long as
    /// float32.
    static boolean cpuHasBf16() {
        try {
            return hasBf16(Files.readString(Path.of("/proc/cpuinfo")));
        } catch (IOException e) { // not Linux
            return false;
        }
    }

    /// @param facts as Linux writes them: `avx512_bf16`, `amx_bf16` (x86) or `bf16` (ARM) among the flags
    static boolean hasBf16(String facts) {
        return facts.lines()
                .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                .anyMatch(line -> line.matches(".*[ _]bf16( .*)?"));
    }

    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    private static String setting(String name) {
        String environment = System.getenv(name);
        return environment == null ? System.getProperty(name) : environment;
    }

    private static void setIfAbsent(String name, String value) {
        if (setting(name) == null) {
            System.setProperty(name, value);
        }
    }
}
