package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.Foreign;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Text;
import org.layerloom.words.Words;

/// A layer record as it stands in a file.
///
/// @param id the layer's own number; 0 where it has none
/// @param props all but id, mask, recipe and what is kept
/// @param mask of the record; its pixels are one of the channels
/// @param section number of the `lsct` block: 0 a layer, 1 and 2 an open and a closed group's head, 3 a group's
///     lower end
/// @param solid opaque ARGB, where the whole page is filled with it and the record has no pixels
/// @param text what the pixels show, where it is a text that can be edited here
/// @param kept blocks for the next file
/// @param notes what the record holds and a document does not
record ReadRecord(
        int id,
        Rect place,
        List<Channel> channels,
        LayerProps props,
        Optional<MaskData> mask,
        int section,
        OptionalInt solid,
        Optional<Text> text,
        List<KeptBlocks.OfLayer> kept,
        List<String> notes) {
    private static final Words WORDS = Words.of(ReadRecord.class);

    /// @param id 0 and on the colours; -1 alpha, -2 the mask, -3 the mask without the path that -2 shows too
    /// @param length of the data in bytes, the two of its compression included
    record Channel(int id, long length) {}

    static final int ALPHA = -1;
    private static final int KEEPS_ALPHA = 1;
    private static final int HIDDEN = 2;
    private static final int MAX_CHANNELS = 56;
    /// Photoshop writes it for what has no pixels.
    private static final int MIN_SIDE = -1;

    /// Further from the canvas than this nothing is.
    static final int FARTHEST = 1 << 24;

    static ReadRecord read(PsdInput in, PsdVersion version, KeptBlocks kept) throws IOException {
        Rect place = place(in);
        List<Channel> channels = channels(in, version);
        if (!in.key().equals("8BIM")) {
            throw new IOException(WORDS.text("layer.signature"));
        }
        String key = in.key();
        int opacity = in.int8();
        boolean clip = in.int8() != 0;
        int flags = in.int8();
        in.skip(1);
        ExtraData extra = ExtraData.read(in.bytes(in.length()), key, version, kept);
        LayerProps props = new LayerProps(
                new LayerId(1),
                extra.name(),
                place.x(),
                place.y(),
                new Blending(extra.mode(), opacity, extra.fill(), clip, extra.clippedAsGroup()),
                (flags & HIDDEN) == 0,
                (flags & KEEPS_ALPHA) == 0 ? extra.locks() : extra.locks().withTransparency(true),
                extra.tag(),
                Optional.empty(),
                Optional.empty(),
                Foreign.NOTHING);
        boolean masked = channels.stream()
                .anyMatch(channel -> extra.mask()
                        .filter(mask -> mask.channel() == channel.id())
                        .isPresent());
        return new ReadRecord(
                extra.id(),
                place,
                channels,
                props,
                extra.mask(),
                extra.section(),
                place.isEmpty() ? extra.solid() : OptionalInt.empty(),
                place.isEmpty() ? Optional.empty() : extra.text(),
                extra.kept(),
                extra.notes(!place.isEmpty(), masked));
    }

    private static List<Channel> channels(PsdInput in, PsdVersion version) throws IOException {
        int count = in.int16();
        if (count < 0 || count > MAX_CHANNELS) {
            throw new IOException(WORDS.text("layer.channels", count));
        }
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            channels.add(new Channel(in.int16(), in.length(version)));
        }
        return channels;
    }

    static Rect place(PsdInput in) throws IOException {
        int top = in.int32();
        int left = in.int32();
        int bottom = in.int32();
        int right = in.int32();
        long width = (long) right - left;
        long height = (long) bottom - top;
        if (width < MIN_SIDE
                || height < MIN_SIDE
                || width > Document.MAX_SIDE
                || height > Document.MAX_SIDE
                || Math.abs((long) left) > FARTHEST
                || Math.abs((long) top) > FARTHEST) {
            throw new IOException(WORDS.text("layer.place", width, height, left, top));
        }
        if (width * height > Document.MAX_PIXELS) {
            throw new IOException(WORDS.text("layer.large", width, height, Document.MAX_PIXELS / 1_000_000));
        }
        return width <= 0 || height <= 0 ? Rect.EMPTY : new Rect(left, top, (int) width, (int) height);
    }

    /// Memory that its pixels and its mask's take at most, in whole tiles.
    long bytes() {
        return bytes(place) + mask.map(data -> bytes(data.place())).orElse(0L);
    }

    private static long bytes(Rect place) {
        return place.isEmpty() ? 0 : place.snapOutward(Raster.TILE).area() * Integer.BYTES;
    }
}
