package org.layerloom.codec.psd;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.layerloom.codec.Trimmed;
import org.layerloom.document.BlendMode;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.words.Words;

/// A layer record as it is written: a layer with its channels, or one of the two ends of a group without pixels.
///
/// @param channels in the order in which the file has them
record LayerRecord(LayerProps props, Rect place, List<Channel> channels, Section section) {
    /// @param id 0, 1, 2 red, green, blue; -1 alpha; -2 the mask
    /// @param plane empty where there are no pixels
    record Channel(int id, Optional<PackedPlane> plane) {
        /// Length in the file, that of the compression's number included.
        int size() {
            return Short.BYTES + plane.map(PackedPlane::size).orElse(0);
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

    private static final Words WORDS = Words.of(LayerRecord.class);

    private static final int KEEPS_ALPHA = 1;
    private static final int HIDDEN = 2;
    /// Set by every program since Photoshop 5: the next flag means something.
    private static final int HAS_IRRELEVANT = 8;

    private static final int IRRELEVANT = 16;
    private static final int RLE = 1;
    private static final int MASK = -2;
    /// Alpha first, as Photoshop orders them: the channel's id and its place among the planes of a picture.
    private static final int[][] CHANNELS = {{-1, 3}, {0, 0}, {1, 1}, {2, 2}};

    static LayerRecord of(RasterLayer layer) throws IOException {
        Trimmed trimmed = Trimmed.of(layer);
        require(layer.props(), "layer.large", trimmed.place());
        return of(layer.props(), trimmed.place(), trimmed.raster(), Section.LAYER);
    }

    static LayerRecord head(GroupLayer group) throws IOException {
        Section section = group.open() ? Section.OPEN_GROUP : Section.CLOSED_GROUP;
        return of(group.props(), Rect.EMPTY, Raster.empty(), section);
    }

    static LayerRecord divider(LayerProps props) throws IOException {
        return of(props, Rect.EMPTY, Raster.empty(), Section.DIVIDER);
    }

    private static LayerRecord of(LayerProps props, Rect place, Raster raster, Section section) throws IOException {
        List<PackedPlane> planes = raster.isEmpty() ? List.of() : PackedPlane.of(raster, IntUnaryOperator.identity());
        List<Channel> channels = new ArrayList<>();
        for (int[] channel : CHANNELS) {
            channels.add(
                    new Channel(channel[0], planes.isEmpty() ? Optional.empty() : Optional.of(planes.get(channel[1]))));
        }
        if (props.mask().isPresent()) {
            Mask mask = props.mask().get();
            require(props, "mask.large", mask.bounds());
            channels.add(new Channel(
                    MASK, mask.raster().isEmpty() ? Optional.empty() : Optional.of(PackedPlane.alpha(mask.raster()))));
        }
        return new LayerRecord(props, place, channels, section);
    }

    private static void require(LayerProps layer, String sentence, Rect place) throws IOException {
        int side = Math.max(place.width(), place.height());
        if (side > PsdWriter.MAX_SIDE) {
            throw new IOException(WORDS.text(sentence, layer.name(), side, PsdWriter.MAX_SIDE));
        }
    }

    void write(PsdOutput out) throws IOException {
        place(place, out);
        out.int16(channels.size());
        for (Channel channel : channels) {
            out.int16(channel.id());
            out.int32(channel.size());
        }
        out.key("8BIM");
        // The mode of a group that passes through stands in its section block alone.
        out.key(PsdMode.key(passesThrough() ? BlendMode.NORMAL : props.blendMode()));
        out.int8(props.opacity());
        out.int8(props.blending().clip() ? 1 : 0);
        out.int8(flags());
        out.int8(0);
        out.sized(extra(), 1);
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

    private PsdOutput extra() throws IOException {
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

    long dataBytes() {
        return channels.stream().mapToLong(Channel::size).sum();
    }

    void writeData(DataOutputStream out) throws IOException {
        for (Channel channel : channels) {
            out.writeShort(channel.plane().isPresent() ? RLE : 0);
            if (channel.plane().isPresent()) {
                out.write(channel.plane().get().counts());
                out.write(channel.plane().get().rows());
            }
        }
    }

    /// The records of a tree, bottom first.
    static void addAll(List<Layer> layers, DividerIds ids, List<LayerRecord> into) throws IOException {
        for (Layer layer : layers) {
            switch (layer) {
                case RasterLayer pixels -> into.add(of(pixels));
                case GroupLayer group -> {
                    into.add(divider(LayerProps.named(ids.next(), "</Layer group>")));
                    addAll(group.children(), ids, into);
                    into.add(head(group));
                }
            }
        }
    }
}
