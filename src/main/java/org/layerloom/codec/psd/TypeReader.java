package org.layerloom.codec.psd;

import java.io.IOException;
import java.util.Optional;
import org.layerloom.document.Foreign;
import org.layerloom.document.Text;
import org.layerloom.document.text.FontNames;

/// What a block `TySh` says, where documents can say it too: upright lines of one style, not warped, not turned, not
/// wrapped in a frame.
///
/// @param settings whether it is also tracked, stretched, underlined or the like, which documents do not know
record TypeReader(Text text, boolean settings) {
    private static final int TRANSFORM = 6;
    /// Values in memory are some twenty times as large as the block; those of Photoshop have a few KiB.
    private static final int MAX_BYTES = 4 << 20;

    private static final double SAME = 1e-4;

    /// Empty also for a damaged block: the layer's pixels are there without it.
    static Optional<TypeReader> of(byte[] block) {
        if (block.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return read(new PsdInput(block));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Whether a block says a text. Its font may have another name on the machine that read it.
    static boolean tells(Foreign.Block block, Text text) {
        return of(block.data().toArray())
                .map(type -> type.text.withFamily(text.family()).withStyle(text.bold(), text.italic()))
                .filter(text::equals)
                .isPresent();
    }

    private static Optional<TypeReader> read(PsdInput in) throws IOException {
        in.skip(Short.BYTES);
        double[] transform = new double[TRANSFORM];
        for (int i = 0; i < TRANSFORM; i++) {
            transform[i] = in.float64();
        }
        in.skip(Short.BYTES);
        Values text = DescriptorReader.read(in);
        in.skip(Short.BYTES);
        Values warp = DescriptorReader.read(in);
        if (!isUpright(transform)
                || !text.text("Ornt", "Hrzn").equals("Hrzn")
                || !warp.text("warpStyle", "warpNone").equals("warpNone")) {
            return Optional.empty();
        }
        TypeSheet sheet = new TypeSheet(EngineReader.read(text.bytes("EngineData")));
        return sheet.isPoint() && sheet.isOfOneStyle() ? made(transform, lines(text), sheet) : Optional.empty();
    }

    private static boolean isUpright(double[] transform) {
        return transform[0] > 0
                && Math.abs(transform[0] - transform[3]) < SAME * transform[0]
                && Math.abs(transform[1]) < SAME
                && Math.abs(transform[2]) < SAME;
    }

    /// Paragraphs end with a carriage return, lines within one with a code of the text engine.
    private static String lines(Values text) {
        return text.text("Txt ", "").replace("\r\n", "\n").replace('\r', '\n').replace('\u0003', '\n');
    }

    private static Optional<TypeReader> made(double[] transform, String content, TypeSheet sheet) {
        Optional<Text.Align> align = sheet.align();
        double size = sheet.size() * transform[0];
        if (align.isEmpty()
                || content.isBlank()
                || sheet.font().isBlank()
                || content.length() > Text.MAX_LENGTH
                || !(size >= 1 && size <= Text.MAX_SIZE)
                || !(sheet.leading() >= Text.MIN_LEADING && sheet.leading() <= Text.MAX_LEADING)
                || !isNear(transform[4])
                || !isNear(transform[5])) {
            return Optional.empty();
        }
        FontNames.Face face = FontNames.face(sheet.font());
        Text text = new Text(
                content,
                face.family(),
                size,
                face.bold() || sheet.fauxBold(),
                face.italic() || sheet.fauxItalic(),
                sheet.argb(),
                align.get(),
                sheet.leading(),
                transform[4],
                transform[5]);
        return Optional.of(new TypeReader(text, sheet.hasMore()));
    }

    private static boolean isNear(double place) {
        return Math.abs(place) <= ReadRecord.FARTHEST;
    }
}
