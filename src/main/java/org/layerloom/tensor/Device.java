package org.layerloom.tensor;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.layerloom.device.DeviceDecision;
import org.layerloom.device.DeviceFacts;
import org.layerloom.device.DeviceKind;
import org.layerloom.device.FreeMemory;

/// A session on the CPU or a GPU: it owns the tensors made on it and the kernels that work on them. Closing it
/// frees all.
///
/// The first one opened loads libtorch into the process, for good: which build (CPU or CUDA) cannot change until a
/// restart.
public final class Device implements AutoCloseable {
    /// What a graphics card must get right before it is used.
    private static final float[] FIRST = {1, 2, 3, 4};
    /// What failed when it was last tried in this process.
    private static final Set<DeviceKind> FAILING = ConcurrentHashMap.newKeySet();

    private final String name;
    private final DeviceDecision decision;
    private final PtNDManager root;
    private final Script script;

    private Device(DeviceDecision decision) {
        this.decision = decision;
        name = decision.kind().word();
        root = (PtNDManager) NDManager.newBaseManager(
                switch (decision.kind()) {
                    case CPU -> ai.djl.Device.cpu();
                    case CUDA -> ai.djl.Device.gpu(0);
                    case MPS -> ai.djl.Device.of("mps", -1);
                },
                "PyTorch");
        script = new Script(root);
    }

    public static Device cpu() {
        return open("cpu");
    }

    /// Opens `auto` (see [DeviceDecision]), `cpu`, `cuda` or `mps`.
    ///
    /// @throws DeviceException if the device asked for cannot be used here, or no libtorch loads
    public static Device open(String asked) {
        DeviceDecision decision = decide(asked, LoadedLibtorch.get().facts());
        if (!decision.isMet()) {
            throw new DeviceException(decision.sentence());
        }
        return decision.kind() == DeviceKind.CPU ? new Device(decision) : tried(decision);
    }

    private static DeviceDecision decide(String asked, DeviceFacts facts) {
        try {
            return DeviceDecision.of(asked, facts);
        } catch (IllegalArgumentException e) {
            throw new DeviceException(e.getMessage(), e);
        }
    }

    /// A graphics card that cannot do its first small computation is not used.
    private static Device tried(DeviceDecision decision) {
        try {
            Device device = new Device(decision);
            device.tryOut();
            FAILING.remove(decision.kind());
            return device;
        } catch (EngineException | IllegalStateException | LinkageError e) {
            FAILING.add(decision.kind());
            DeviceDecision other = decision.failed(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            if (!other.isMet()) {
                throw new DeviceException(other.sentence(), e);
            }
            return new Device(other);
        }
    }

    /// Closes it where it fails.
    private void tryOut() {
        try {
            float[] made = Scope.closing(() -> {
                Tensor matrix = tensor(FIRST, 2, 2).to(this);
                return matrix.matmul(matrix).toFloats();
            });
            if (made[0] != 7 || made[1] != 10 || made[2] != 15 || made[3] != 22) {
                throw new IllegalStateException("a matrix product came out wrong");
            }
        } catch (RuntimeException | Error e) {
            closeAfter(e);
            throw e;
        }
    }

    private void closeAfter(Throwable problem) {
        try {
            close();
        } catch (RuntimeException | Error e) {
            problem.addSuppressed(e); // a card that fails may fail at this too
        }
    }

    /// `cpu`, `cuda` or `mps`.
    public String name() {
        return name;
    }

    /// Bytes that are free where it computes; of a GPU that does not tell as many as there could be.
    public long freeBytes() {
        if (!name.equals("cuda")) {
            return FreeMemory.host();
        }
        JniUtils.emptyCudaCache(); // what libtorch keeps for itself counts as used
        return FreeMemory.cuda().orElse(Long.MAX_VALUE);
    }

    /// What is opened here, as far as can be told before anything is loaded, and after it as loading and the last try
    /// of the graphics card showed; what was asked for, where that cannot be.
    public static String likely(String asked) {
        return likely(asked, LoadedLibtorch.known(), FAILING);
    }

    static String likely(String asked, DeviceFacts facts, Set<DeviceKind> failing) {
        DeviceDecision wanted = decide(asked, facts);
        DeviceDecision decision = failing.contains(wanted.kind()) ? wanted.failed("") : wanted;
        return decision.isMet() ? decision.kind().word() : asked;
    }

    /// Whether bf16 is computed with at full speed.
    ///
    /// @param device `cpu`, `cuda` or `mps`
    public static boolean isFastInBf16(String device) {
        return !device.equals("cpu") || Native.cpuHasBf16();
    }

    /// In words, and for the CPU why no GPU is used: `CPU, 2 threads: no NVIDIA driver was found`.
    public String description() {
        return decision.words(threads());
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
        if (name.equals("cuda")) {
            JniUtils.emptyCudaCache();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
