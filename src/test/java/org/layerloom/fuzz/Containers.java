package org.layerloom.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Damages the inside of files that guard it with check sums, so that the damage is not found at the door.
final class Containers {
    private static final int PNG_START = 8;
    private static final int PNG_FRAME = 12;

    private Containers() {}

    /// A ZIP file with one or two entries damaged; half of the time the file itself is.
    static Fuzzing.Damage zip(List<byte[]> files) {
        List<List<Entry>> archives = files.stream().map(Containers::entries).toList();
        return mutator -> {
            if (mutator.below(4) == 0) {
                return mutator.mutate(files);
            }
            List<Entry> archive = archives.get(mutator.below(archives.size()));
            List<Entry> damaged = new ArrayList<>(archive);
            for (int i = mutator.below(2); i >= 0; i--) {
                int at = mutator.below(archive.size());
                Entry entry = damaged.get(at);
                List<byte[]> content = List.of(entry.content);
                damaged.set(
                        at,
                        new Entry(
                                entry.name,
                                entry.name.endsWith(".png") ? png(content).file(mutator) : mutator.mutate(content)));
            }
            return packed(damaged);
        };
    }

    /// A PNG file whose chunks are damaged, with right check sums three times of four.
    static Fuzzing.Damage png(List<byte[]> files) {
        return mutator -> {
            byte[] damaged = mutator.mutate(files);
            return mutator.below(4) == 0 ? damaged : summed(damaged);
        };
    }

    /// An entry of an archive.
    private record Entry(String name, byte[] content) {}

    private static List<Entry> entries(byte[] zip) {
        List<Entry> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(new Entry(entry.getName(), in.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static byte[] packed(List<Entry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Entry entry : entries) {
                ZipEntry head = new ZipEntry(entry.name);
                if (entry.name.equals("mimetype")) {
                    head.setMethod(ZipEntry.STORED);
                    head.setSize(entry.content.length);
                    head.setCrc(crc(entry.content, 0, entry.content.length));
                }
                out.putNextEntry(head);
                out.write(entry.content);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] summed(byte[] png) {
        ByteBuffer buffer = ByteBuffer.wrap(png);
        int at = PNG_START;
        while (at + PNG_FRAME <= png.length) {
            int length = buffer.getInt(at);
            if (length < 0 || length > png.length - at - PNG_FRAME) {
                break;
            }
            buffer.putInt(at + 8 + length, (int) crc(png, at + 4, length + 4));
            at += PNG_FRAME + length;
        }
        return png;
    }

    private static long crc(byte[] data, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(data, from, length);
        return crc.getValue();
    }
}
