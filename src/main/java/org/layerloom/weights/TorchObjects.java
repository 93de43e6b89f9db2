package org.layerloom.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.tensor.DType;

/// The few names that a pickle of tensors may ask for, and what they stand for here: data. Nothing is looked up,
/// loaded or run.
///
/// Sources: PyTorch's `torch/_utils.py` (`_rebuild_tensor_v2`, `_rebuild_parameter`) and `torch/serialization.py`
/// (`persistent_id`).
final class TorchObjects {
    private static final String ORDERED_DICT = "collections.OrderedDict";
    private static final String TENSOR = "torch._utils._rebuild_tensor_v2";
    private static final String PARAMETER = "torch._utils._rebuild_parameter";
    private static final int MAX_DIMENSIONS = 16;
    private static final Map<String, DType> STORAGES = Map.of(
            "torch.DoubleStorage", DType.F64,
            "torch.FloatStorage", DType.F32,
            "torch.HalfStorage", DType.F16,
            "torch.BFloat16Storage", DType.BF16,
            "torch.LongStorage", DType.I64,
            "torch.IntStorage", DType.I32,
            "torch.ShortStorage", DType.I16,
            "torch.CharStorage", DType.I8,
            "torch.ByteStorage", DType.U8,
            "torch.BoolStorage", DType.BOOL);

    private TorchObjects() {}

    /// Why a pickle is not read: one clause.
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String why) {
            super(why);
        }
    }

    /// One of the names.
    record Name(String text) {
        Name {
            boolean known = STORAGES.containsKey(text)
                    || text.equals(ORDERED_DICT)
                    || text.equals(TENSOR)
                    || text.equals(PARAMETER);
            if (!known) {
                throw new IllegalArgumentException(text);
            }
        }
    }

    static Name name(String module, String name) throws Refusal {
        String text = module + "." + name;
        try {
            return new Name(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal("it asks for " + text + ", and only tensors are read from such files: save its weights"
                    + " alone, best as safetensors");
        }
    }

    /// What a call of a name gives.
    static Object call(Object function, Object arguments) throws Refusal {
        if (!(function instanceof Name name) || !(arguments instanceof List<?> list)) {
            throw new Refusal("it calls what is no function");
        }
        return switch (name.text) {
            case ORDERED_DICT -> dictionary(list);
            case TENSOR -> tensor(list);
            case PARAMETER -> {
                if (list.isEmpty() || !(list.getFirst() instanceof TorchTensor parameter)) {
                    throw new Refusal("it makes a parameter of what is no tensor");
                }
                yield parameter;
            }
            default -> throw new Refusal("it calls " + name.text + ", which is no function");
        };
    }

    private static Map<Object, Object> dictionary(List<?> arguments) throws Refusal {
        if (!arguments.isEmpty()) {
            throw new Refusal("it makes a dictionary of something");
        }
        return new LinkedHashMap<>();
    }

    private static TorchTensor tensor(List<?> arguments) throws Refusal {
        if (arguments.size() < 4
                || !(arguments.get(0) instanceof TorchTensor.Storage storage)
                || !(arguments.get(1) instanceof Long offset)
                || offset < 0) {
            throw new Refusal("it makes a tensor of what is no storage and no offset");
        }
        long[] shape = sizes(arguments.get(2));
        long[] strides = sizes(arguments.get(3));
        if (shape.length != strides.length) {
            throw new Refusal("a tensor in it has " + shape.length + " sizes and " + strides.length + " strides");
        }
        return new TorchTensor(storage, offset, shape, strides);
    }

    private static long[] sizes(Object value) throws Refusal {
        if (!(value instanceof List<?> list) || list.size() > MAX_DIMENSIONS) {
            throw new Refusal("a tensor in it has no list of at most " + MAX_DIMENSIONS + " sizes");
        }
        long[] sizes = new long[list.size()];
        for (int i = 0; i < sizes.length; i++) {
            if (!(list.get(i) instanceof Long size) || size < 0) {
                throw new Refusal("a tensor in it has a size or a stride that is no whole number from 0");
            }
            sizes[i] = size;
        }
        return sizes;
    }

    /// What the pickle says lies elsewhere: `("storage", type, key, device, count)`.
    static TorchTensor.Storage stored(Object id) throws Refusal {
        if (!(id instanceof List<?> parts)
                || parts.size() != 5
                || !"storage".equals(parts.get(0))
                || !(parts.get(1) instanceof Name type)
                || !STORAGES.containsKey(type.text)
                || !(parts.get(2) instanceof String key)
                || !(parts.get(4) instanceof Long count)
                || count < 0) {
            throw new Refusal("what lies beside its pickle is no storage of a known kind");
        }
        return new TorchTensor.Storage(key, STORAGES.get(type.text), count);
    }
}
