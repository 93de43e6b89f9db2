package org.layerloom.codec.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.layerloom.words.Words;

/// A ZIP file in memory, read by its directory, so that a damaged entry harms no other. Nothing is allocated on the
/// file's word alone, and names that lead out of the archive are refused.
public final class ZipArchive {
    private static final Words WORDS = Words.of(ZipArchive.class);
    private static final int MAX_FILE = 1 << 30;
    private static final int MAX_ENTRIES = 10_000;
    /// How much larger than the whole file its unpacked entries may be, and what they may have in any case.
    private static final long MAX_RATIO = 100;

    private static final long FREE_BYTES = 16 << 20;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int MAX_COMMENT = 0xffff;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /// What the directory says about an entry.
    private record Entry(int method, int crc, int packed, int size, int offset) {}

    private final ByteBuffer file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private ZipArchive(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Reads a whole file.
    ///
    /// @throws IOException in one sentence, when its directory is damaged or goes beyond the limits
    public static ZipArchive read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_FILE + 1);
        if (bytes.length > MAX_FILE) {
            throw new IOException(WORDS.text("too.large"));
        }
        ZipArchive archive = new ZipArchive(bytes);
        archive.readDirectory();
        return archive;
    }

    private void readDirectory() throws IOException {
        int end = end();
        int count = Short.toUnsignedInt(file.getShort(end + 10));
        int at = file.getInt(end + 16);
        if (count > MAX_ENTRIES) {
            throw new IOException(WORDS.text("entries.many", count, MAX_ENTRIES));
        }
        long unpacked = 0;
        for (int i = 0; i < count; i++) {
            if (at < 0 || at > end - ENTRY_BYTES || file.getInt(at) != ENTRY_SIGNATURE) {
                throw damaged(WORDS.text("its.directory"));
            }
            Entry entry = new Entry(
                    file.getShort(at + 10),
                    file.getInt(at + 16),
                    file.getInt(at + 20),
                    file.getInt(at + 24),
                    file.getInt(at + 42));
            int nameBytes = Short.toUnsignedInt(file.getShort(at + 28));
            if (at + ENTRY_BYTES + nameBytes > end) {
                throw damaged(WORDS.text("its.directory"));
            }
            unpacked += add(name(at + ENTRY_BYTES, nameBytes), entry);
            at += ENTRY_BYTES
                    + nameBytes
                    + Short.toUnsignedInt(file.getShort(at + 30))
                    + Short.toUnsignedInt(file.getShort(at + 32));
        }
        if (unpacked > file.capacity() * MAX_RATIO + FREE_BYTES) {
            throw new IOException(WORDS.text("trap", file.capacity(), unpacked));
        }
    }

    /// Where the record at the end of the directory starts; a comment may follow it.
    private int end() throws IOException {
        int last = file.capacity() - END_BYTES;
        for (int at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
            if (file.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new IOException(WORDS.text("no.end"));
    }

    private String name(int at, int length) {
        return new String(file.array(), at, length, StandardCharsets.UTF_8);
    }

    private long add(String name, Entry entry) throws IOException {
        if (name.startsWith("/") || name.contains("\\") || name.contains(":") || ("/" + name + "/").contains("/../")) {
            throw new IOException(WORDS.text("entry.unsafe", name.replaceAll("\\p{C}", "?")));
        }
        if (entry.size < 0 || entry.packed < 0) {
            throw damaged(WORDS.text("its.size", name));
        }
        if (entries.put(name, entry) != null) {
            throw new IOException(WORDS.text("entry.twice", name));
        }
        return entry.size;
    }

    /// Of all entries, in the order of the directory.
    public Set<String> names() {
        return entries.keySet();
    }

    /// An entry unpacked and checked.
    ///
    /// @throws IOException in one sentence, when it is missing or damaged
    public InputStream open(String name) throws IOException {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IOException(WORDS.text("entry.missing", name));
        }
        if (entry.offset < 0
                || entry.offset > file.capacity() - LOCAL_BYTES
                || file.getInt(entry.offset) != LOCAL_SIGNATURE) {
            throw damaged(name);
        }
        long start = (long) entry.offset
                + LOCAL_BYTES
                + Short.toUnsignedInt(file.getShort(entry.offset + 26))
                + Short.toUnsignedInt(file.getShort(entry.offset + 28));
        if (start + entry.packed > file.capacity()) {
            throw damaged(name);
        }
        byte[] data = unpacked(name, entry, (int) start);
        CRC32 crc = new CRC32();
        crc.update(data);
        if ((int) crc.getValue() != entry.crc) {
            throw damaged(name);
        }
        return new ByteArrayInputStream(data);
    }

    private byte[] unpacked(String name, Entry entry, int start) throws IOException {
        if (entry.method == STORED && entry.packed == entry.size) {
            byte[] data = new byte[entry.size];
            file.get(start, data);
            return data;
        }
        if (entry.method != DEFLATED) {
            throw damaged(name);
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file.array(), start, entry.packed);
            byte[] data = new byte[entry.size];
            int done = 0;
            while (done < data.length) {
                int count = inflater.inflate(data, done, data.length - done);
                if (count == 0) {
                    throw damaged(name);
                }
                done += count;
            }
            return data;
        } catch (DataFormatException e) {
            throw damaged(name);
        } finally {
            inflater.end();
        }
    }

    private static IOException damaged(String what) {
        return new IOException(WORDS.text("damaged", what));
    }
}
