package org.layerloom.codec.project;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.zip.ZipArchive;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.words.Words;

/// The pictures of a project that is read, as many as the limits allow. What is lost is noted.
final class Pictures {
    private static final Words WORDS = Words.of(Pictures.class);

    /// Most pixels that all pictures of a project may have together.
    private static final long MAX_PIXELS = 1L << 30;
    /// Most pixels of all pictures that stand for lost ones: their sizes are only claims.
    private static final long MAX_STRIPES = 1L << 24;

    private final ZipArchive archive;
    private final List<String> notes;
    private long pixelsLeft = MAX_PIXELS;
    private long stripesLeft = MAX_STRIPES;

    Pictures(ZipArchive archive, List<String> notes) {
        this.archive = archive;
        this.notes = notes;
    }

    /// The pixels of a layer; stripes where they are lost.
    Raster layer(String file, String layer, Rect place) {
        try {
            Raster raster = read(file);
            if (raster.width() != place.width() || raster.height() != place.height()) {
                notes.add(WORDS.text(
                        "picture.size", layer, raster.width(), raster.height(), place.width(), place.height()));
            }
            return raster;
        } catch (IOException e) {
            notes.add(WORDS.text("picture.lost", layer, e.getMessage()));
            Raster stripes = Stripes.of(place.width(), place.height(), stripesLeft);
            stripesLeft -= (long) stripes.width() * stripes.height();
            return stripes;
        }
    }

    /// A picture of its own size.
    ///
    /// @throws IOException in one sentence, where it is damaged or beyond the limits
    Raster read(String file) throws IOException {
        try (InputStream in = archive.open(file)) {
            Raster raster = PngReader.read(in, pixelsLeft).raster();
            pixelsLeft -= (long) raster.width() * raster.height();
            return raster;
        }
    }

    /// A grey picture as a mask: what is bright there counts as alpha here.
    Raster mask(String file) throws IOException {
        Raster grey = read(file);
        int[] pixels = grey.toArgb();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] <<= 24;
        }
        return Raster.of(grey.width(), grey.height(), pixels);
    }
}
