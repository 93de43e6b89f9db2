package org.layerloom.codec.zip;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a ZIP file of entries that are whole in memory. Equal entries give equal files.
public final class ZipWriter {
    /// The same document is the same bytes whenever it is saved. At midnight, the earliest time that ZIP can hold, an
    /// entry would get another field, with the time as it is elsewhere.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    private final Counted out;
    private final ZipOutputStream zip;

    /// @param out stays open
    public ZipWriter(OutputStream out) {
        this.out = new Counted(out);
        zip = new ZipOutputStream(this.out, StandardCharsets.UTF_8);
    }

    /// Adds what packing would make smaller.
    public void packed(String name, byte[] content) throws IOException {
        add(new ZipEntry(name), content);
    }

    /// Adds what is packed already, or must lie there as it is.
    ///
    /// @param crc checksum of the content, which the head of the entry tells before it
    /// @return where its bytes begin in the file
    public long stored(String name, byte[] content, int crc) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(Integer.toUnsignedLong(crc));
        return add(entry, content);
    }

    private long add(ZipEntry entry, byte[] content) throws IOException {
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        long start = out.count;
        zip.write(content);
        zip.closeEntry();
        return start;
    }

    /// Writes the directory; nothing may be added after it.
    public void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    /// Knows how many bytes went through.
    private static final class Counted extends FilterOutputStream {
        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
