package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Blending;
import org.layerloom.document.Foreign;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Rect;
import org.layerloom.words.Words;

/// A layer record as it stands in a file.
///
/// @param id the layer's own number; 0 where it has none
/// @param props all but id, mask and recipe
/// @param mask of the record; its pixels are one of the channels
/// @param section number of the `lsct` block: 0 a layer, 1 and 2 an open and a closed group's head, 3 a group's
///     lower end
/// @param notes what the record holds and a document does not
record ReadRecord(
        int id,
        Rect place,
        List<Channel> channels,
        LayerProps props,
        Optional<MaskData> mask,
        int section,
        List<String> notes) {
    private static final Words WORDS = Words.of(ReadRecord.class);

    /// @param id 0, 1, 2 red, green, blue; -1 alpha; others are masks
    /// @param length of the data in bytes, the two of its compression included
    record Channel(int id, long length) {}

    private static final int KEEPS_ALPHA = 1;
    private static final int HIDDEN = 2;
    private static final int MAX_CHANNELS = 56;
    /// Further from the canvas than this nothing is.
    private static final int FARTHEST = 1 << 24;

    static ReadRecord read(PsdInput in) throws IOException {
        Rect place = place(in);
        int count = in.int16();
        if (count < 0 || count > MAX_CHANNELS) {
            throw new IOException(WORDS.text("layer.channels", count));
        }
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            channels.add(new Channel(in.int16(), in.length()));
        }
        if (!in.key().equals("8BIM")) {
            throw new IOException(WORDS.text("layer.signature"));
        }
        String key = in.key();
        int opacity = in.int8();
        boolean clip = in.int8() != 0;
        int flags = in.int8();
        in.skip(1);
        ExtraData extra = ExtraData.read(new PsdInput(in.bytes(in.length())), key);
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
        return new ReadRecord(extra.id(), place, channels, props, extra.mask(), extra.section(), extra.notes());
    }

    static Rect place(PsdInput in) throws IOException {
        int top = in.int32();
        int left = in.int32();
        int bottom = in.int32();
        int right = in.int32();
        long width = (long) right - left;
        long height = (long) bottom - top;
        if (width < 0
                || height < 0
                || width > PsdWriter.MAX_SIDE
                || height > PsdWriter.MAX_SIDE
                || Math.abs((long) left) > FARTHEST
                || Math.abs((long) top) > FARTHEST) {
            throw new IOException(WORDS.text("layer.place", width, height, left, top));
        }
        return width == 0 || height == 0 ? Rect.EMPTY : new Rect(left, top, (int) width, (int) height);
    }
}
