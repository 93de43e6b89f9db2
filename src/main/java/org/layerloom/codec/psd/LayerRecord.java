package org.layerloom.codec.psd;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Foreign;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// A layer record as it is written: a layer with its channels, or one of the two ends of a group without pixels.
///
/// @param channels in the order in which the file has them
/// @param more blocks after those of every layer: its text, and what other programs left
record LayerRecord(LayerProps props, Rect place, List<Channel> channels, Section section, List<Foreign.Block> more) {
    /// @param id 0, 1, 2 red, green, blue; -1 alpha; -2 the mask
    /// @param plane empty where there are no pixels
    record Channel(int id, Optional<PackedPlane> plane) {
        /// Length in the file, that of the compression's number included.
        long size(PsdVersion version) {
            return Short.BYTES + plane.map(packed -> packed.size(version)).orElse(0L);
        }
    }

    /// What a record is in the tree, by the number of the `lsct` block.
    enum Section {
        LAYER,
        OPEN_GROUP,
        CLOSED_GROUP,
        /// The lower end of a group; records run bottom to top.
        DIVIDER
    }

    private static final int KEEPS_ALPHA = 1;
    private static final int HIDDEN = 2;
    /// Set by every program since Photoshop 5: the next flag means something.
    private static final int HAS_IRRELEVANT = 8;

    private static final int IRRELEVANT = 16;
    private static final int RLE = 1;
    private static final int MASK = -2;
    /// Alpha first, as Photoshop orders them: the channel's id and its place among the planes of a picture.
    private static final int[][] CHANNELS = {{-1, 3}, {0, 0}, {1, 1}, {2, 2}};

    /// Packs the pixels of a record, those that show.
    ///
    /// @param more blocks after those of every layer
    static LayerRecord of(RecordSource source, List<Foreign.Block> more, PackingProgress progress) {
        LayerProps props = source.props();
        Raster raster = source.pixels().map(RasterLayer::raster).orElse(Raster.empty());
        Rect visible = raster.alphaBounds();
        List<PackedPlane> planes =
                visible.isEmpty() ? List.of() : PackedPlane.of(raster, visible, PackedPlane.Edit.NONE, progress);
        List<Channel> channels = new ArrayList<>();
        for (int[] channel : CHANNELS) {
            channels.add(
                    new Channel(channel[0], planes.isEmpty() ? Optional.empty() : Optional.of(planes.get(channel[1]))));
        }
        props.mask().ifPresent(mask -> channels.add(new Channel(MASK, plane(mask.raster(), progress))));
        Rect place = visible.isEmpty() ? Rect.EMPTY : visible.translate(props.x(), props.y());
        return new LayerRecord(props, place, channels, source.section(), more);
    }

    private static Optional<PackedPlane> plane(Raster mask, PackingProgress progress) {
        return mask.isEmpty() ? Optional.empty() : Optional.of(PackedPlane.alpha(mask, progress));
    }

    /// Longest side of the pixels and the mask.
    int longestSide() {
        Rect mask = props.mask().map(Mask::bounds).orElse(Rect.EMPTY);
        return IntStream.of(place.width(), place.height(), mask.width(), mask.height())
                .max()
                .getAsInt();
    }

    void write(PsdVersion version, PsdOutput out) throws IOException {
        place(place, out);
        out.int16(channels.size());
        for (Channel channel : channels) {
            out.int16(channel.id());
            out.length(channel.size(version), version);
        }
        out.key("8BIM");
        // The mode of a group that passes through stands in its section block alone.
        out.key(PsdMode.key(passesThrough() ? BlendMode.NORMAL : props.blendMode()));
        out.int8(props.opacity());
        out.int8(props.blending().clip() ? 1 : 0);
        out.int8(flags());
        out.int8(0);
        out.sized(extra(version), 1);
    }

    static void place(Rect place, PsdOutput out) throws IOException {
        out.int32(place.y());
        out.int32(place.x());
        out.int32(place.bottom());
        out.int32(place.right());
    }

    private int flags() {
        return HAS_IRRELEVANT
                | (props.locks().transparency() ? KEEPS_ALPHA : 0)
                | (props.visible() ? 0 : HIDDEN)
                | (section == Section.LAYER ? 0 : IRRELEVANT);
    }

    private boolean passesThrough() {
        return props.blendMode() == BlendMode.PASS_THROUGH;
    }

    private PsdOutput extra(PsdVersion version) throws IOException {
        PsdOutput extra = new PsdOutput();
        if (props.mask().isPresent()) {
            MaskData.write(props.mask().get(), extra);
        } else {
            extra.int32(0);
        }
        extra.int32(40);
        for (int i = 0; i < 10; i++) {
            extra.int32(0x0000FFFF); // blended over the whole range of tones
        }
        extra.pascal(props.name(), 4);
        PsdOutput name = new PsdOutput();
        name.unicode(props.name());
        extra.block("luni", name);
        number("lyid", props.id().value(), extra);
        if (section != Section.LAYER) {
            section(extra);
        }
        if (section != Section.DIVIDER) {
            tagged(extra);
        }
        for (Foreign.Block block : more) {
            extra.block(ForeignBlocks.key(block), block.data(), version);
        }
        return extra;
    }

    private void section(PsdOutput extra) throws IOException {
        PsdOutput type = new PsdOutput();
        type.int32(section.ordinal());
        if (section != Section.DIVIDER) {
            type.key("8BIM");
            type.key(PsdMode.key(props.blendMode()));
        }
        extra.block("lsct", type);
    }

    /// Blocks of one number: the usual values of fill and clipping need none.
    private void tagged(PsdOutput extra) throws IOException {
        if (props.blending().fill() != 255) {
            number("iOpa", props.blending().fill() << 24, extra);
        }
        if (!props.blending().clippedAsGroup()) {
            number("clbl", 0, extra);
        }
        number("lspf", PsdLocks.bits(props.locks()), extra);
        PsdOutput colour = new PsdOutput();
        colour.int16(PsdTag.number(props.tag()));
        colour.raw(new byte[6]);
        extra.block("lclr", colour);
    }

    private static void number(String key, int value, PsdOutput extra) throws IOException {
        PsdOutput data = new PsdOutput();
        data.int32(value);
        extra.block(key, data);
    }

    long dataBytes(PsdVersion version) {
        return channels.stream().mapToLong(channel -> channel.size(version)).sum();
    }

    void writeData(PsdVersion version, PackingProgress progress, DataOutputStream out) throws IOException {
        for (Channel channel : channels) {
            out.writeShort(channel.plane().isPresent() ? RLE : 0);
            if (channel.plane().isPresent()) {
                channel.plane().get().writeCounts(version, out);
                channel.plane().get().writeRows(progress, out);
            }
        }
    }
}
