package org.layerloom.codec.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a ZIP file of entries that are whole in memory. Equal entries give equal files.
public final class ZipWriter {
    /// The same document is the same bytes whenever it is saved. At midnight, the earliest time that ZIP can hold, an
    /// entry would get another field, with the time as it is elsewhere.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 12, 0);

    private final ZipOutputStream zip;

    /// @param out stays open
    public ZipWriter(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /// Adds what packing would make smaller.
    public void packed(String name, byte[] content) throws IOException {
        add(new ZipEntry(name), content);
    }

    /// Adds what is packed already, or must lie there as it is.
    public void stored(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        add(entry, content);
    }

    private void add(ZipEntry entry, byte[] content) throws IOException {
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /// Writes the directory; nothing may be added after it.
    public void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
