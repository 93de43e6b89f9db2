package org.layerloom.codec.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;

/// Reads PNG files of every colour type, depth and interlacing as 8-bit straight ARGB. Nothing is allocated on the
/// header's word: a file must have the bytes that could make the pixels that it claims. Colour profiles are
/// ignored.
public final class PngReader {
    private static final Words WORDS = Words.of(PngReader.class);

    /// Longest side that is read, px.
    public static final int MAX_SIDE = 300_000;
    /// Most pixels that are read.
    public static final long MAX_PIXELS = 1L << 28;

    /// Deflate cannot pack better than 1 : 1032.
    private static final long MAX_RATIO = 1032;

    private static final long MAX_FILE = 1L << 30;
    /// Four channels of 16 bits.
    private static final int MAX_PIXEL_BYTES = 8;

    private static final int MAX_TEXTS = 100;
    private static final int MAX_TEXT = 1 << 20;
    /// Per pass: first column and row, and the steps between columns and rows.
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    private final Map<String, String> text = new HashMap<>();
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private PngPixels pixels;
    private boolean interlaced;

    private PngReader() {}

    /// Reads a file up to the end of its pixels; the stream stays open.
    ///
    /// @throws IOException in one sentence, when the file is damaged, larger than the limits, or no PNG
    public static PngImage read(InputStream in) throws IOException {
        return read(in, MAX_PIXELS);
    }

    /// @param maxPixels the most pixels that the picture may have
    public static PngImage read(InputStream in, long maxPixels) throws IOException {
        PngReader reader = new PngReader();
        long limit = Math.min(maxPixels, MAX_PIXELS);
        PngChunks chunks = new PngChunks(in, Math.min(MAX_FILE, limit * MAX_PIXEL_BYTES + MAX_FILE / 64));
        reader.header(chunks.next(), limit);
        PngChunks.Chunk chunk = chunks.next();
        while (!chunk.type().equals("IEND")) {
            reader.take(chunk);
            chunk = chunks.next();
        }
        return new PngImage(reader.raster(), reader.text);
    }

    private void header(PngChunks.Chunk chunk, long maxPixels) throws IOException {
        byte[] data = chunk.data();
        if (!chunk.type().equals("IHDR") || data.length != 13) {
            throw new IOException(WORDS.text("no.header"));
        }
        int width = number(data, 0);
        int height = number(data, 4);
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE || (long) width * height > maxPixels) {
            throw new IOException(WORDS.text(
                    "too.large",
                    Integer.toUnsignedString(width),
                    Integer.toUnsignedString(height),
                    MAX_SIDE,
                    maxPixels));
        }
        if (data[10] != 0 || data[11] != 0 || data[12] < 0 || data[12] > 1) {
            throw new IOException(WORDS.text("packing.unknown"));
        }
        interlaced = data[12] == 1;
        pixels = new PngPixels(width, height, data[8], data[9]);
    }

    private static int number(byte[] data, int at) {
        return data[at] << 24 | (data[at + 1] & 0xff) << 16 | (data[at + 2] & 0xff) << 8 | data[at + 3] & 0xff;
    }

    private void take(PngChunks.Chunk chunk) throws IOException {
        switch (chunk.type()) {
            case "PLTE" -> pixels.palette(chunk.data());
            case "tRNS" -> pixels.transparency(chunk.data());
            case "IDAT" -> packed.writeBytes(chunk.data());
            case "tEXt", "iTXt" -> text(chunk);
            default -> {
                if (Character.isUpperCase(chunk.type().charAt(0))) {
                    throw new IOException(WORDS.text("chunk.unknown", chunk.shownType()));
                }
            }
        }
    }

    /// Compressed texts are left out.
    private void text(PngChunks.Chunk chunk) {
        String all = new String(chunk.data(), StandardCharsets.ISO_8859_1);
        int end = all.indexOf('\0');
        if (end < 1 || all.length() > MAX_TEXT || text.size() >= MAX_TEXTS) {
            return;
        }
        String keyword = all.substring(0, end);
        if (chunk.type().equals("tEXt")) {
            text.put(keyword, all.substring(end + 1));
            return;
        }
        int language = all.indexOf('\0', Math.min(all.length(), end + 3));
        int translated = all.indexOf('\0', language + 1);
        if (language > 0 && translated > 0 && all.charAt(end + 1) == 0) {
            byte[] data = chunk.data();
            text.put(keyword, new String(data, translated + 1, data.length - translated - 1, StandardCharsets.UTF_8));
        }
    }

    private Raster raster() throws IOException {
        int[][] passes = interlaced ? ADAM7 : WHOLE;
        long bytes = 0;
        for (int[] pass : passes) {
            bytes += pixels.passBytes(pass);
        }
        if (bytes > packed.size() * MAX_RATIO + MAX_RATIO) {
            throw new IOException(WORDS.text("pixels.missing", packed.size()));
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed.toByteArray());
            pixels.allocate();
            for (int[] pass : passes) {
                pass(inflater, pass);
            }
        } catch (DataFormatException e) {
            throw new IOException(WORDS.text("pixels.broken"), e);
        } finally {
            inflater.end();
        }
        return pixels.raster();
    }

    private void pass(Inflater inflater, int[] pass) throws IOException, DataFormatException {
        int lineBytes = pixels.lineBytes(pass);
        if (lineBytes == 0) {
            return;
        }
        RowFilter filter = new RowFilter(lineBytes, pixels.filterBytes());
        byte[] type = new byte[1];
        for (int y = pass[1]; y < pixels.height(); y += pass[3]) {
            inflate(inflater, type);
            byte[] line = filter.next();
            inflate(inflater, line);
            filter.unfilter(type[0]);
            pixels.take(line, y, pass[0], pass[2]);
        }
    }

    private static void inflate(Inflater inflater, byte[] into) throws IOException, DataFormatException {
        int done = 0;
        while (done < into.length) {
            int count = inflater.inflate(into, done, into.length - done);
            if (count == 0) {
                throw new IOException(WORDS.text("pixels.few"));
            }
            done += count;
        }
    }
}
