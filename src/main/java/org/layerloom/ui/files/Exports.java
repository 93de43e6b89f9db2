package org.layerloom.ui.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerloom.codec.Loss;
import org.layerloom.codec.Origin;
import org.layerloom.codec.png.PngSet;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.files.AtomicFiles;
import org.layerloom.words.Words;

/// Writes exports, whole or not at all, and says what they could not hold.
final class Exports {
    private static final Words WORDS = Words.of(Exports.class);

    private Exports() {}

    /// The picture as it is seen: nothing of it is lost.
    static Set<Loss> png(Document document, Path target) throws IOException {
        AtomicFiles.write(
                target,
                out -> PngWriter.write(
                        Compositor.flatten(document), PngWriter.Channels.RGBA, Origin.text(document), out));
        return Set.of();
    }

    static Set<Loss> pngSet(Document document, Path folder) throws IOException {
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            PngSet.write(document, files::create);
            files.commit();
        }
        return Loss.ofPngSet(document);
    }

    static Set<Loss> psd(Document document, Path target) throws IOException {
        AtomicFiles.write(target, out -> PsdWriter.write(document, out));
        return Loss.ofPsd(document);
    }

    /// One sentence that it is done, and one for each loss.
    static String report(Path target, Set<Loss> losses) {
        String done = WORDS.text("exported", target.getFileName());
        return losses.isEmpty()
                ? done
                : losses.stream().sorted().map(Exports::sentence).collect(Collectors.joining(" ", done + ". ", ""));
    }

    private static String sentence(Loss loss) {
        return WORDS.text(
                switch (loss) {
                    case TEXT -> "loss.text";
                    case FILL -> "loss.fill";
                    case PLACED -> "loss.placed";
                    case CLIPPING -> "loss.clipping";
                    case GROUP_MASK -> "loss.groupMask";
                    case FILL_OPACITY -> "loss.fillOpacity";
                });
    }
}
