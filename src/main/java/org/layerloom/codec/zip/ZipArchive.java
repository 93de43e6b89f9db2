package org.layerloom.codec.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.layerloom.codec.BytesSource;
import org.layerloom.codec.Entries;
import org.layerloom.codec.StoredBytes;
import org.layerloom.words.Shown;
import org.layerloom.words.Words;

/// A ZIP file read by its directory, so that a damaged entry harms no other: from memory, or from a file that stays
/// open, of which only what is asked for is read. Nothing is allocated on the file's word alone, and names that lead
/// out of the archive are refused.
public final class ZipArchive implements Entries {
    private static final Words WORDS = Words.of(ZipArchive.class);
    /// Most bytes of a file that is read into memory.
    private static final int MAX_IN_MEMORY = 1 << 30;
    /// Where the format without its extension for large files ends.
    private static final long MAX_FILE = 0xffff_ffffL;
    private static final int MAX_DIRECTORY = 64 << 20;
    /// How much larger than the whole file its unpacked entries may be, and what they may have in any case.
    private static final long MAX_RATIO = 100;

    private static final long FREE_BYTES = 16 << 20;
    /// Deflate cannot pack better.
    private static final long MAX_DEFLATED = 1032;

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
    private record Entry(int method, int crc, int packed, int size, long offset) {}

    /// Reads anywhere in the file; several threads may.
    private interface Bytes {
        /// @param into is filled
        void read(long at, byte[] into) throws IOException;
    }

    private final Bytes file;
    private final long size;
    private final Optional<BytesSource> source;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private ZipArchive(Bytes file, long size, Optional<BytesSource> source) throws IOException {
        this.file = file;
        this.size = size;
        this.source = source;
        if (size > MAX_FILE) {
            throw new IOException(WORDS.text("too.large", MAX_FILE + 1 >> 30));
        }
        readDirectory();
    }

    /// Reads a whole file.
    ///
    /// @throws IOException in one sentence, when its directory is damaged or goes beyond the limits
    public static ZipArchive read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_IN_MEMORY + 1);
        if (bytes.length > MAX_IN_MEMORY) {
            throw new IOException(WORDS.text("too.large", MAX_IN_MEMORY >> 30));
        }
        return new ZipArchive(
                (at, into) -> System.arraycopy(bytes, Math.toIntExact(at), into, 0, into.length),
                bytes.length,
                Optional.empty());
    }

    /// Reads the directory of a file, and entries as they are asked for.
    ///
    /// @param channel the file, open as long as the archive is used
    /// @param source opens it again
    /// @throws IOException in one sentence, when its directory is damaged or goes beyond the limits
    public static ZipArchive of(FileChannel channel, BytesSource source) throws IOException {
        return new ZipArchive((at, into) -> StoredBytes.fill(channel, at, into), channel.size(), Optional.of(source));
    }

    private void readDirectory() throws IOException {
        long end = end();
        ByteBuffer last = bytes(end, END_BYTES);
        int count = Short.toUnsignedInt(last.getShort(10));
        long from = Integer.toUnsignedLong(last.getInt(16));
        if (from > end || end - from > MAX_DIRECTORY) {
            throw damaged(WORDS.text("its.directory"));
        }
        ByteBuffer directory = bytes(from, (int) (end - from));
        int at = 0;
        long unpacked = 0;
        for (int i = 0; i < count; i++) {
            if (at > directory.capacity() - ENTRY_BYTES || directory.getInt(at) != ENTRY_SIGNATURE) {
                throw damaged(WORDS.text("its.directory"));
            }
            Entry entry = new Entry(
                    directory.getShort(at + 10),
                    directory.getInt(at + 16),
                    directory.getInt(at + 20),
                    directory.getInt(at + 24),
                    Integer.toUnsignedLong(directory.getInt(at + 42)));
            int nameBytes = Short.toUnsignedInt(directory.getShort(at + 28));
            if (at + ENTRY_BYTES + nameBytes > directory.capacity()) {
                throw damaged(WORDS.text("its.directory"));
            }
            unpacked += add(name(directory, at + ENTRY_BYTES, nameBytes), entry);
            at += ENTRY_BYTES
                    + nameBytes
                    + Short.toUnsignedInt(directory.getShort(at + 30))
                    + Short.toUnsignedInt(directory.getShort(at + 32));
        }
        if (unpacked > size * MAX_RATIO + FREE_BYTES) {
            throw new IOException(WORDS.text("trap", size, unpacked));
        }
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.read(at, bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Where the record at the end of the directory starts; a comment may follow it.
    private long end() throws IOException {
        int length = (int) Math.min(size, END_BYTES + MAX_COMMENT);
        ByteBuffer tail = bytes(size - length, length);
        for (int at = length - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                return size - length + at;
            }
        }
        throw new IOException(WORDS.text("no.end"));
    }

    private static String name(ByteBuffer directory, int at, int length) {
        return new String(directory.array(), at, length, StandardCharsets.UTF_8);
    }

    private long add(String name, Entry entry) throws IOException {
        if (name.startsWith("/") || name.contains("\\") || name.contains(":") || ("/" + name + "/").contains("/../")) {
            throw new IOException(WORDS.text("entry.unsafe", Shown.of(name)));
        }
        if (entry.size < 0 || entry.packed < 0 || entry.size > entry.packed * MAX_DEFLATED + MAX_DEFLATED) {
            throw damaged(WORDS.text("its.size", name));
        }
        if (entries.put(name, entry) != null) {
            throw new IOException(WORDS.text("entry.twice", Shown.of(name)));
        }
        return entry.size;
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public long size(String name) {
        Entry entry = entries.get(name);
        return entry == null ? 0 : entry.size;
    }

    @Override
    public InputStream open(String name) throws IOException {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IOException(WORDS.text("entry.missing", Shown.of(name)));
        }
        long start = start(name, entry);
        byte[] packed = new byte[entry.packed];
        file.read(start, packed);
        byte[] data = unpacked(name, entry, packed);
        if (StoredBytes.crc(data) != entry.crc) {
            throw damaged(name);
        }
        return new ByteArrayInputStream(data);
    }

    /// Where the entry's bytes begin; they end within the file.
    private long start(String name, Entry entry) throws IOException {
        if (entry.offset > size - LOCAL_BYTES) {
            throw damaged(name);
        }
        ByteBuffer local = bytes(entry.offset, LOCAL_BYTES);
        long start = entry.offset
                + LOCAL_BYTES
                + Short.toUnsignedInt(local.getShort(26))
                + Short.toUnsignedInt(local.getShort(28));
        if (local.getInt(0) != LOCAL_SIGNATURE || start + entry.packed > size) {
            throw damaged(name);
        }
        return start;
    }

    @Override
    public Optional<StoredBytes> stored(String name) {
        Entry entry = entries.get(name);
        if (source.isEmpty() || entry == null || entry.method != STORED || entry.packed != entry.size) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StoredBytes(source.get(), start(name, entry), entry.size, entry.crc));
        } catch (IOException e) {
            return Optional.empty(); // its bytes are lost
        }
    }

    private static byte[] unpacked(String name, Entry entry, byte[] packed) throws IOException {
        if (entry.method == STORED && entry.packed == entry.size) {
            return packed;
        }
        if (entry.method != DEFLATED) {
            throw damaged(name);
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
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
        return new IOException(WORDS.text("damaged", Shown.of(what)));
    }
}
