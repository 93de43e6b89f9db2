package org.layerloom.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/// The bytes of one tensor, copied out of its file.
final class TensorBytes {
    private TensorBytes() {}

    /// The elements in row-major order, whatever their order in the file.
    ///
    /// @throws WeightsException if the file cannot be read, or the tensor is too large to be put in order
    static ByteBuffer read(TensorEntry entry) throws WeightsException {
        ByteBuffer stored = stored(entry);
        return entry.isRowMajor() ? stored : ordered(entry, stored);
    }

    private static ByteBuffer stored(TensorEntry entry) throws WeightsException {
        long length = entry.end() - entry.start();
        if (length > Integer.MAX_VALUE) {
            throw new WeightsException("the tensor " + entry + " lies in an order in which " + length
                    + " bytes are too many: save it as a contiguous tensor");
        }
        try (FileChannel channel = FileChannel.open(entry.file(), StandardOpenOption.READ)) {
            return StoredZip.bytes(channel, entry.start(), (int) length);
        } catch (IOException e) {
            throw new WeightsException("the file " + entry.file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ByteBuffer ordered(TensorEntry entry, ByteBuffer stored) {
        int width = entry.dtype().bytes();
        long[] shape = entry.shape();
        long[] at = new long[shape.length];
        ByteBuffer ordered = ByteBuffer.allocate(Math.toIntExact(entry.count() * width));
        long offset = 0;
        while (ordered.hasRemaining()) {
            ordered.put(ordered.position(), stored, Math.toIntExact(offset * width), width);
            ordered.position(ordered.position() + width);
            int dim = shape.length - 1;
            offset += entry.strides()[dim];
            while (++at[dim] == shape[dim] && dim > 0) {
                offset += entry.strides()[dim - 1] - shape[dim] * entry.strides()[dim];
                at[dim--] = 0;
            }
        }
        return ordered.flip();
    }
}
