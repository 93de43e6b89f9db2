package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Rect;

/// A layer record as it stands in a file.
///
/// @param id the layer's own number; 0 where it has none
/// @param key the blend mode's
/// @param section number of the `lsct` block: 0 a layer, 1 and 2 an open and a closed group's head, 3 a group's
///     lower end
/// @param notes what the record holds and a document does not
record ReadRecord(
        int id,
        String name,
        Rect place,
        List<Channel> channels,
        String key,
        int opacity,
        boolean visible,
        int section,
        List<String> notes) {
    /// @param id 0, 1, 2 red, green, blue; -1 alpha; others are masks
    /// @param length of the data in bytes, the two of its compression included
    record Channel(int id, long length) {}

    private static final int HIDDEN = 2;
    private static final int MAX_CHANNELS = 56;
    /// Further from the canvas than this nothing is.
    private static final int FARTHEST = 1 << 24;

    BlendMode mode() {
        return PsdMode.mode(key).orElse(BlendMode.NORMAL);
    }

    static ReadRecord read(PsdInput in) throws IOException {
        Rect place = place(in);
        int count = in.int16();
        if (count < 0 || count > MAX_CHANNELS) {
            throw new IOException("the PSD file is damaged: a layer has " + count + " channels");
        }
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            channels.add(new Channel(in.int16(), in.length()));
        }
        if (!in.key().equals("8BIM")) {
            throw new IOException("the PSD file is damaged: a layer record has a wrong signature");
        }
        Extra extra = new Extra();
        extra.key = in.key();
        int opacity = in.int8();
        boolean clipped = in.int8() != 0;
        boolean visible = (in.int8() & HIDDEN) == 0;
        in.skip(1);
        extra.read(new PsdInput(in.bytes(in.length())));
        if (clipped && extra.section == 0) {
            extra.leaveOut("the clipping to the layer below");
        }
        return new ReadRecord(
                extra.id, extra.name, place, channels, extra.key, opacity, visible, extra.section, extra.notes());
    }

    private static Rect place(PsdInput in) throws IOException {
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
            throw new IOException("the PSD file is damaged: a layer of " + width + " x " + height + " px lies at "
                    + left + ", " + top);
        }
        return width == 0 || height == 0 ? Rect.EMPTY : new Rect(left, top, (int) width, (int) height);
    }

    /// The part of a record whose length is stated: masks, the name, and tagged blocks.
    private static final class Extra {
        private final List<String> leftOut = new ArrayList<>();
        private String name;
        private String key;
        private int section;
        private int id;

        void leaveOut(String what) {
            if (!leftOut.contains(what)) {
                leftOut.add(what);
            }
        }

        List<String> notes() {
            if (PsdMode.mode(key).isEmpty()) {
                leaveOut("the unknown blend mode");
            }
            return leftOut.stream()
                    .map(what -> "layer \"" + name + "\": " + what + " was left out")
                    .toList();
        }

        void read(PsdInput in) throws IOException {
            long mask = in.length();
            if (mask > 0) {
                leaveOut("the mask");
            }
            in.skip(mask);
            in.skip(in.length()); // blending ranges
            name = in.pascal(4);
            while (in.hasMore()) {
                block(in);
            }
        }

        private void block(PsdInput in) throws IOException {
            String signature = in.key();
            if (!signature.equals("8BIM") && !signature.equals("8B64")) {
                throw new IOException(
                        "the PSD file is damaged: a block of layer \"" + name + "\" has a wrong signature");
            }
            String blockKey = in.key();
            PsdInput data = new PsdInput(in.bytes(in.length()));
            switch (blockKey) {
                case "luni" -> name = withoutEnd(data.unicode());
                case "lyid" -> id = data.int32();
                case "lsct", "lsdk" -> section(data);
                case "iOpa" -> {
                    if (data.int8() != 255) {
                        leaveOut("the fill opacity");
                    }
                }
                case "lfx2", "lrFX", "lmfx" -> leaveOut("the effects");
                case "vmsk", "vsms" -> leaveOut("the vector mask");
                default -> {}
            }
        }

        /// Photoshop is said to end names with a NUL that it counts.
        private static String withoutEnd(String text) {
            return text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
        }

        private void section(PsdInput data) throws IOException {
            section = data.int32();
            if (section != 0 && data.hasMore()) {
                data.skip(4);
                key = data.key();
            }
        }
    }
}
