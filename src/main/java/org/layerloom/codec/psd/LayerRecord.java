package org.layerloom.codec.psd;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.layerloom.codec.Trimmed;
import org.layerloom.document.BlendMode;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// A layer record as it is written: a layer with its four channels, or one of the two ends of a group without
/// pixels.
///
/// @param planes red, green, blue and alpha; empty where there are no pixels
record LayerRecord(LayerProps props, Rect place, List<PackedPlane> planes, Section section) {
    /// What a record is in the tree, by the number of the `lsct` block.
    enum Section {
        LAYER,
        OPEN_GROUP,
        CLOSED_GROUP,
        /// The lower end of a group; records run bottom to top.
        DIVIDER
    }

    private static final int HIDDEN = 2;
    /// Set by every program since Photoshop 5: the next flag means something.
    private static final int HAS_IRRELEVANT = 8;

    private static final int IRRELEVANT = 16;
    private static final int RLE = 1;
    /// Alpha first, as Photoshop orders them: the channel's id and its place in `planes`.
    private static final int[][] CHANNELS = {{-1, 3}, {0, 0}, {1, 1}, {2, 2}};

    static LayerRecord of(RasterLayer layer) throws IOException {
        Trimmed trimmed = Trimmed.of(layer);
        int side = Math.max(trimmed.place().width(), trimmed.place().height());
        if (side > PsdWriter.MAX_SIDE) {
            throw new IOException("the layer " + layer.name() + " has a side of " + side
                    + " px: a PSD file holds at most " + PsdWriter.MAX_SIDE);
        }
        List<PackedPlane> planes =
                trimmed.raster().isEmpty() ? List.of() : PackedPlane.of(trimmed.raster(), IntUnaryOperator.identity());
        return new LayerRecord(layer.props(), trimmed.place(), planes, Section.LAYER);
    }

    static LayerRecord head(GroupLayer group) {
        Section section = group.open() ? Section.OPEN_GROUP : Section.CLOSED_GROUP;
        return new LayerRecord(group.props(), Rect.EMPTY, List.of(), section);
    }

    static LayerRecord divider(LayerProps props) {
        return new LayerRecord(props, Rect.EMPTY, List.of(), Section.DIVIDER);
    }

    void write(PsdOutput out) throws IOException {
        out.int32(place.y());
        out.int32(place.x());
        out.int32(place.bottom());
        out.int32(place.right());
        out.int16(CHANNELS.length);
        for (int[] channel : CHANNELS) {
            out.int16(channel[0]);
            out.int32(
                    Short.BYTES + (planes.isEmpty() ? 0 : planes.get(channel[1]).size()));
        }
        out.key("8BIM");
        // The mode of a group that passes through stands in its section block alone.
        out.key(PsdMode.key(passesThrough() ? BlendMode.NORMAL : props.blendMode()));
        out.int8(props.opacity());
        out.int8(0);
        out.int8(flags());
        out.int8(0);
        out.sized(extra(), 1);
    }

    private int flags() {
        return HAS_IRRELEVANT | (props.visible() ? 0 : HIDDEN) | (section == Section.LAYER ? 0 : IRRELEVANT);
    }

    private boolean passesThrough() {
        return props.blendMode() == BlendMode.PASS_THROUGH;
    }

    private PsdOutput extra() throws IOException {
        PsdOutput extra = new PsdOutput();
        extra.int32(0); // no mask
        extra.int32(40);
        for (int i = 0; i < 10; i++) {
            extra.int32(0x0000FFFF); // blended over the whole range of tones
        }
        extra.pascal(props.name(), 4);
        PsdOutput name = new PsdOutput();
        name.unicode(props.name());
        extra.block("luni", name);
        PsdOutput id = new PsdOutput();
        id.int32(props.id().value());
        extra.block("lyid", id);
        if (section != Section.LAYER) {
            PsdOutput type = new PsdOutput();
            type.int32(section.ordinal());
            if (section != Section.DIVIDER) {
                type.key("8BIM");
                type.key(PsdMode.key(props.blendMode()));
            }
            extra.block("lsct", type);
        }
        return extra;
    }

    long dataBytes() {
        return (long) CHANNELS.length * Short.BYTES
                + planes.stream().mapToLong(PackedPlane::size).sum();
    }

    void writeData(DataOutputStream out) throws IOException {
        for (int[] channel : CHANNELS) {
            out.writeShort(planes.isEmpty() ? 0 : RLE);
            if (!planes.isEmpty()) {
                out.write(planes.get(channel[1]).counts());
                out.write(planes.get(channel[1]).rows());
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
