package org.layerloom.tensor;

import ai.djl.ndarray.types.DataType;

/// The element types a tensor can have, with torch's number, the width in bytes and the name in safetensors files.
public enum DType {
    U8(0, 1, DataType.UINT8),
    I8(1, 1, DataType.INT8),
    I16(2, 2, null),
    I32(3, 4, DataType.INT32),
    I64(4, 8, DataType.INT64),
    F16(5, 2, DataType.FLOAT16),
    F32(6, 4, DataType.FLOAT32),
    F64(7, 8, DataType.FLOAT64),
    BOOL(11, 1, DataType.BOOLEAN),
    BF16(15, 2, null),
    F8_E4M3(24, 1, null);

    private final int torchCode;
    private final int bytes;
    /// Null where DJL's native code does not know the type: it ends the process when such a value reaches it.
    private final DataType djlType;

    DType(int torchCode, int bytes, DataType djlType) {
        this.torchCode = torchCode;
        this.bytes = bytes;
        this.djlType = djlType;
    }

    /// Width of one element.
    public int bytes() {
        return bytes;
    }

    public boolean isFloating() {
        return switch (this) {
            case F16, F32, F64, BF16, F8_E4M3 -> true;
            default -> false;
        };
    }

    int torchCode() {
        return torchCode;
    }

    static DType ofTorch(long code) {
        for (DType type : values()) {
            if (type.torchCode == code) {
                return type;
            }
        }
        throw new IllegalStateException("torch element type " + code + " is not known here");
    }

    static DType of(DataType type) {
        for (DType known : values()) {
            if (known.djlType != null && known.djlType == type) {
                return known;
            }
        }
        throw new IllegalStateException("element type " + type + " is not known here");
    }
}
