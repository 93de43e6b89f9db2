package org.layerloom.codec.psd;

import java.io.DataOutputStream;
import java.io.IOException;
import org.layerloom.document.Document;
import org.layerloom.document.Foreign;

/// A file whose parts all have their length, before it is written.
///
/// @param head all before the layers
/// @param info the layer records without their pixels, with the count before
/// @param globals the blocks after the layers
record PsdFile(PsdVersion version, PsdOutput head, PsdOutput info, PsdOutput globals, PackedDocument packed) {
    /// Length of the global mask, which there never is.
    private static final int NO_MASK = Integer.BYTES;

    static PsdFile of(PackedDocument packed, PsdVersion version) throws IOException {
        PsdOutput globals = new PsdOutput();
        for (Foreign.Block block : packed.globals()) {
            globals.block(ForeignBlocks.key(block), block.data(), version);
        }
        return new PsdFile(version, head(packed, version), info(packed, version), globals, packed);
    }

    private static PsdOutput head(PackedDocument packed, PsdVersion version) throws IOException {
        Document document = packed.document();
        PsdOutput head = new PsdOutput();
        head.key("8BPS");
        head.int16(version.number());
        head.raw(new byte[6]);
        head.int16(packed.merged().size());
        head.int32(document.height());
        head.int32(document.width());
        head.int16(8);
        head.int16(3); // RGB
        head.int32(0); // no palette
        head.sized(packed.resources(), 1);
        return head;
    }

    /// The count, negative where the merged picture's fourth channel is its alpha, and the records.
    private static PsdOutput info(PackedDocument packed, PsdVersion version) throws IOException {
        PsdOutput info = new PsdOutput();
        int count = packed.records().size();
        info.int16(packed.merged().size() > 3 ? -count : count);
        for (LayerRecord record : packed.records()) {
            record.write(version, info);
        }
        return info;
    }

    /// Whether this version of the format holds the document.
    boolean fits() {
        return packed.longestSide() <= version.maxSide() && size() <= version.maxBytes();
    }

    long size() {
        return head.size() + version.lengthBytes() + layerBytes() + MergedPicture.size(packed.merged(), version);
    }

    /// Length of the section of layers.
    private long layerBytes() {
        return version.lengthBytes() + infoBytes() + NO_MASK + globals.size();
    }

    private long infoBytes() {
        return packed.records().isEmpty() ? 0 : Math.ceilDiv(info.size() + dataBytes(), 4) * 4;
    }

    private long dataBytes() {
        return packed.records().stream()
                .mapToLong(record -> record.dataBytes(version))
                .sum();
    }

    void write(PackingProgress progress, DataOutputStream out) throws IOException {
        progress.writing(size());
        head.writeTo(out);
        long infoBytes = infoBytes();
        version.length(layerBytes(), out);
        version.length(infoBytes, out);
        if (infoBytes > 0) {
            info.writeTo(out);
            for (LayerRecord record : packed.records()) {
                record.writeData(version, progress, out);
            }
            out.write(new byte[(int) (infoBytes - info.size() - dataBytes())]);
        }
        out.write(new byte[NO_MASK]);
        globals.writeTo(out);
        MergedPicture.write(packed.merged(), version, progress, out);
        out.flush();
    }
}
