package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;

/// A layer whose channels are still packed.
///
/// @param channels those that are needed, by their ids
record PackedLayer(ReadRecord record, Map<Integer, byte[]> channels) {
    /// A layer whose channels are pixels.
    ///
    /// @param mask with its pixels
    record Unpacked(ReadRecord record, Raster raster, Optional<Mask> mask) {}

    /// Reads the channels of a record, passing over those that are not needed.
    static PackedLayer read(ReadRecord record, PsdInput in, ColourMode mode) throws IOException {
        Map<Integer, byte[]> channels = new HashMap<>();
        for (ReadRecord.Channel channel : record.channels()) {
            boolean drawn = channel.id() >= ReadRecord.ALPHA && channel.id() < mode.planes();
            boolean mask = record.mask()
                    .filter(data ->
                            data.channel() == channel.id() && !data.place().isEmpty())
                    .isPresent();
            if (drawn && !record.place().isEmpty() || mask) {
                channels.put(channel.id(), in.bytes(channel.length()));
            } else {
                in.skip(channel.length());
            }
        }
        return new PackedLayer(record, channels);
    }

    Unpacked unpack(PsdHeader header, Colours colours) throws IOException {
        return new Unpacked(record, raster(header, colours), mask(header));
    }

    private Raster raster(PsdHeader header, Colours colours) throws IOException {
        Rect place = record.place();
        int planes = colours.mode().planes();
        if (channels.keySet().stream().noneMatch(id -> id >= ReadRecord.ALPHA)) {
            return Raster.empty();
        }
        PlaneFormat format = header.plane(place.width(), place.height());
        List<Samples> samples = new ArrayList<>();
        for (int id = 0; id < planes; id++) {
            samples.add(new Samples(rows(id, format), format, true));
        }
        if (channels.containsKey(ReadRecord.ALPHA)) {
            samples.add(new Samples(rows(ReadRecord.ALPHA, format), format, false));
        }
        return colours.raster(place.width(), place.height(), samples);
    }

    /// The rows of a channel; zeros where there is none.
    private ChannelRows rows(int id, PlaneFormat format) throws IOException {
        byte[] data = channels.get(id);
        return data == null ? row -> Arrays.fill(row, (byte) 0) : ChannelRows.of(data, format);
    }

    private Optional<Mask> mask(PsdHeader header) throws IOException {
        if (record.mask().isEmpty()) {
            return Optional.empty();
        }
        MaskData mask = record.mask().get();
        if (!channels.containsKey(mask.channel())) {
            return Optional.of(mask.mask(Raster.empty()));
        }
        PlaneFormat format = header.plane(mask.place().width(), mask.place().height());
        try (Samples samples = new Samples(rows(mask.channel(), format), format, false)) {
            return Optional.of(mask.mask(Raster.ofRows(format.width(), format.height(), argb -> {
                byte[] shown = samples.next();
                for (int x = 0; x < argb.length; x++) {
                    argb[x] = shown[x] << 24;
                }
            })));
        }
    }
}
