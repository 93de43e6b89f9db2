package org.layerloom.tensor;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/// A session on the CPU or a GPU: it owns the tensors made on it and the kernels that work on them. Closing it
/// frees all.
///
/// The first one opened loads libtorch into the process, for good: which build (CPU or CUDA) cannot change until a
/// restart.
public final class Device implements AutoCloseable {
    private final String name;
    private final PtNDManager root;
    private final Script script;

    private Device(String name, ai.djl.Device device) {
        this.name = name;
        root = (PtNDManager) NDManager.newBaseManager(device, "PyTorch");
        script = new Script(root);
    }

    public static Device cpu() {
        Native.prepare();
        return new Device("cpu", ai.djl.Device.cpu());
    }

    /// Opens `auto` (CUDA where driver and libtorch for it are there, else the CPU), `cpu`, `cuda` or `mps`.
    ///
    /// @throws DeviceException if the device asked for cannot be used here
    public static Device open(String name) {
        return switch (name) {
            case "cpu" -> cpu();
            case "auto" -> automatic();
            case "cuda" -> cuda();
            case "mps" -> mps();
            default -> throw new DeviceException("no device is called \"" + name + "\": use auto, cpu, cuda or mps");
        };
    }

    private static Device automatic() {
        if (Native.cudaProblem().isPresent()) {
            return cpu();
        }
        try {
            return cuda();
        } catch (DeviceException e) { // a driver without a GPU, or the CPU build is loaded already
            return cpu();
        }
    }

    private static Device cuda() {
        fail("cuda", Native.cudaProblem());
        Native.prepare();
        try {
            if (!Engine.getEngine("PyTorch").hasCapability("CUDA")) {
                throw new DeviceException(
                        "cuda cannot be used: the CPU build of libtorch is already loaded or no GPU answers");
            }
            return new Device("cuda", ai.djl.Device.gpu(0));
        } catch (EngineException | UnsatisfiedLinkError e) {
            throw new DeviceException("cuda cannot be used: libtorch does not load (" + e.getMessage() + ")", e);
        }
    }

    private static Device mps() {
        fail("mps", Native.mpsProblem());
        Native.prepare();
        return new Device("mps", ai.djl.Device.of("mps", -1));
    }

    private static void fail(String name, Optional<String> problem) {
        problem.ifPresent(why -> {
            throw new DeviceException(name + " cannot be used: " + why);
        });
    }

    /// `cpu`, `cuda` or `mps`.
    public String name() {
        return name;
    }

    /// Bytes that are free where it computes; of a GPU that does not tell as many as there could be.
    public long freeBytes() {
        return name.equals("cuda") ? FreeMemory.cuda().orElse(Long.MAX_VALUE) : FreeMemory.host();
    }

    /// What `auto` opens here, as far as can be told before anything is loaded.
    public static String likely(String asked) {
        boolean automatic = asked.equals("auto");
        return automatic ? Native.cudaProblem().isEmpty() ? "cuda" : "cpu" : asked;
    }

    /// Whether bf16 is computed with at full speed.
    ///
    /// @param device `cpu`, `cuda` or `mps`
    public static boolean isFastInBf16(String device) {
        return !device.equals("cpu") || Native.cpuHasBf16();
    }

    /// In words, and for the CPU why no GPU is used: `CPU, 2 threads: no NVIDIA driver is installed`.
    public String description() {
        return switch (name) {
            case "cuda" -> "NVIDIA GPU (CUDA)";
            case "mps" -> "Apple GPU (MPS)";
            default ->
                "CPU, " + threads() + " threads: "
                        + Native.cudaProblem().orElse("CUDA could be used, the CPU was asked for");
        };
    }

    /// How many threads one operation may use.
    public int threads() {
        return JniUtils.getNumThreads();
    }

    /// A copy of the values, float32.
    public Tensor tensor(float[] values, long... shape) {
        ByteBuffer bytes = direct(values.length, Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return copy(bytes, values.length, DType.F32, shape);
    }

    /// A copy of the values, int64.
    public Tensor tensor(long[] values, long... shape) {
        ByteBuffer bytes = direct(values.length, Long.BYTES);
        bytes.asLongBuffer().put(values);
        return copy(bytes, values.length, DType.I64, shape);
    }

    /// A copy of raw little-endian bytes of any type that tensors have.
    public Tensor tensor(ByteBuffer values, DType dtype, long... shape) {
        ByteBuffer bytes = direct(values.remaining(), 1);
        bytes.put(values.duplicate()).flip();
        return copy(bytes, bytes.remaining() / dtype.bytes(), dtype, shape);
    }

    public Tensor zeros(long... shape) {
        return full(0, shape);
    }

    public Tensor full(double value, long... shape) {
        return wrap(script.tensor("full", shape, value, DType.F32.torchCode(), name));
    }

    /// Normal noise, equal bit for bit on every device to `torch.manual_seed(seed); torch.randn(shape)` on the CPU.
    public Tensor randn(long seed, long... shape) {
        return wrap(script.tensor("randn", shape, seed, name));
    }

    /// Maps a whole file as a flat tensor of one type, copying nothing: bytes past the last whole element are left
    /// out. The mapping lives until the last tensor cut from it is closed. On a GPU the tensor still lies in the
    /// host's memory.
    public Tensor map(Path file, long count, DType dtype) {
        return wrap(script.tensor("from_file", file.toAbsolutePath().toString(), count, dtype.torchCode()));
    }

    private static ByteBuffer direct(int count, int width) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(count, width)).order(ByteOrder.nativeOrder());
    }

    private Tensor copy(ByteBuffer bytes, int count, DType dtype, long... shape) {
        long wanted = 1;
        for (long size : shape) {
            wanted *= size;
        }
        if (wanted != count) {
            throw new IllegalArgumentException(count + " values do not fill the shape " + new Shape(shape));
        }
        // DJL lends the buffer's memory to the array and forgets it in views: a clone makes torch the owner.
        Raw raw = Raw.of(dtype);
        try (PtNDArray lent = root.create((Buffer) bytes, new Shape(shape), raw.carrier());
                PtNDArray owned = raw.same()
                        ? script.tensor("clone", lent)
                        : script.tensor("reinterpret", lent, dtype.torchCode())) {
            return wrap(script.tensor("to_device", owned, name));
        }
    }

    /// How many tensors are open on this device: what a run leaves behind shows here.
    public int openTensors() {
        return root.getManagedArrays().size();
    }

    Tensor wrap(PtNDArray array) {
        return new Tensor(this, array);
    }

    Script script() {
        return script;
    }

    @Override
    public void close() {
        script.close();
        root.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
