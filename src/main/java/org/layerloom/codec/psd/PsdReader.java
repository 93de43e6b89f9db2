package org.layerloom.codec.psd;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.layerloom.codec.Opened;
import org.layerloom.document.Document;
import org.layerloom.document.Guide;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.words.Words;

/// Reads Photoshop files in RGB of 8 bits: layers with names, places, opacity, blend modes, fill, masks, clipping,
/// locks, colours, groups and pixels, and guides; a file without layers becomes one of its picture. Effects are left
/// out, text and embedded pictures become pixels, and it is said. Every size is checked against the bytes that are
/// there.
public final class PsdReader {
    private static final Words WORDS = Words.of(PsdReader.class);
    private static final int XMP = 1060;
    /// Channel of a layer's mask.
    private static final int MASK = -2;

    /// Bytes of a resource without data: signature, id, an empty name, length.
    private static final int MIN_RESOURCE = 12;

    private static final long MAX_SECTION = Integer.MAX_VALUE;
    /// Most pixels that the layers of a file may have together.
    private static final long MAX_PIXELS = 1L << 28;

    private final PsdInput in;
    private int width;
    private int height;
    private int channels;
    private XmpOrigins origins = XmpOrigins.NONE;
    private List<Guide> guides = List.of();

    private PsdReader(PsdInput in) {
        this.in = in;
    }

    /// Reads a whole file; the stream stays open.
    ///
    /// @throws IOException in one sentence, when the file is damaged, of another kind, or no PSD
    public static Opened read(InputStream in) throws IOException {
        return new PsdReader(new PsdInput(in)).read();
    }

    private Opened read() throws IOException {
        header();
        in.skip(in.length()); // palette
        resources();
        long section = in.length();
        if (section > MAX_SECTION) {
            throw new IOException(WORDS.text("layers.long", section));
        }
        long end = in.position() + section;
        LayerTree tree = new LayerTree(origins);
        if (section > 0 && in.length() > 0) {
            layers(tree);
        }
        Document document = Document.blank(width, height)
                .withPrompt(origins.prompt())
                .withGuides(guides)
                .withLayers(tree.layers());
        if (!document.layers().isEmpty()) {
            skipMerged(end, tree);
            return new Opened(document, tree.notes());
        }
        in.skip(Math.max(0, end - in.position()));
        LayerProps props = LayerProps.named(new LayerId(1), "Background");
        return new Opened(document.add(new PixelLayer(props, merged())), tree.notes());
    }

    private void header() throws IOException {
        if (!in.key().equals("8BPS")) {
            throw new IOException(WORDS.text("no.psd"));
        }
        int version = in.int16();
        if (version != 1) {
            throw new IOException(version == 2 ? WORDS.text("psb") : WORDS.text("version", version));
        }
        in.skip(6);
        channels = in.int16();
        height = in.int32();
        width = in.int32();
        int depth = in.int16();
        int mode = in.int16();
        if (width < 1 || height < 1 || width > Document.MAX_SIDE || height > Document.MAX_SIDE) {
            throw new IOException(WORDS.text(
                    "side", Integer.toUnsignedString(width), Integer.toUnsignedString(height), Document.MAX_SIDE));
        }
        if (depth != 8 || mode != 3) {
            throw new IOException(WORDS.text("mode", modeName(mode), depth));
        }
        if (channels < 3 || channels > 56) {
            throw new IOException(WORDS.text("channels", channels));
        }
    }

    private static String modeName(int mode) {
        return switch (mode) {
            case 0 -> WORDS.text("mode.bitmap");
            case 1 -> WORDS.text("mode.grey");
            case 2 -> WORDS.text("mode.indexed");
            case 3 -> "RGB";
            case 4 -> "CMYK";
            case 7 -> WORDS.text("mode.multichannel");
            case 8 -> WORDS.text("mode.duotone");
            case 9 -> "Lab";
            default -> WORDS.text("mode.other", mode);
        };
    }

    /// Goes through the image resources for the guides and the XMP packet; all others are passed over.
    private void resources() throws IOException {
        long end = in.length();
        end += in.position();
        while (end - in.position() >= MIN_RESOURCE && in.key().equals("8BIM")) {
            int id = in.int16();
            in.pascal(2);
            long length = in.length();
            if (id == XMP && length <= end - in.position()) {
                origins = XmpOrigins.read(in.bytes(length));
            } else if (id == Guides.ID && length <= end - in.position()) {
                guides = Guides.read(in.bytes(length));
            } else {
                in.skip(Math.min(length, Math.max(0, end - in.position())));
            }
            in.skip(Math.min(length % 2, Math.max(0, end - in.position())));
        }
        in.skip(Math.max(0, end - in.position()));
    }

    private void layers(LayerTree tree) throws IOException {
        int count = Math.abs(in.int16());
        List<ReadRecord> records = new ArrayList<>();
        long pixels = 0;
        for (int i = 0; i < count; i++) {
            ReadRecord record = ReadRecord.read(in);
            pixels += record.place().area()
                    + record.mask().map(mask -> mask.place().area()).orElse(0L);
            if (pixels > MAX_PIXELS) {
                throw new IOException(WORDS.text("pixels.many", MAX_PIXELS));
            }
            records.add(record);
        }
        for (ReadRecord record : records) {
            read(record, tree);
        }
    }

    private void read(ReadRecord record, LayerTree tree) throws IOException {
        int columns = record.place().width();
        int rows = record.place().height();
        int[] argb = null;
        boolean alpha = false;
        byte[] maskPlane = new byte[0];
        for (ReadRecord.Channel channel : record.channels()) {
            Rect maskPlace = record.mask().map(MaskData::place).orElse(Rect.EMPTY);
            if (channel.id() == MASK && !maskPlace.isEmpty()) {
                maskPlane = ChannelData.plane(in.bytes(channel.length()), maskPlace.width(), maskPlace.height());
                continue;
            }
            if (record.place().isEmpty() || channel.id() < -1 || channel.id() > 2) {
                in.skip(channel.length());
                continue;
            }
            byte[] plane = ChannelData.plane(in.bytes(channel.length()), columns, rows);
            argb = argb == null ? new int[columns * rows] : argb;
            alpha |= channel.id() == -1;
            merge(plane, channel.id() == -1 ? 24 : 16 - 8 * channel.id(), argb);
        }
        if (argb != null && !alpha) {
            opaque(argb);
        }
        byte[] plane = maskPlane;
        tree.add(
                record,
                argb == null ? Raster.empty() : Raster.of(columns, rows, argb),
                record.mask().map(mask -> mask.mask(plane)));
    }

    private static void merge(byte[] plane, int shift, int[] argb) {
        for (int i = 0; i < plane.length; i++) {
            argb[i] |= (plane[i] & 0xff) << shift;
        }
    }

    private static void opaque(int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            argb[i] |= 0xff000000;
        }
    }

    /// Looks whether the flattened picture is there, which tells a file that was cut.
    private void skipMerged(long from, LayerTree tree) {
        try {
            in.skip(Math.max(0, from - in.position()));
            boolean packed = in.int16() == 1;
            in.skip(packed ? ChannelData.total(in.bytes(2L * height * channels)) : (long) width * height * channels);
        } catch (IOException e) {
            tree.notes().add(WORDS.text("merged.short"));
        }
    }

    /// The flattened picture of a file without layers. Channels beyond the third are saved selections.
    private Raster merged() throws IOException {
        int compression = in.int16();
        byte[][] planes = switch (compression) {
            case 0 -> rawPlanes();
            case 1 -> packedPlanes();
            default -> throw new IOException(WORDS.text("merged.compression", compression));
        };
        int[] argb = new int[width * height];
        for (int c = 0; c < planes.length; c++) {
            merge(planes[c], 16 - 8 * c, argb);
        }
        opaque(argb);
        return Raster.of(width, height, argb);
    }

    private byte[][] rawPlanes() throws IOException {
        long size = (long) width * height;
        return new byte[][] {in.bytes(size), in.bytes(size), in.bytes(size)};
    }

    private byte[][] packedPlanes() throws IOException {
        byte[] all = in.bytes(2L * height * channels);
        byte[][] planes = new byte[3][];
        for (int c = 0; c < planes.length; c++) {
            byte[] counts = Arrays.copyOfRange(all, 2 * height * c, 2 * height * (c + 1));
            planes[c] = ChannelData.rle(counts, in.bytes(ChannelData.total(counts)), width, height);
        }
        return planes;
    }
}
