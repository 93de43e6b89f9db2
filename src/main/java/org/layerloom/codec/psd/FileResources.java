package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.layerloom.document.Bytes;
import org.layerloom.document.Guide;
import org.layerloom.document.Paper;
import org.layerloom.words.Words;

/// What the image resources of a file say that documents know; of the others some are kept.
final class FileResources {
    private static final Words WORDS = Words.of(FileResources.class);

    private static final int RESOLUTION = 1005;
    private static final int ALPHA_NAMES = 1006;
    private static final int ICC_PROFILE = 1039;
    private static final int TRANSPARENT_INDEX = 1047;
    private static final int SLICES = 1050;
    private static final int ALPHA_IDENTIFIERS = 1053;
    private static final int XMP = 1060;
    private static final int LAYER_COMPS = 1065;
    private static final Set<Integer> KNOWN = Set.of(
            RESOLUTION,
            ALPHA_NAMES,
            Guides.ID,
            ICC_PROFILE,
            TRANSPARENT_INDEX,
            SLICES,
            ALPHA_IDENTIFIERS,
            XMP,
            LAYER_COMPS);
    /// Bytes of a resource without data: signature, id, an empty name, length.
    private static final int MIN_BYTES = 12;

    private static final double FIXED_POINT = 1 << 16;

    private final KeptBlocks kept;
    private XmpOrigins origins = XmpOrigins.NONE;
    private List<Guide> guides = List.of();
    private Paper paper = Paper.SCREEN;
    private int transparentIndex = -1;
    private int transparency = -1;
    /// Whether the channels behind the colours are named, as Photoshop names those that people made.
    private boolean named;

    private int slices;
    private int layerComps;
    private final Set<Integer> damaged = new TreeSet<>();

    private FileResources(KeptBlocks kept) {
        this.kept = kept;
    }

    static FileResources read(PsdInput in, KeptBlocks kept) throws IOException {
        FileResources resources = new FileResources(kept);
        long length = in.length();
        long end = in.position() + length;
        while (end - in.position() >= MIN_BYTES && resources.isResource(in)) {
            resources.resource(in, end);
        }
        in.skip(Math.max(0, end - in.position()));
        return resources;
    }

    /// Adobe's other programs sign some of theirs differently.
    private boolean isResource(PsdInput in) throws IOException {
        return switch (in.key()) {
            case "8BIM", "MeSa", "AgHg", "PHUT", "DCSR" -> true;
            default -> false;
        };
    }

    private void resource(PsdInput in, long end) throws IOException {
        int id = in.int16();
        String name = in.pascal(2);
        long length = Math.min(in.length(), Math.max(0, end - in.position()));
        if (KNOWN.contains(id)) {
            known(id, in.bytes(length));
        } else if (KeptBlocks.isResource(id)) {
            kept.ofFile("resource/" + id + (name.isEmpty() ? "" : "/" + name), in, length);
        } else {
            in.skip(length);
        }
        in.skip(Math.min(length % 2, Math.max(0, end - in.position())));
    }

    /// A damaged resource does not keep anybody from the layers.
    private void known(int id, byte[] data) {
        try {
            switch (id) {
                case RESOLUTION -> resolution(data);
                case ICC_PROFILE -> paper = paper.withIccProfile(Optional.of(Bytes.of(data)));
                case TRANSPARENT_INDEX -> transparentIndex = data.length < 2 ? -1 : new PsdInput(data).int16();
                case SLICES -> slices = ResourceCounts.slices(data);
                case LAYER_COMPS -> layerComps = ResourceCounts.layerComps(data);
                case ALPHA_NAMES -> named = true;
                case ALPHA_IDENTIFIERS -> identifiers(data);
                case XMP -> origins = XmpOrigins.read(data);
                default -> guides = Guides.read(data);
            }
        } catch (IOException e) {
            damaged.add(id);
        }
    }

    /// Always stated per inch, whatever unit it is shown in.
    private void resolution(byte[] resource) throws IOException {
        if (resource.length >= Integer.BYTES) {
            double pixelsPerInch = new PsdInput(resource).length() / FIXED_POINT;
            if (pixelsPerInch > 0 && pixelsPerInch <= Paper.MAX_PIXELS_PER_INCH) {
                paper = paper.withPixelsPerInch(pixelsPerInch);
            }
        }
    }

    /// The channels behind the colours; 0 marks the transparency.
    private void identifiers(byte[] resource) throws IOException {
        PsdInput in = new PsdInput(resource);
        for (int i = 0; i < resource.length / Integer.BYTES; i++) {
            if (in.int32() == 0 && transparency < 0) {
                transparency = i;
            }
        }
    }

    XmpOrigins origins() {
        return origins;
    }

    List<Guide> guides() {
        return guides;
    }

    /// @param header of the same file: a profile of colours that were converted says nothing any more
    Paper paper(PsdHeader header) {
        boolean asInFile = header.mode() == ColourMode.RGB || header.mode() == ColourMode.INDEXED;
        return asInFile && header.depth() <= 16 ? paper : paper.withIccProfile(Optional.empty());
    }

    /// The palette's transparent colour; negative = none.
    int transparentIndex() {
        return transparentIndex;
    }

    /// What the file held beside its layers that no document holds.
    ///
    /// @param mergedAlpha whether the layers say that the flattened picture has a transparency
    List<String> notes(PsdHeader header, boolean mergedAlpha) {
        List<String> notes = new ArrayList<>();
        int behind = header.channels() - header.mode().planes() - (mergedAlpha || transparency >= 0 ? 1 : 0);
        if (named && behind > 0 && header.mode() != ColourMode.MULTICHANNEL) {
            notes.add(WORDS.text("lost.selections", behind));
        }
        if (slices > 1) {
            notes.add(WORDS.text("lost.slices", slices));
        }
        if (layerComps > 0) {
            notes.add(WORDS.text("lost.comps", layerComps));
        }
        damaged.forEach(id -> notes.add(WORDS.text("damaged.resource", id)));
        return notes;
    }

    /// Which channel behind the colours is the transparency of the flattened picture; negative = none.
    int transparency() {
        return transparency;
    }
}
