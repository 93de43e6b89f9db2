package org.layerloom.codec.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerloom.codec.Opened;
import org.layerloom.codec.Origin;
import org.layerloom.codec.png.PngImage;
import org.layerloom.codec.png.PngReader;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;

/// Opens a flat picture as a document of its size: one layer, or one for each frame of an animation, the first
/// lowest and the only one that shows.
public final class PictureDocument {
    private static final Words WORDS = Words.of(PictureDocument.class);
    private static final int MAX_FRAMES = 1000;

    private PictureDocument() {}

    /// Reads a whole file; the stream stays open.
    ///
    /// @param freeBytes the memory that may be taken
    /// @throws IOException in one sentence, when the file is of no known kind, damaged or too large
    public static Opened read(InputStream in, long freeBytes) throws IOException {
        byte[] file = PictureReader.file(in);
        PictureSize limits = PictureSize.within(freeBytes);
        PictureKind kind = PictureReader.kind(file);
        return switch (kind) {
            case PNG -> {
                PngImage png = PngReader.read(new ByteArrayInputStream(file), limits.maxPixels());
                yield one(png.raster(), png.text());
            }
            case GIF -> frames(GifFrames.read(file, limits, MAX_FRAMES));
            case SVG -> one(SvgReader.read(file, limits, Optional.empty()), Map.of());
            case JPEG, BMP, TIFF -> one(PictureReader.bitmap(kind, file, limits), Map.of());
            case WEBP -> webp(PictureReader.bitmap(kind, file, limits), WebpSizes.frames(file));
        };
    }

    /// @param text what the file says; ours say what made the picture
    private static Opened one(Raster raster, Map<String, String> text) {
        Document page = Document.blank(raster.width(), raster.height()).withPrompt(text.getOrDefault("prompt", ""));
        LayerProps named = LayerProps.named(page.newId(), WORDS.text("background"));
        LayerProps props = Origin.recipe(text).map(named::withRecipe).orElse(named);
        return new Opened(page.add(new PixelLayer(props, raster)), List.of());
    }

    /// Of an animation the first frame is read, and that is said.
    private static Opened webp(Raster first, int frames) {
        Opened opened = one(first, Map.of());
        return frames > 1 ? new Opened(opened.document(), List.of(WORDS.text("frames.first", frames))) : opened;
    }

    private static Opened frames(GifFrames animation) {
        List<Raster> frames = animation.frames();
        if (frames.size() == 1 && animation.whole()) {
            return one(frames.getFirst(), Map.of());
        }
        Document document =
                Document.blank(frames.getFirst().width(), frames.getFirst().height());
        for (int i = 0; i < frames.size(); i++) {
            LayerProps props = LayerProps.named(document.newId(), WORDS.text("frame", i + 1))
                    .withVisible(i == 0);
            document = document.add(new PixelLayer(props, frames.get(i)));
        }
        String note = animation.whole() ? "frames" : "frames.part";
        return new Opened(document, List.of(WORDS.text(note, frames.size())));
    }
}
