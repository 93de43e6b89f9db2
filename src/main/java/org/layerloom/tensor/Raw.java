package org.layerloom.tensor;

import ai.djl.ndarray.types.DataType;

/// How bytes of an element type enter torch through DJL, which knows fewer types: as themselves, or carried by a
/// type of the same width and then reinterpreted.
///
/// @param carrier the type that DJL is told
/// @param same    whether that is the element type itself
record Raw(DataType carrier, boolean same) {
    static Raw of(DType dtype) {
        return switch (dtype) {
            case BF16, I16 -> new Raw(DataType.FLOAT16, false);
            case F8_E4M3 -> new Raw(DataType.UINT8, false);
            case U8 -> new Raw(DataType.UINT8, true);
            case I8 -> new Raw(DataType.INT8, true);
            case I32 -> new Raw(DataType.INT32, true);
            case I64 -> new Raw(DataType.INT64, true);
            case F16 -> new Raw(DataType.FLOAT16, true);
            case F32 -> new Raw(DataType.FLOAT32, true);
            case F64 -> new Raw(DataType.FLOAT64, true);
            case BOOL -> new Raw(DataType.BOOLEAN, true);
        };
    }
}
