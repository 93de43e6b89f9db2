package org.layerloom.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the entries of a ZIP archive lie in its file: for archives that store without packing, so that what they
/// hold can be mapped from where it is.
///
/// Nothing in the file is trusted: counts, offsets and sizes are held against each other and against the file's
/// size. Source: PKWARE's APPNOTE 6.3.10, sections 4.3 and 4.5.3.
final class StoredZip {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int MAX_COMMENT = 0xffff;
    private static final int MAX_DIRECTORY_BYTES = 32 << 20;
    private static final int SIZES_64 = 1;
    private static final long IN_EXTRA = 0xffffffffL;

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final Map<String, Span> entries = new LinkedHashMap<>();

    /// Bytes `start` (inclusive) to `end` (exclusive) of the file.
    record Span(long start, long end) {
        long bytes() {
            return end - start;
        }
    }

    /// Where the directory lies, and how many entries it claims.
    private record Directory(long start, long bytes, long count) {}

    private StoredZip(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        size = channel.size();
    }

    /// Whether the file begins as an archive with entries does.
    static boolean begins(FileChannel channel) throws IOException {
        return channel.size() >= LOCAL_BYTES && bytes(channel, 0, Integer.BYTES).getInt() == LOCAL;
    }

    /// The entries by name, in the directory's order.
    ///
    /// @throws WeightsException if the archive is broken, or packs or encrypts an entry
    static Map<String, Span> read(Path file, FileChannel channel) throws IOException {
        StoredZip zip = new StoredZip(file, channel);
        Directory directory = zip.directory();
        if (directory.start < 0
                || directory.bytes < 0
                || directory.bytes > MAX_DIRECTORY_BYTES
                || directory.start > zip.size - directory.bytes) {
            throw zip.broken("its directory lies outside it");
        }
        zip.readDirectory(directory);
        zip.checkOverlap();
        return zip.entries;
    }

    /// A span of a file, little-endian.
    ///
    /// @throws IOException if the file ends before the span does
    static ByteBuffer bytes(FileChannel channel, long start, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, start + buffer.position()) < 0) {
                throw new IOException("it ends early");
            }
        }
        return buffer.flip();
    }

    private Directory directory() throws IOException {
        int tail = (int) Math.min(size, END_BYTES + MAX_COMMENT);
        ByteBuffer bytes = bytes(channel, size - tail, tail);
        for (int at = tail - END_BYTES; at >= 0; at--) {
            if (bytes.getInt(at) == END && Short.toUnsignedInt(bytes.getShort(at + 20)) == tail - at - END_BYTES) {
                long count = Short.toUnsignedLong(bytes.getShort(at + 10));
                long length = Integer.toUnsignedLong(bytes.getInt(at + 12));
                long start = Integer.toUnsignedLong(bytes.getInt(at + 16));
                Directory large = directory64(size - tail + at);
                return large == null ? new Directory(start, length, count) : large;
            }
        }
        throw broken("its directory is missing (truncated?)");
    }

    /// The directory of a large archive, or null where the archive is none.
    private Directory directory64(long end) throws IOException {
        if (end < LOCATOR_64_BYTES) {
            return null;
        }
        ByteBuffer locator = bytes(channel, end - LOCATOR_64_BYTES, LOCATOR_64_BYTES);
        if (locator.getInt(0) != LOCATOR_64) {
            return null;
        }
        long at = locator.getLong(8);
        if (at < 0 || at > size - END_64_BYTES) {
            throw broken("its directory lies outside it");
        }
        ByteBuffer record = bytes(channel, at, END_64_BYTES);
        if (record.getInt(0) != END_64) {
            throw broken("its directory is missing (truncated?)");
        }
        return new Directory(record.getLong(48), record.getLong(40), record.getLong(32));
    }

    private void readDirectory(Directory directory) throws IOException {
        ByteBuffer bytes = bytes(channel, directory.start, (int) directory.bytes);
        while (bytes.remaining() >= CENTRAL_BYTES) {
            readEntry(bytes, directory.start);
        }
        if (bytes.hasRemaining() || entries.size() != directory.count) {
            throw broken("its directory names " + entries.size() + " entries, but claims to have " + directory.count);
        }
    }

    private void readEntry(ByteBuffer bytes, long dataEnd) throws IOException {
        int at = bytes.position();
        int nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(bytes.getShort(at + 30));
        int commentLength = Short.toUnsignedInt(bytes.getShort(at + 32));
        if (bytes.getInt(at) != CENTRAL
                || nameLength + extraLength + commentLength > bytes.remaining() - CENTRAL_BYTES) {
            throw broken("its directory is damaged after " + entries.size() + " entries");
        }
        byte[] raw = new byte[nameLength];
        bytes.get(at + CENTRAL_BYTES, raw);
        String name = new String(raw, StandardCharsets.UTF_8);
        ByteBuffer extra =
                bytes.slice(at + CENTRAL_BYTES + nameLength, extraLength).order(ByteOrder.LITTLE_ENDIAN);
        boolean encrypted = (bytes.getShort(at + 8) & 1) != 0;
        if (encrypted || bytes.getShort(at + 10) != 0) {
            throw broken("its entry " + name + " is " + (encrypted ? "encrypted" : "packed")
                    + ", which entries of weights never are (is it a program, TorchScript?)");
        }
        long[] sizes = sizes(bytes, at, extra);
        if (sizes[0] != sizes[1]) {
            throw broken("its entry " + name + " is of two sizes");
        }
        Span span = span(name, sizes[2], sizes[0], dataEnd);
        if (entries.putIfAbsent(name, span) != null) {
            throw broken("it has two entries of the name " + name);
        }
        bytes.position(at + CENTRAL_BYTES + nameLength + extraLength + commentLength);
    }

    /// Size, packed size and place of the local header: what does not fit four bytes stands in the extra field.
    private static long[] sizes(ByteBuffer bytes, int at, ByteBuffer extra) {
        long[] values = {
            Integer.toUnsignedLong(bytes.getInt(at + 24)),
            Integer.toUnsignedLong(bytes.getInt(at + 20)),
            Integer.toUnsignedLong(bytes.getInt(at + 42))
        };
        while (extra.remaining() >= Integer.BYTES) {
            int id = Short.toUnsignedInt(extra.getShort());
            int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            ByteBuffer field = extra.slice(extra.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; id == SIZES_64 && i < values.length; i++) {
                if (values[i] == IN_EXTRA && field.remaining() >= Long.BYTES) {
                    values[i] = field.getLong();
                }
            }
            extra.position(extra.position() + length);
        }
        return values;
    }

    private Span span(String name, long header, long bytes, long dataEnd) throws IOException {
        if (header < 0 || header > dataEnd - LOCAL_BYTES) {
            throw broken("its entry " + name + " lies outside it");
        }
        ByteBuffer local = bytes(channel, header, LOCAL_BYTES);
        long start = header
                + LOCAL_BYTES
                + Short.toUnsignedInt(local.getShort(26))
                + Short.toUnsignedInt(local.getShort(28));
        if (local.getInt(0) != LOCAL || bytes < 0 || start > dataEnd || bytes > dataEnd - start) {
            throw broken("its entry " + name + " lies outside it");
        }
        return new Span(start, start + bytes);
    }

    private void checkOverlap() throws WeightsException {
        List<Map.Entry<String, Span>> ordered = new ArrayList<>(entries.entrySet());
        ordered.sort(Comparator.comparingLong(entry -> entry.getValue().start));
        long position = 0;
        for (Map.Entry<String, Span> entry : ordered) {
            if (entry.getValue().start < position) {
                throw broken("its entry " + entry.getKey() + " overlaps the entry before it");
            }
            position = entry.getValue().end;
        }
    }

    private WeightsException broken(String why) {
        return new WeightsException("the file " + file + " is broken: " + SafeTensors.shown(why));
    }
}
