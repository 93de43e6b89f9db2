package org.layerloom.codec.psd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;

/// Reads the flattened picture at the end of a file.
final class FlatPicture {
    private static final Words WORDS = Words.of(FlatPicture.class);

    private final PsdInput in;
    private final PsdHeader header;
    private final PlaneFormat format;

    FlatPicture(PsdInput in, PsdHeader header) {
        this.in = in;
        this.header = header;
        this.format = header.plane(header.width(), header.height());
    }

    /// Passes over it, which tells a file that was cut.
    void skip() throws IOException {
        switch (in.int16()) {
            case 0 -> in.skip(format.bytes() * header.channels());
            case 1 -> {
                byte[] counts = counts();
                in.skip(RleRows.total(counts, 0, header.height() * header.channels(), format));
            }
            default -> {} // packed as a whole: its length is stated nowhere
        }
    }

    /// The picture of a file without layers.
    ///
    /// @param alpha which channel is its transparency; -1 = none
    Raster read(Colours colours, int alpha) throws IOException {
        int planes = colours.mode().planes();
        if (header.channels() < planes) {
            throw new IOException(WORDS.text("channels", header.channels()));
        }
        List<ChannelRows> rows = rows(Math.max(planes, alpha + 1));
        List<Samples> samples = new ArrayList<>();
        for (int c = 0; c < planes; c++) {
            samples.add(new Samples(rows.get(c), format, true));
        }
        if (alpha >= planes) {
            samples.add(new Samples(rows.get(alpha), format, false));
        }
        Raster matted = colours.raster(format.width(), format.height(), samples);
        return alpha < planes ? matted : mapped(matted, MergedPicture::fromWhite);
    }

    private static Raster mapped(Raster raster, IntUnaryOperator pixel) {
        int[] y = {0};
        return Raster.ofRows(raster.width(), raster.height(), argb -> {
            raster.copyRow(0, y[0]++, argb.length, argb, 0);
            for (int x = 0; x < argb.length; x++) {
                argb[x] = pixel.applyAsInt(argb[x]);
            }
        });
    }

    /// @param count how many channels are needed
    private List<ChannelRows> rows(int count) throws IOException {
        int compression = in.int16();
        return switch (compression) {
            case 0 -> raw(count);
            case 1 -> packed(count);
            case 2 -> together(new ZipRows(in.rest(), 0), count);
            case 3 -> together(new DeltaRows(new ZipRows(in.rest(), 0), format), count);
            default -> throw new IOException(WORDS.text("merged.compression", compression));
        };
    }

    private List<ChannelRows> raw(int count) throws IOException {
        List<ChannelRows> rows = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            rows.add(new RawRows(in.bytes(format.bytes()), 0));
        }
        return rows;
    }

    private List<ChannelRows> packed(int count) throws IOException {
        byte[] counts = counts();
        List<ChannelRows> rows = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            int first = c * format.height();
            byte[] packed = in.bytes(RleRows.total(counts, first, first + format.height(), format));
            rows.add(new RleRows(counts, first * format.countBytes(), packed, 0, format));
        }
        return rows;
    }

    private byte[] counts() throws IOException {
        return in.bytes((long) format.countBytes() * format.height() * header.channels());
    }

    /// Unpacks channels that lie behind one another in one stream.
    private List<ChannelRows> together(ChannelRows stream, int count) throws IOException {
        try (stream) {
            List<ChannelRows> rows = new ArrayList<>();
            for (int c = 0; c < count; c++) {
                ByteArrayOutputStream plane = new ByteArrayOutputStream();
                byte[] row = new byte[format.rowBytes()];
                for (int y = 0; y < format.height(); y++) {
                    stream.next(row);
                    plane.write(row);
                }
                rows.add(new RawRows(plane.toByteArray(), 0));
            }
            return rows;
        }
    }
}
