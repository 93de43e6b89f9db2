package org.layerloom.codec.psd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads the notation that [EngineData] writes, as Photoshop's text engine does: maps, lists, texts, numbers, switches;
/// any other word as a text.
final class EngineReader {
    private static final int MAX_DEPTH = 64;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d{1,18}(\\.\\d*)?|\\.\\d+)");
    private static final int END = -1;

    private final byte[] data;
    private int at;

    private EngineReader(byte[] data) {
        this.data = data;
    }

    /// @throws IOException where it is not of this notation
    static Values read(byte[] data) throws IOException {
        EngineReader reader = new EngineReader(data);
        return reader.value(0) instanceof Map<?, ?> map ? new Values(map) : new Values(Map.of());
    }

    private Object value(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw damaged();
        }
        skipSpace();
        return switch (peek()) {
            case '<' -> map(depth);
            case '[' -> list(depth);
            case '(' -> text();
            default -> word();
        };
    }

    private Map<String, Object> map(int depth) throws IOException {
        at += 2;
        Map<String, Object> map = new HashMap<>();
        for (skipSpace(); peek() != '>'; skipSpace()) {
            if (peek() != '/') {
                throw damaged();
            }
            at++;
            String key = letters();
            map.put(key, value(depth + 1));
        }
        at += 2;
        return map;
    }

    private List<Object> list(int depth) throws IOException {
        at++;
        List<Object> list = new ArrayList<>();
        for (skipSpace(); peek() != ']'; skipSpace()) {
            list.add(value(depth + 1));
        }
        at++;
        return list;
    }

    /// UTF-16 behind its mark, with a backslash before bytes that look like a bracket or a backslash.
    private String text() throws IOException {
        at++;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (peek() != ')') {
            if (peek() == '\\') {
                at++;
            }
            text.write(need());
            at++;
        }
        at++;
        return text.toString(StandardCharsets.UTF_16); // by its mark
    }

    private Object word() throws IOException {
        String word = letters();
        if (word.isEmpty()) {
            throw damaged();
        }
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        }
        return NUMBER.matcher(word).matches() ? (Object) Double.valueOf(word) : word;
    }

    /// What stands before the next space or bracket.
    private String letters() {
        int start = at;
        while (peek() > ' ' && "<>[]()".indexOf(peek()) < 0 && (at == start || peek() != '/')) {
            at++;
        }
        return new String(data, start, at - start, StandardCharsets.ISO_8859_1);
    }

    private void skipSpace() throws IOException {
        while (peek() != END && peek() <= ' ') {
            at++;
        }
        need();
    }

    private int need() throws IOException {
        if (peek() == END) {
            throw damaged();
        }
        return peek();
    }

    private int peek() {
        return at < data.length ? data[at] & 0xff : END;
    }

    private static IOException damaged() {
        return new IOException("damaged data of a text engine");
    }
}
