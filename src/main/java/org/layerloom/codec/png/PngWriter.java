package org.layerloom.codec.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.layerloom.document.Paper;
import org.layerloom.document.Raster;

/// Writes a raster as an 8-bit PNG with text chunks. Straight colours, those under alpha 0 too, are kept byte for
/// byte; equal rasters and texts give equal files.
public final class PngWriter {
    /// What a file holds of each pixel.
    public enum Channels {
        /// The alpha alone, as grey: a mask.
        MASK(0, 1),
        /// Colours as they are; the alpha is dropped.
        RGB(2, 3),
        RGBA(6, 4);

        private final int colourType;
        private final int bytes;

        Channels(int colourType, int bytes) {
            this.colourType = colourType;
            this.bytes = bytes;
        }
    }

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int IDAT_BYTES = 1 << 16;

    /// Rows from one report to the next.
    private static final int REPORT = 256;

    private final LongConsumer heard;
    private final OutputStream out;

    private PngWriter(LongConsumer heard, OutputStream out) {
        this.heard = heard;
        this.out = out;
    }

    /// Writes a whole file; the stream stays open.
    ///
    /// @param text keyword (1 to 79 Latin-1 characters) to text
    /// @throws IllegalArgumentException for an empty raster, which PNG cannot hold
    public static void write(Raster raster, Channels channels, Map<String, String> text, OutputStream out)
            throws IOException {
        write(raster, channels, text, pixels -> {}, out);
    }

    /// @param heard how many pixels were packed since it last heard; what it throws ends the work
    static void write(Raster raster, Channels channels, Map<String, String> text, LongConsumer heard, OutputStream out)
            throws IOException {
        write(raster, channels, text, Paper.SCREEN, heard, out);
    }

    /// The same with the paper's resolution, where it is not the screen's, and its colour profile.
    ///
    /// @param heard how many pixels were packed since it last heard; what it throws ends the work
    public static void write(
            Raster raster,
            Channels channels,
            Map<String, String> text,
            Paper paper,
            LongConsumer heard,
            OutputStream out)
            throws IOException {
        if (raster.isEmpty()) {
            throw new IllegalArgumentException("a PNG file cannot hold an empty picture");
        }
        PngWriter writer = new PngWriter(heard, out);
        out.write(SIGNATURE);
        writer.chunk("IHDR", header(raster, channels));
        writer.paper(paper);
        for (Map.Entry<String, String> entry : text.entrySet()) {
            writer.text(entry.getKey(), entry.getValue());
        }
        writer.pixels(raster, channels);
        writer.chunk("IEND", new byte[0]);
    }

    private static byte[] header(Raster raster, Channels channels) {
        return ByteBuffer.allocate(13)
                .putInt(raster.width())
                .putInt(raster.height())
                .put((byte) 8)
                .put((byte) channels.colourType)
                .array();
    }

    private void paper(Paper paper) throws IOException {
        if (paper.iccProfile().isPresent()) {
            chunk("iCCP", PaperChunks.profile(paper.iccProfile().get()));
        }
        if (paper.pixelsPerInch() != Paper.SCREEN.pixelsPerInch()) {
            chunk("pHYs", PaperChunks.resolution(paper));
        }
    }

    /// `tEXt` where Latin-1 can hold it, which every viewer reads; else `iTXt` in UTF-8.
    private void text(String keyword, String value) throws IOException {
        String text = value.replace('\0', ' '); // which would end it
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.write(0);
        if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
            data.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
            chunk("tEXt", data.toByteArray());
        } else {
            data.writeBytes(new byte[4]); // not compressed, no language, no translated keyword
            data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            chunk("iTXt", data.toByteArray());
        }
    }

    private void pixels(Raster raster, Channels channels) throws IOException {
        Deflater deflater = new Deflater();
        try {
            RowFilter filter = new RowFilter(raster.width() * channels.bytes, channels.bytes);
            byte[] packed = new byte[IDAT_BYTES];
            int filled = 0;
            int[] argb = new int[raster.width()];
            for (int y = 0; y <= raster.height(); y++) {
                if (y < raster.height()) {
                    raster.copyRow(0, y, argb.length, argb, 0);
                    unpack(argb, channels, filter.next());
                    deflater.setInput(filter.filtered());
                    if (y % REPORT == REPORT - 1 || y == raster.height() - 1) {
                        heard.accept((y % REPORT + 1L) * raster.width());
                    }
                } else {
                    deflater.finish();
                }
                int count;
                while ((count = deflater.deflate(packed, filled, packed.length - filled)) > 0) {
                    filled += count;
                    filled = flushed(packed, filled, packed.length);
                }
            }
            flushed(packed, filled, 1);
        } finally {
            deflater.end();
        }
    }

    /// Writes the buffer where it holds at least `limit` bytes; gives how many are left in it.
    private int flushed(byte[] packed, int filled, int limit) throws IOException {
        if (filled < limit) {
            return filled;
        }
        chunk("IDAT", Arrays.copyOf(packed, filled));
        return 0;
    }

    private static void unpack(int[] argb, Channels channels, byte[] line) {
        int at = 0;
        for (int pixel : argb) {
            if (channels == Channels.MASK) {
                line[at++] = (byte) (pixel >>> 24);
                continue;
            }
            line[at++] = (byte) (pixel >> 16);
            line[at++] = (byte) (pixel >> 8);
            line[at++] = (byte) pixel;
            if (channels == Channels.RGBA) {
                line[at++] = (byte) (pixel >>> 24);
            }
        }
    }

    private void chunk(String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.write(ByteBuffer.allocate(8).putInt(data.length).put(name).array());
        out.write(data);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
