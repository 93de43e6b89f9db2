package org.layerloom.codec.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.LongConsumer;
import org.layerloom.codec.StoredBytes;
import org.layerloom.codec.png.PngWriter.Channels;
import org.layerloom.document.Raster;

/// Packs many pictures on all cores: packing takes nearly all the time that a file with layers takes to save.
public final class PngBatch {
    /// Pictures that each core may be ahead of the one that is handed on; bounds what is held in memory.
    private static final int AHEAD = 2;

    private PngBatch() {}

    /// A picture to be written under a name.
    public record Picture(String name, Raster raster, Channels channels, Map<String, String> text) {
        /// One of all four channels.
        public Picture(String name, Raster raster, Map<String, String> text) {
            this(name, raster, Channels.RGBA, text);
        }

        public long pixels() {
            return (long) raster.width() * raster.height();
        }
    }

    /// A packed picture.
    ///
    /// @param crc checksum of the bytes, worked out where they were packed or read
    /// @param fresh whether it had to be packed now
    public record Png(Picture picture, byte[] bytes, int crc, boolean fresh) {}

    /// Takes the files, one after the other.
    public interface Files {
        void take(Png png) throws IOException;
    }

    /// Hands the files on in the order of the pictures, the same bytes as one by one.
    public static void write(List<Picture> pictures, Files files) throws IOException {
        write(pictures, PackedPictures.NONE, pixels -> {}, files);
    }

    /// The same, with the bytes of those that lie packed somewhere already, as long as they can be read there.
    ///
    /// @param heard how many pixels were packed since it last heard, on any thread; what it throws ends the work
    public static void write(List<Picture> pictures, PackedPictures known, LongConsumer heard, Files files)
            throws IOException {
        Deque<ForkJoinTask<Png>> ahead = new ArrayDeque<>();
        int most = AHEAD * Runtime.getRuntime().availableProcessors();
        int next = 0;
        try {
            while (next < pictures.size() || !ahead.isEmpty()) {
                while (next < pictures.size() && ahead.size() < most) {
                    Picture picture = pictures.get(next++);
                    ahead.add(ForkJoinPool.commonPool().submit(() -> png(picture, known, heard)));
                }
                files.take(ahead.remove().join());
            }
        } finally {
            ahead.forEach(ForkJoinTask::quietlyJoin); // nobody hears of this work once it has ended
        }
    }

    private static Png png(Picture picture, PackedPictures known, LongConsumer heard) {
        StoredBytes stored = known.of(picture).orElse(null);
        if (stored != null) {
            try {
                byte[] bytes = stored.read();
                heard.accept(picture.pixels());
                return new Png(picture, bytes, stored.crc(), false);
            } catch (IOException e) {
                // The file is gone or was changed: the pixels are here all the same.
            }
        }
        byte[] bytes = packed(picture, heard);
        return new Png(picture, bytes, StoredBytes.crc(bytes), true);
    }

    private static byte[] packed(Picture picture, LongConsumer heard) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PngWriter.write(picture.raster(), picture.channels(), picture.text(), heard, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused a write", e);
        }
        return out.toByteArray();
    }
}
