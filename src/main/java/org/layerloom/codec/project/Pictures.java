package org.layerloom.codec.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.layerloom.codec.Entries;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.png.PngBatch.Picture;
import org.layerloom.codec.png.PngImage;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.png.PngWriter.Channels;
import org.layerloom.document.Foreign;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.words.Words;

/// The pictures of a project that is read, unpacked on all cores before the first is asked for, as many as the limits
/// allow. What is lost is noted.
final class Pictures {
    private static final Words WORDS = Words.of(Pictures.class);

    /// Most pixels that all pictures of a project may have together: what memory can hold, and in any case these.
    private static final long MAX_PIXELS =
            Math.max(1L << 30, Runtime.getRuntime().maxMemory() / Integer.BYTES);
    /// Most pixels of all pictures that stand for lost ones: their sizes are only claims.
    private static final long MAX_STRIPES = 1L << 24;

    private final Entries archive;
    private final List<String> notes;
    private final Map<String, PngImage> unpacked = new ConcurrentHashMap<>();
    private final Map<String, IOException> lost = new ConcurrentHashMap<>();
    private final List<PackedPictures.Packed> packed = new ArrayList<>();
    private final AtomicLong pixelsLeft = new AtomicLong(MAX_PIXELS);
    private long stripesLeft = MAX_STRIPES;

    Pictures(Entries archive, List<String> notes) {
        this.archive = archive;
        this.notes = notes;
    }

    /// Unpacks every picture that the document names.
    ///
    /// @param progress hears how many of them are done
    void unpack(JsonNode document, WriteProgress progress) {
        Set<String> files = new LinkedHashSet<>();
        for (String file : document.findValuesAsText("file")) {
            if (archive.names().contains(file) && !Names.isForeign(file)) {
                files.add(file);
            }
        }
        AtomicInteger done = new AtomicInteger();
        progress.at(0);
        files.parallelStream().forEach(file -> {
            unpack(file);
            progress.at((double) done.incrementAndGet() / files.size());
        });
    }

    private void unpack(String file) {
        try (InputStream in = archive.open(file)) {
            PngImage image = PngReader.read(in, pixelsLeft.get());
            long pixels = (long) image.raster().width() * image.raster().height();
            if (pixelsLeft.addAndGet(-pixels) < 0) {
                throw new IOException(WORDS.text("pictures.many", MAX_PIXELS));
            }
            unpacked.put(file, image);
        } catch (IOException e) {
            lost.put(file, e);
        }
    }

    /// Where the pictures lie that were asked for.
    PackedPictures packed() {
        return new PackedPictures(packed);
    }

    /// Whether the picture is there and whole.
    boolean has(String file) {
        return unpacked.containsKey(file);
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
        PngImage image = image(file);
        remember(new Picture(file, image.raster(), image.text()));
        return image.raster();
    }

    private PngImage image(String file) throws IOException {
        if (lost.containsKey(file)) {
            throw lost.get(file);
        }
        PngImage image = unpacked.get(file);
        if (image == null) {
            archive.open(file).close(); // says that it is missing
            throw new IOException(WORDS.text("picture.none", file));
        }
        return image;
    }

    private void remember(Picture picture) {
        archive.stored(picture.name()).ifPresent(stored -> packed.add(new PackedPictures.Packed(picture, stored)));
    }

    /// A grey picture as a mask: what is bright there counts as alpha here.
    Raster mask(String file) throws IOException {
        PngImage image = image(file);
        int[] pixels = image.raster().toArgb();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] <<= 24;
        }
        Raster mask = Raster.of(image.raster().width(), image.raster().height(), pixels);
        remember(new Picture(file, mask, Channels.MASK, image.text()));
        return mask;
    }

    /// What is kept of another program's file, beside an object; nothing, with a note, where it is lost.
    ///
    /// @param of a name for the note
    /// @param pixels that it may be about
    Foreign foreign(Fields json, String of, Optional<Foreign.Pixels> pixels) throws IOException {
        if (!json.has("foreign")) {
            return Foreign.NOTHING;
        }
        Fields foreign = json.object("foreign");
        try {
            return ForeignJson.read(foreign, archive, pixels);
        } catch (IOException e) {
            notes.add(WORDS.text("foreign.lost", of, e.getMessage()));
            return Foreign.NOTHING;
        }
    }
}
