package org.layerloom.codec.psd;

import java.io.IOException;

/// An action descriptor, the structure in which newer parts of the format keep named values; version 16.
final class Descriptor {
    private static final int VERSION = 16;
    private static final int KEY = 4;

    private final String type;
    private final PsdOutput items = new PsdOutput();
    private int count;

    /// @param type its class
    Descriptor(String type) {
        this.type = type;
    }

    Descriptor text(String key, String value) throws IOException {
        item(key, "TEXT").unicode(value + '\0');
        return this;
    }

    /// @param type the enumeration
    Descriptor choice(String key, String type, String value) throws IOException {
        item(key, "enum");
        id(type, items);
        id(value, items);
        return this;
    }

    Descriptor integer(String key, int value) throws IOException {
        item(key, "long").int32(value);
        return this;
    }

    Descriptor number(String key, double value) throws IOException {
        item(key, "doub").float64(value);
        return this;
    }

    /// A length in points.
    Descriptor points(String key, double value) throws IOException {
        item(key, "UntF").key("#Pnt");
        items.float64(value);
        return this;
    }

    Descriptor raw(String key, PsdOutput value) throws IOException {
        item(key, "tdta").sized(value, 1);
        return this;
    }

    Descriptor object(String key, Descriptor value) throws IOException {
        value.writeBody(item(key, "Objc"));
        return this;
    }

    private PsdOutput item(String key, String kind) throws IOException {
        count++;
        id(key, items);
        items.key(kind);
        return items;
    }

    /// Ids of four letters have the length 0.
    private static void id(String id, PsdOutput out) throws IOException {
        out.int32(id.length() == KEY ? 0 : id.length());
        out.key(id);
    }

    /// Writes it with its version.
    void write(PsdOutput out) throws IOException {
        out.int32(VERSION);
        writeBody(out);
    }

    private void writeBody(PsdOutput out) throws IOException {
        out.unicode("\0"); // no name
        id(type, out);
        out.int32(count);
        out.append(items);
    }
}
