package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Locks;
import org.layerloom.document.Text;
import org.layerloom.words.Words;

/// The part of a layer record whose length is stated: the mask, the name, and tagged blocks.
final class ExtraData {
    private static final Words WORDS = Words.of(ExtraData.class);
    /// Blending over the whole range of tones.
    private static final byte[] ALL_TONES = {0, 0, -1, -1};

    private final KeptBlocks kept;
    private final List<KeptBlocks.OfLayer> blocks = new ArrayList<>();
    /// Keys of sentences.
    private final Set<String> lost = new LinkedHashSet<>();
    /// Keys of blocks that nothing is known of.
    private final Set<String> unknown = new LinkedHashSet<>();
    /// Keys of blocks that cannot be read.
    private final Set<String> damaged = new LinkedHashSet<>();

    private String name = "";
    private String key;
    private Optional<MaskData> mask = Optional.empty();
    private int section;
    private int id;
    private int fill = 255;
    private boolean clippedAsGroup = true;
    private Locks locks = Locks.NONE;
    private int colour;
    private OptionalInt solid = OptionalInt.empty();
    private Optional<Text> text = Optional.empty();

    private ExtraData(String key, KeptBlocks kept) {
        this.key = key;
        this.kept = kept;
    }

    /// @param key the record's blend mode; a group's own block may tell another
    static ExtraData read(byte[] data, String key, PsdVersion version, KeptBlocks kept) throws IOException {
        PsdInput in = new PsdInput(data);
        ExtraData extra = new ExtraData(key, kept);
        long maskBytes = in.length();
        if (maskBytes > 0) {
            extra.mask = Optional.of(MaskData.read(in.bytes(maskBytes)));
        }
        extra.ranges(in.bytes(in.length()));
        extra.name = in.pascal(4);
        Optional<TaggedBlock> block = TaggedBlock.next(in, data.length, version);
        while (block.isPresent()) {
            extra.readable(block.get().key(), in.bytes(block.get().length()));
            block = TaggedBlock.next(in, data.length, version);
        }
        if (extra.isShape()) {
            extra.mask = extra.mask.flatMap(MaskData::withoutPath);
        }
        if (extra.mask.filter(MaskData::feathered).isPresent()) {
            extra.lost.add("lost.edge");
        }
        if (PsdMode.mode(extra.key).isEmpty()) {
            extra.lost.add("lost.mode");
        }
        return extra;
    }

    /// A fill that a path cuts out: its pixels are drawn so.
    private boolean isShape() {
        return lost.contains("lost.fill") && lost.contains("lost.vector");
    }

    /// Layers may be blended over some tones only.
    private void ranges(byte[] pairs) {
        for (int at = 0; at + ALL_TONES.length <= pairs.length; at += ALL_TONES.length) {
            if (!Arrays.equals(pairs, at, at + ALL_TONES.length, ALL_TONES, 0, ALL_TONES.length)) {
                lost.add("lost.ranges");
            }
        }
    }

    /// A damaged block does not keep anybody from the rest of the file.
    private void readable(String blockKey, byte[] bytes) {
        try {
            block(blockKey, bytes);
        } catch (IOException e) {
            damaged.add(blockKey); // one that is known: its key is plain letters
        }
    }

    private void block(String blockKey, byte[] bytes) throws IOException {
        PsdInput data = new PsdInput(bytes);
        switch (blockKey) {
            case "luni" -> name = withoutEnd(data.unicode());
            case "lyid" -> id = data.int32();
            case "lsct", "lsdk" -> section(data);
            case "iOpa" -> fill = data.int8();
            case "clbl" -> clippedAsGroup = data.int8() != 0;
            case "lspf" -> locks = PsdLocks.of(data.int32());
            case "lclr" -> colour = data.int16();
            case "SoCo" -> {
                solid = SolidColour.of(bytes);
                lost.add("lost.fill");
            }
            default -> {
                if (KeptBlocks.isOfLayer(blockKey)) {
                    keep(blockKey, bytes);
                } else {
                    LayerLoss.of(blockKey, bytes).ifPresentOrElse(lost::add, () -> unknown(blockKey));
                }
            }
        }
    }

    private void keep(String blockKey, byte[] bytes) {
        Optional<KeptBlocks.OfLayer> block = kept.ofLayer(blockKey, bytes);
        block.ifPresent(blocks::add);
        if (blockKey.equals(TypeBlock.KEY)) {
            text(bytes, block.isPresent());
        } else if (KeptBlocks.isOfPixels(blockKey)) {
            lost.add((block.isPresent() ? "kept." : "lost.") + "embedded");
        }
    }

    private void text(byte[] bytes, boolean isKept) {
        Optional<TypeReader> type = TypeReader.of(bytes);
        text = type.map(TypeReader::text);
        if (type.isEmpty()) {
            lost.add((isKept ? "kept." : "lost.") + "text");
        } else if (type.get().settings()) {
            lost.add("edited.text");
        }
    }

    /// The key is another program's, and may be anything.
    private void unknown(String blockKey) {
        if (!LayerLoss.isQuiet(blockKey)) {
            unknown.add(blockKey.replaceAll("[^ -~]", "?"));
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

    List<KeptBlocks.OfLayer> kept() {
        return blocks;
    }

    /// The colour of a fill that covers the whole page: one that no path cuts out.
    OptionalInt solid() {
        return lost.contains("lost.vector") ? OptionalInt.empty() : solid;
    }

    /// What the pixels show, where it can be edited here.
    Optional<Text> text() {
        return text;
    }

    /// @param pixels whether the layer has some, which then show its fill, and its shape
    /// @param masked whether the mask has some
    List<String> notes(boolean pixels, boolean masked) {
        Stream<String> known = lost.stream()
                .filter(what -> !what.equals("lost.fill") || pixels || solid().isEmpty())
                .map(what -> switch (what) {
                    case "lost.fill" -> isShape() ? "lost.shape" : pixels ? what : "lost.fill.empty";
                    case "lost.vector" -> isShape() ? "lost.shape" : masked ? "lost.vector.mask" : what;
                    default -> what;
                })
                .map(what -> what.equals("lost.shape") && !pixels ? "lost.shape.empty" : what)
                .distinct()
                .map(WORDS::text);
        Stream<String> others = unknown.stream().map(block -> WORDS.text("lost.block", block));
        Stream<String> broken = damaged.stream().map(block -> WORDS.text("damaged.block", block));
        return Stream.of(broken, known, others)
                .flatMap(Function.identity())
                .map(what -> WORDS.text("lost", name, what))
                .toList();
    }
}
