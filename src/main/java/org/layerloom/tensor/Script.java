package org.layerloom.tensor;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The TorchScript kernels of `kernels.py`, packed into a module in memory and called by name.
///
/// DJL's own operations lack attention, several norms and every call on bf16 (some end the process); a scripted
/// kernel has none of these limits. The module file is a stored ZIP of the kernels' text and a pickle of one empty
/// object.
final class Script implements AutoCloseable {
    private static final String SOURCE = "kernels.py";
    /// `{training: True, _is_full_backward_hook: None}` of an object of class `__torch__.Kernels`.
    private static final byte[] PICKLE = ("\u0080\u0002c__torch__\nKernels\n)\u0081}(X\u0008\0\0\0training\u0088"
                    + "X\u0016\0\0\0_is_full_backward_hookNub.")
            .getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};
    /// Operator set of libtorch 2: older numbers rename operators (gelu loses its approximation).
    private static final byte[] VERSION = {'1', '0', '\n'};

    private final PtNDManager manager;
    private final PtSymbolBlock module;

    Script(PtNDManager manager) {
        this.manager = manager;
        try {
            module = JniUtils.loadModule(manager, new ByteArrayInputStream(pack()), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a kernel. Arguments are tensors (PtNDArray or arrays of it), Long, Double, Boolean, String or long[].
    PtNDArray tensor(String kernel, Object... arguments) {
        return run(kernel, arguments, result -> result.toTensor(manager));
    }

    PtNDArray[] tensors(String kernel, Object... arguments) {
        return run(kernel, arguments, result -> result.toTensorArray(manager));
    }

    long integer(String kernel, Object... arguments) {
        return run(kernel, arguments, IValue::toLong);
    }

    private <R> R run(String kernel, Object[] arguments, Function<IValue, R> read) {
        IValue[] values = new IValue[arguments.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = value(arguments[i]);
            }
            JniUtils.setGraphExecutorOptimize(false); // per thread; specialising tiny kernels costs more than it saves
            try (IValue result = IValueUtils.runMethod(module, kernel, values)) {
                return read.apply(result);
            }
        } finally {
            for (IValue value : values) {
                if (value != null) {
                    value.close();
                }
            }
        }
    }

    private static IValue value(Object argument) {
        return switch (argument) {
            case PtNDArray tensor -> IValue.from(tensor);
            case PtNDArray[] tensors -> IValue.listFrom(tensors);
            case Long number -> IValue.from(number.longValue());
            case Integer number -> IValue.from(number.longValue());
            case Double number -> IValue.from(number.doubleValue());
            case Boolean flag -> IValue.from(flag.booleanValue());
            case String text -> IValue.from(text);
            case long[] numbers -> IValue.listFrom(numbers);
            default ->
                throw new IllegalArgumentException(
                        "no kernel takes a " + argument.getClass().getName());
        };
    }

    private static byte[] pack() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream source = Script.class.getResourceAsStream(SOURCE);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (source == null) {
                throw new IOException("the program's own file " + SOURCE + " is missing");
            }
            zip.setMethod(ZipOutputStream.STORED);
            store(zip, "kernels/data.pkl", PICKLE);
            store(zip, "kernels/code/__torch__.py", source.readAllBytes());
            store(zip, "kernels/constants.pkl", EMPTY_TUPLE);
            store(zip, "kernels/version", VERSION);
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    @Override
    public void close() {
        module.close();
    }
}
