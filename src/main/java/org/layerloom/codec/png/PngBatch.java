package org.layerloom.codec.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.layerloom.codec.png.PngWriter.Channels;
import org.layerloom.document.Raster;

/// Packs many pictures on all cores: packing takes nearly all the time that a file with layers takes to save.
public final class PngBatch {
    /// Pictures packed before the first of them is handed on; bounds what is held in memory.
    private static final int AT_ONCE = 32;

    private PngBatch() {}

    /// A picture to be written under a name.
    public record Picture(String name, Raster raster, Channels channels, Map<String, String> text) {
        /// One of all four channels.
        public Picture(String name, Raster raster, Map<String, String> text) {
            this(name, raster, Channels.RGBA, text);
        }
    }

    /// Takes the files, one after the other.
    public interface Files {
        void take(String name, byte[] png) throws IOException;
    }

    /// Hands the files on in the order of the pictures, the same bytes as one by one.
    public static void write(List<Picture> pictures, Files files) throws IOException {
        for (List<Picture> part : parts(pictures)) {
            List<byte[]> packed = part.parallelStream().map(PngBatch::packed).toList();
            for (int i = 0; i < packed.size(); i++) {
                files.take(part.get(i).name(), packed.get(i));
            }
        }
    }

    /// The pictures in lists of as many as are packed at once.
    static List<List<Picture>> parts(List<Picture> pictures) {
        List<List<Picture>> parts = new ArrayList<>();
        for (int from = 0; from < pictures.size(); from += AT_ONCE) {
            parts.add(pictures.subList(from, Math.min(pictures.size(), from + AT_ONCE)));
        }
        return parts;
    }

    static byte[] packed(Picture picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PngWriter.write(picture.raster(), picture.channels(), picture.text(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused a write", e);
        }
        return out.toByteArray();
    }
}
