package org.layerloom.device;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// Asks NVIDIA's driver what there is, before any libtorch is loaded: nothing comes into the process but the driver.
///
/// Source: CUDA Driver API, https://docs.nvidia.com/cuda/cuda-driver-api
final class CudaDriver {
    private static final int MAX_NAME = 256;
    private static final int NO_GPU = 100;

    private final SymbolLookup library;
    private final Arena arena;

    private CudaDriver(SymbolLookup library, Arena arena) {
        this.library = library;
        this.arena = arena;
    }

    static Driver ask(boolean windows) {
        SymbolLookup library;
        try {
            // For good: a driver that was begun is not unloaded.
            library = SymbolLookup.libraryLookup(windows ? "nvcuda.dll" : "libcuda.so.1", Arena.global());
        } catch (IllegalArgumentException e) {
            return Driver.ABSENT;
        }
        try (Arena arena = Arena.ofConfined()) {
            return new CudaDriver(library, arena).ask();
        } catch (CudaException e) {
            return e.error == NO_GPU
                    ? new Driver(Driver.State.READY, 0, 0, List.of())
                    : new Driver(Driver.State.FAILING, e.error, 0, List.of());
        }
    }

    private Driver ask() throws CudaException {
        call("cuInit", new MemoryLayout[] {ValueLayout.JAVA_INT}, 0);
        int version = number("cuDriverGetVersion");
        int count = number("cuDeviceGetCount");
        List<Gpu> gpus = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            gpus.add(gpu(i));
        }
        return new Driver(Driver.State.READY, 0, version, gpus);
    }

    private Gpu gpu(int index) throws CudaException {
        MemorySegment handle = arena.allocate(ValueLayout.JAVA_INT);
        call("cuDeviceGet", new MemoryLayout[] {ValueLayout.ADDRESS, ValueLayout.JAVA_INT}, handle, index);
        int device = handle.get(ValueLayout.JAVA_INT, 0);
        MemorySegment name = arena.allocate(MAX_NAME);
        call(
                "cuDeviceGetName",
                new MemoryLayout[] {ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT},
                name,
                MAX_NAME,
                device);
        MemorySegment bytes = arena.allocate(ValueLayout.JAVA_LONG);
        call("cuDeviceTotalMem_v2", new MemoryLayout[] {ValueLayout.ADDRESS, ValueLayout.JAVA_INT}, bytes, device);
        return new Gpu(name.getString(0), bytes.get(ValueLayout.JAVA_LONG, 0));
    }

    private int number(String function) throws CudaException {
        MemorySegment number = arena.allocate(ValueLayout.JAVA_INT);
        call(function, new MemoryLayout[] {ValueLayout.ADDRESS}, number);
        return number.get(ValueLayout.JAVA_INT, 0);
    }

    private void call(String function, MemoryLayout[] types, Object... arguments) throws CudaException {
        MemorySegment address = library.find(function).orElseThrow(() -> new CudaException(CudaException.NO_FUNCTION));
        int error;
        try {
            error = (int) Linker.nativeLinker()
                    .downcallHandle(address, FunctionDescriptor.of(ValueLayout.JAVA_INT, types))
                    .invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        if (error != 0) {
            throw new CudaException(error);
        }
    }

    /// The driver answered with an error.
    private static final class CudaException extends Exception {
        /// CUDA's own number for a function that is not there.
        private static final int NO_FUNCTION = 500;
        private static final long serialVersionUID = 1L;

        private final int error;

        CudaException(int error) {
            super("the driver answers with error " + error);
            this.error = error;
        }
    }
}
