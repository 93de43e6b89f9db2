package org.layerloom.codec.psd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The notation of Photoshop's text engine, near to that of PDF: dictionaries, lists, numbers, switches, and texts in
/// UTF-16.
final class EngineData {
    private final PsdOutput out = new PsdOutput();

    private EngineData() {}

    /// @param values maps with texts as keys, lists, texts, switches, whole and other numbers
    static PsdOutput of(Map<String, ?> values) throws IOException {
        EngineData data = new EngineData();
        data.ascii("\n\n");
        data.value(values, 0);
        return data.out;
    }

    private void value(Object value, int depth) throws IOException {
        switch (value) {
            case Map<?, ?> map -> map(map, depth);
            case List<?> list -> list(list, depth);
            case String text -> text(text);
            case Double number -> ascii(number(number));
            default -> ascii(value.toString());
        }
    }

    private void map(Map<?, ?> map, int depth) throws IOException {
        ascii("\n" + "\t".repeat(depth) + "<<\n");
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            ascii("\t".repeat(depth + 1) + "/" + entry.getKey() + " ");
            value(entry.getValue(), depth + 1);
            ascii("\n");
        }
        ascii("\t".repeat(depth) + ">>");
    }

    private void list(List<?> list, int depth) throws IOException {
        ascii("[ ");
        for (Object value : list) {
            value(value, depth);
            ascii(" ");
        }
        ascii("]");
    }

    private void text(String text) throws IOException {
        ascii("(");
        out.int16(0xFEFF);
        for (byte part : text.getBytes(StandardCharsets.UTF_16BE)) {
            if (part == '(' || part == ')' || part == '\\') {
                out.int8('\\');
            }
            out.int8(part);
        }
        ascii(")");
    }

    /// Five digits after the point, without the zeros at their end.
    private static String number(double number) {
        return String.format(Locale.ROOT, "%.5f", number).replaceAll("0{1,4}$", "");
    }

    private void ascii(String text) throws IOException {
        out.key(text);
    }
}
