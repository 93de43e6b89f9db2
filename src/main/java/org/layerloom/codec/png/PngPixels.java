package org.layerloom.codec.png;

import java.io.IOException;
import java.util.Arrays;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;

/// The pixels of a PNG file while they are read: turns lines of any colour type and depth into ARGB.
final class PngPixels {
    private static final Words WORDS = Words.of(PngPixels.class);
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGBA = 6;

    private final int width;
    private final int height;
    private final int depth;
    private final int type;
    private final int[] palette = new int[256];
    /// The grey or the red, green and blue, in the file's depth, that stands for transparent; null where none does.
    private int[] transparent;

    private int[] argb;

    PngPixels(int width, int height, int depth, int type) throws IOException {
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.type = type;
        boolean known = switch (type) {
            case GREY -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case PALETTE -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case RGB, GREY_ALPHA, RGBA -> depth == 8 || depth == 16;
            default -> false;
        };
        if (!known) {
            throw new IOException(WORDS.text("type.unknown", type, depth));
        }
        Arrays.fill(palette, 0xff000000);
    }

    int height() {
        return height;
    }

    private int channels() {
        return switch (type) {
            case RGB -> 3;
            case GREY_ALPHA -> 2;
            case RGBA -> 4;
            default -> 1;
        };
    }

    int filterBytes() {
        return Math.max(1, channels() * depth / 8);
    }

    /// Bytes of a line of one pass, without its filter byte; 0 where the pass has no column.
    int lineBytes(int[] pass) {
        long columns = Math.ceilDiv(width - pass[0], pass[2]);
        return columns <= 0 ? 0 : Math.toIntExact(Math.ceilDiv(columns * channels() * depth, 8));
    }

    long passBytes(int[] pass) {
        long rows = Math.max(0, Math.ceilDiv(height - pass[1], pass[3]));
        return lineBytes(pass) == 0 ? 0 : rows * (lineBytes(pass) + 1L);
    }

    void palette(byte[] data) {
        for (int i = 0; i < Math.min(256, data.length / 3); i++) {
            palette[i] = palette[i] & 0xff000000
                    | (data[3 * i] & 0xff) << 16
                    | (data[3 * i + 1] & 0xff) << 8
                    | data[3 * i + 2] & 0xff;
        }
    }

    void transparency(byte[] data) throws IOException {
        if (type == PALETTE) {
            for (int i = 0; i < Math.min(256, data.length); i++) {
                palette[i] = palette[i] & 0xffffff | data[i] << 24;
            }
        } else if (type == GREY || type == RGB) {
            if (data.length != 2 * channels()) {
                throw new IOException(WORDS.text("transparent.wrong", data.length));
            }
            transparent = new int[channels()];
            for (int c = 0; c < transparent.length; c++) {
                transparent[c] = (data[2 * c] & 0xff) << 8 | data[2 * c + 1] & 0xff;
            }
        }
    }

    void allocate() {
        argb = new int[width * height];
    }

    /// Takes an unfiltered line whose pixels lie in row `y` from `column` on, `step` apart.
    void take(byte[] line, int y, int column, int step) {
        if (type == RGBA && depth == 8) { // as every layer of ours
            for (int x = column, i = 0; x < width; x += step, i += 4) {
                argb[y * width + x] =
                        line[i + 3] << 24 | (line[i] & 0xff) << 16 | (line[i + 1] & 0xff) << 8 | line[i + 2] & 0xff;
            }
            return;
        }
        int[] samples = new int[channels()];
        int sample = 0;
        for (int x = column; x < width; x += step) {
            for (int c = 0; c < samples.length; c++) {
                samples[c] = sample(line, sample++);
            }
            argb[y * width + x] = pixel(samples);
        }
    }

    private int sample(byte[] line, int i) {
        return switch (depth) {
            case 8 -> line[i] & 0xff;
            case 16 -> (line[2 * i] & 0xff) << 8 | line[2 * i + 1] & 0xff;
            default -> {
                int bit = i * depth;
                yield line[bit >> 3] >> (8 - depth - (bit & 7)) & (1 << depth) - 1;
            }
        };
    }

    private int pixel(int[] samples) {
        if (type == PALETTE) {
            return palette[samples[0]];
        }
        boolean grey = type == GREY || type == GREY_ALPHA;
        int red = bytes(samples[0]);
        int green = grey ? red : bytes(samples[1]);
        int blue = grey ? red : bytes(samples[2]);
        int alpha = 255;
        if (type == GREY_ALPHA || type == RGBA) {
            alpha = bytes(samples[samples.length - 1]);
        } else if (transparent != null && Arrays.equals(transparent, samples)) {
            alpha = 0;
        }
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    /// A sample of the file's depth as one of 8 bits, rounded.
    private int bytes(int sample) {
        int max = (1 << depth) - 1;
        return depth == 8 ? sample : (sample * 255 + max / 2) / max;
    }

    Raster raster() {
        return Raster.of(width, height, argb);
    }
}
