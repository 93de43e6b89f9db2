package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Locks;
import org.layerloom.words.Words;

/// The part of a layer record whose length is stated: the mask, the name, and tagged blocks.
final class ExtraData {
    private static final Words WORDS = Words.of(ExtraData.class);

    private final List<String> lost = new ArrayList<>();
    private String name = "";
    private String key;
    private Optional<MaskData> mask = Optional.empty();
    private int section;
    private int id;
    private int fill = 255;
    private boolean clippedAsGroup = true;
    private Locks locks = Locks.NONE;
    private int colour;

    private ExtraData(String key) {
        this.key = key;
    }

    /// @param key the record's blend mode; a group's own block may tell another
    static ExtraData read(PsdInput in, String key) throws IOException {
        ExtraData extra = new ExtraData(key);
        long maskBytes = in.length();
        if (maskBytes > 0) {
            extra.mask = Optional.of(MaskData.read(new PsdInput(in.bytes(maskBytes))));
        }
        in.skip(in.length()); // blending ranges
        extra.name = in.pascal(4);
        while (in.hasMore()) {
            extra.block(in);
        }
        if (extra.mask.filter(MaskData::feathered).isPresent()) {
            extra.lose("lost.edge");
        }
        if (PsdMode.mode(extra.key).isEmpty()) {
            extra.lose("lost.mode");
        }
        return extra;
    }

    private void lose(String what) {
        if (!lost.contains(what)) {
            lost.add(what);
        }
    }

    private void block(PsdInput in) throws IOException {
        String signature = in.key();
        if (!signature.equals("8BIM") && !signature.equals("8B64")) {
            throw new IOException(WORDS.text("block.signature", name));
        }
        String blockKey = in.key();
        PsdInput data = new PsdInput(in.bytes(in.length()));
        switch (blockKey) {
            case "luni" -> name = withoutEnd(data.unicode());
            case "lyid" -> id = data.int32();
            case "lsct", "lsdk" -> section(data);
            case "iOpa" -> fill = data.int8();
            case "clbl" -> clippedAsGroup = data.int8() != 0;
            case "lspf" -> locks = PsdLocks.of(data.int32());
            case "lclr" -> colour = data.int16();
            case "lfx2", "lrFX", "lmfx" -> lose("lost.effects");
            case "vmsk", "vsms" -> lose("lost.vector");
            case "TySh", "tySh" -> lose("lost.text");
            case "SoLd", "SoLE", "PlLd" -> lose("lost.embedded");
            case "SoCo", "GdFl", "PtFl" -> lose("lost.fill");
            case "levl", "curv", "hue2", "hue ", "brit", "blnc", "nvrt", "post", "thrs", "mixr", "selc", "grdm" ->
                lose("lost.adjustment");
            case "phfl", "vibA", "blwh", "expA", "clrL" -> lose("lost.adjustment");
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

    String name() {
        return name;
    }

    /// Pass-through only for the head of a group.
    BlendMode mode() {
        BlendMode mode = PsdMode.mode(key).orElse(BlendMode.NORMAL);
        boolean head = section == 1 || section == 2;
        return mode == BlendMode.PASS_THROUGH && !head ? BlendMode.NORMAL : mode;
    }

    Optional<MaskData> mask() {
        return mask;
    }

    int section() {
        return section;
    }

    int id() {
        return id;
    }

    int fill() {
        return fill;
    }

    boolean clippedAsGroup() {
        return clippedAsGroup;
    }

    Locks locks() {
        return locks;
    }

    int tag() {
        return PsdTag.tag(colour);
    }

    List<String> notes() {
        return lost.stream()
                .map(what -> WORDS.text("lost", name, WORDS.text(what)))
                .toList();
    }
}
