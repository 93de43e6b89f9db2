package org.layerloom.codec.psd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Named values of another program, asked for by what one expects of them: what is missing or of another kind is as if
/// it were not there.
record Values(Map<?, ?> map) {
    private static final Values NONE = new Values(Map.of());

    /// The values below a key, or none.
    Values of(String key) {
        return of(map.get(key));
    }

    private static Values of(Object value) {
        return value instanceof Map<?, ?> below ? new Values(below) : NONE;
    }

    /// The values of a list of such, none for what in it is something else.
    List<Values> list(String key) {
        return map.get(key) instanceof List<?> list
                ? list.stream().map(Values::of).toList()
                : List.of();
    }

    /// The numbers of a list; NaN for what in it is something else.
    List<Double> numbers(String key) {
        return map.get(key) instanceof List<?> list
                ? list.stream()
                        .map(value -> value instanceof Number number ? number.doubleValue() : Double.NaN)
                        .toList()
                : List.of();
    }

    double number(String key, double otherwise) {
        return map.get(key) instanceof Number number ? number.doubleValue() : otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        return map.get(key) instanceof Boolean flag ? flag : otherwise;
    }

    String text(String key, String otherwise) {
        return map.get(key) instanceof String text ? text : otherwise;
    }

    byte[] bytes(String key) {
        return map.get(key) instanceof byte[] bytes ? bytes : new byte[0];
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    /// These values, and those of `base` where there are none.
    Values over(Values base) {
        Map<Object, Object> all = new HashMap<>(base.map);
        all.putAll(map);
        return new Values(all);
    }
}
