package org.layerloom.codec.psd;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads an action descriptor (version 16) that [Descriptor] or another program wrote. Its values are texts (of
/// enumerations and classes too), numbers, switches, bytes, lists, and maps for objects.
final class DescriptorReader {
    private static final int VERSION = 16;
    private static final int KEY = 4;
    private static final int MAX_DEPTH = 64;

    private final PsdInput in;

    private DescriptorReader(PsdInput in) {
        this.in = in;
    }

    /// Reads one with its version.
    ///
    /// @throws IOException also where it has values of a kind that is not known, as their length is not told
    static Values read(PsdInput in) throws IOException {
        int version = in.int32();
        if (version != VERSION) {
            throw new IOException("a descriptor of version " + version);
        }
        return new Values(new DescriptorReader(in).object(0));
    }

    private Map<String, Object> object(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("a descriptor of more than " + MAX_DEPTH + " levels");
        }
        in.unicode(); // its name
        id();
        Map<String, Object> values = new LinkedHashMap<>();
        for (long left = in.length(); left > 0; left--) {
            String key = id();
            values.put(key, value(in.key(), depth + 1));
        }
        return values;
    }

    private Object value(String kind, int depth) throws IOException {
        return switch (kind) {
            case "Objc", "GlbO" -> object(depth);
            case "VlLs" -> list(depth);
            case "TEXT" -> withoutEnd(in.unicode());
            case "enum" -> {
                id();
                yield id();
            }
            case "type", "GlbC" -> {
                in.unicode();
                yield id();
            }
            case "long" -> in.int32();
            case "comp" -> in.int64();
            case "doub" -> in.float64();
            case "UntF" -> {
                in.key(); // the unit
                yield in.float64();
            }
            case "bool" -> in.int8() != 0;
            case "tdta", "alis", "Pth " -> in.bytes(in.length());
            default -> throw new IOException("a value of the kind " + kind);
        };
    }

    /// The number of values is another program's word: each must have come before the next is read.
    private List<Object> list(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("a descriptor of more than " + MAX_DEPTH + " levels");
        }
        List<Object> values = new ArrayList<>();
        for (long left = in.length(); left > 0; left--) {
            values.add(value(in.key(), depth + 1));
        }
        return values;
    }

    private String id() throws IOException {
        long length = in.length();
        return new String(in.bytes(length == 0 ? KEY : length), StandardCharsets.ISO_8859_1);
    }

    private static String withoutEnd(String text) {
        return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
    }
}
