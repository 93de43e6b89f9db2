package org.layerloom.tensor;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/// An n-dimensional array on a [Device], immutable. It must be closed, or die with the [Scope] or the device it was
/// made in.
///
/// Negative dimensions count from the end. Reshaping, slicing and permuting copy nothing where strides allow. Every
/// operation is a scripted kernel: DJL's own end the process on bf16.
public final class Tensor implements AutoCloseable {
    private final Device device;
    private final PtNDArray array;

    Tensor(Device device, PtNDArray array) {
        this.device = device;
        this.array = array;
        Scope.register(this);
    }

    public Device device() {
        return device;
    }

    public long[] shape() {
        return array.getShape().getShape();
    }

    public long size(int dim) {
        long[] shape = shape();
        return shape[dim < 0 ? shape.length + dim : dim];
    }

    /// Number of elements.
    public long count() {
        return array.getShape().size();
    }

    public DType dtype() {
        DataType type = array.getDataType();
        return type == DataType.UNKNOWN ? DType.ofTorch(script().integer("dtype_of", array)) : DType.of(type);
    }

    public Tensor add(Tensor other) {
        return call("add", other.array);
    }

    public Tensor add(double value) {
        return call("add_scalar", value);
    }

    public Tensor sub(Tensor other) {
        return call("sub", other.array);
    }

    public Tensor sub(double value) {
        return call("add_scalar", -value);
    }

    public Tensor mul(Tensor other) {
        return call("mul", other.array);
    }

    public Tensor mul(double value) {
        return call("mul_scalar", value);
    }

    public Tensor div(Tensor other) {
        return call("div", other.array);
    }

    public Tensor div(double value) {
        return call("div_scalar", value);
    }

    public Tensor matmul(Tensor other) {
        return call("matmul", other.array);
    }

    public Tensor pow(double exponent) {
        return call("pow_scalar", exponent);
    }

    public Tensor sqrt() {
        return call("sqrt");
    }

    public Tensor exp() {
        return call("exp");
    }

    /// The natural logarithm.
    public Tensor log() {
        return call("log");
    }

    /// The largest of all elements, without dimensions.
    public Tensor max() {
        return call("largest");
    }

    /// The smallest of all elements, without dimensions.
    public Tensor min() {
        return call("smallest");
    }

    public Tensor sin() {
        return call("sin");
    }

    public Tensor cos() {
        return call("cos");
    }

    /// To the nearest whole number, halves to the even one.
    public Tensor round() {
        return call("round");
    }

    public Tensor floor() {
        return call("floor");
    }

    public Tensor sigmoid() {
        return call("sigmoid");
    }

    public Tensor clip(double low, double high) {
        return call("clip", low, high);
    }

    public Tensor softmax(int dim) {
        return call("softmax", dim);
    }

    /// Sum over the dimensions, which are dropped.
    public Tensor sum(int... dims) {
        return call("sum", longs(dims), false);
    }

    /// Mean over the dimensions, which are dropped.
    public Tensor mean(int... dims) {
        return call("mean", longs(dims), false);
    }

    /// Median over a dimension, which is dropped; of an even number the lower one of the middle two.
    public Tensor median(int dim) {
        return call("median", dim);
    }

    /// In the opposite order along a dimension.
    public Tensor flip(int dim) {
        return call("flip", dim);
    }

    /// At most one size may be -1: the rest.
    public Tensor reshape(long... shape) {
        return call("reshape", shape);
    }

    /// Permutes: dimension i of the result is `dims[i]` of this tensor.
    public Tensor transpose(int... dims) {
        return call("permute", longs(dims));
    }

    /// Repeats dimensions of size 1 without copying; -1 leaves a dimension as it is.
    public Tensor expand(long... shape) {
        return call("expand", shape);
    }

    /// Elements `from` (inclusive) to `to` (exclusive) of a dimension.
    public Tensor slice(int dim, long from, long to) {
        long size = size(dim);
        if (from < 0 || from > to || to > size) {
            throw new IndexOutOfBoundsException("slice " + from + ".." + to + " of a dimension of size " + size);
        }
        return call("slice", dim, from, to);
    }

    /// Equal parts along a dimension, which n must divide.
    public Tensor[] chunk(int n, int dim) {
        if (size(dim) % n != 0) {
            throw new IllegalArgumentException("a dimension of size " + size(dim) + " has no " + n + " equal parts");
        }
        return calls("chunk", n, dim);
    }

    /// The rows (or slices of `dim`) that the int64 vector names, in its order.
    public Tensor take(int dim, Tensor ids) {
        return call("gather_rows", dim, ids.array);
    }

    /// A copy of this tensor in which the slices of `dim` named by the int64 vector are those of `rows`.
    public Tensor put(int dim, Tensor ids, Tensor rows) {
        return call("scatter_rows", dim, ids.array, rows.array);
    }

    public static Tensor concat(int dim, Tensor... parts) {
        return parts[0].device.wrap(parts[0].script().tensor("concat", arrays(parts), dim));
    }

    public static Tensor stack(int dim, Tensor... parts) {
        return parts[0].device.wrap(parts[0].script().tensor("stack", arrays(parts), dim));
    }

    public static Tensor concat(int dim, List<Tensor> parts) {
        return concat(dim, parts.toArray(Tensor[]::new));
    }

    /// This tensor with another element type; a new handle on the same memory if it has that type already.
    public Tensor to(DType dtype) {
        return call("to_dtype", dtype.torchCode());
    }

    /// This tensor on another device (a copy), or a new handle on the same memory if it is there already.
    public Tensor to(Device target) {
        try (PtNDArray host = script().tensor("to_device", array, target.name())) {
            return target.wrap(target.script().tensor("reshape", host, shape()));
        }
    }

    /// A copy with its own, contiguous memory.
    public Tensor copy() {
        try (PtNDArray packed = script().tensor("contiguous", array)) {
            return device.wrap(script().tensor("clone", packed));
        }
    }

    /// `count` elements from `start` of this flat tensor as a tensor of the given shape, without copying.
    public Tensor piece(long start, long count, long... shape) {
        return call("piece", start, count, shape);
    }

    /// All values in row-major order, converted to float32.
    public float[] toFloats() {
        float[] values = new float[Math.toIntExact(count())];
        try (PtNDArray host = script().tensor("to_host", array, DType.F32.torchCode())) {
            bytes(host).asFloatBuffer().get(values);
        }
        return values;
    }

    /// All values in row-major order, converted to int64.
    public long[] toLongs() {
        long[] values = new long[Math.toIntExact(count())];
        try (PtNDArray host = script().tensor("to_host", array, DType.I64.torchCode())) {
            bytes(host).asLongBuffer().get(values);
        }
        return values;
    }

    /// All values in row-major order, converted to unsigned bytes (fractions are cut).
    public byte[] toBytes() {
        byte[] values = new byte[Math.toIntExact(count())];
        try (PtNDArray host = script().tensor("to_host", array, DType.U8.torchCode())) {
            bytes(host).get(values);
        }
        return values;
    }

    /// Takes the tensor out of the scope it was made in: from here on the caller closes it (weights).
    public Tensor keep() {
        Scope.unregister(this);
        return this;
    }

    @Override
    public void close() {
        Scope.unregister(this);
        release();
    }

    void release() {
        array.close();
    }

    PtNDArray array() {
        return array;
    }

    Tensor call(String kernel, Object... arguments) {
        return device.wrap(script().tensor(kernel, withThis(arguments)));
    }

    /// Of a kernel with several results.
    Tensor[] calls(String kernel, Object... arguments) {
        return Arrays.stream(script().tensors(kernel, withThis(arguments)))
                .map(device::wrap)
                .toArray(Tensor[]::new);
    }

    private Object[] withThis(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = array;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    private Script script() {
        return device.script();
    }

    private static ByteBuffer bytes(PtNDArray host) {
        return host.toByteBuffer(false).order(ByteOrder.nativeOrder());
    }

    private static PtNDArray[] arrays(Tensor... tensors) {
        return Arrays.stream(tensors).map(Tensor::array).toArray(PtNDArray[]::new);
    }

    private static long[] longs(int... values) {
        return Arrays.stream(values).asLongStream().toArray();
    }

    @Override
    public String toString() {
        return dtype() + Arrays.toString(shape()) + " on " + device;
    }
}
