package org.layerloom.device;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/// How much memory is free now, in bytes, told by the system and by NVIDIA's driver; no engine is loaded for it.
public final class FreeMemory {
    private static final Path FACTS = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    private FreeMemory() {}

    /// Of the host, what the system would give up of its file cache included where it tells (Linux).
    public static long host() {
        try {
            return available(Files.readString(FACTS));
        } catch (IOException e) { // not Linux
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                    .getFreeMemorySize();
        }
    }

    /// @param facts as Linux writes them, in kB
    static long available(String facts) throws IOException {
        return facts.lines()
                .filter(line -> line.startsWith(AVAILABLE))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow(() -> new IOException("the system does not tell"));
    }

    /// Of the first NVIDIA GPU; empty without its driver.
    public static OptionalLong cuda() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        try (Arena arena = Arena.ofConfined()) {
            // For good: a library that was begun is not unloaded.
            String name = windows ? "nvml.dll" : "libnvidia-ml.so.1";
            SymbolLookup library = SymbolLookup.libraryLookup(name, Arena.global());
            MemorySegment pointer = arena.allocate(ValueLayout.ADDRESS);
            // nvmlMemory_t: total, free, used
            MemorySegment memory = arena.allocate(ValueLayout.JAVA_LONG, 3);
            call(function(library, "nvmlInit_v2"));
            call(
                    function(library, "nvmlDeviceGetHandleByIndex_v2", ValueLayout.JAVA_INT, ValueLayout.ADDRESS),
                    0,
                    pointer);
            call(
                    function(library, "nvmlDeviceGetMemoryInfo", ValueLayout.ADDRESS, ValueLayout.ADDRESS),
                    pointer.get(ValueLayout.ADDRESS, 0),
                    memory);
            return OptionalLong.of(memory.getAtIndex(ValueLayout.JAVA_LONG, 1));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return OptionalLong.empty();
        }
    }

    private static MethodHandle function(SymbolLookup library, String name, MemoryLayout... arguments) {
        MemorySegment address =
                library.find(name).orElseThrow(() -> new IllegalStateException("the driver has no " + name));
        return Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }

    private static void call(MethodHandle function, Object... arguments) {
        try {
            int failed = (int) function.invokeWithArguments(arguments);
            if (failed != 0) {
                throw new IllegalStateException("the driver answers with error " + failed);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
