package org.layerloom.codec.png;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.layerloom.codec.png.PngBatch.Picture;
import org.layerloom.document.Raster;

/// The pictures that one save packed, kept for the next: a raster is never written to, so the same one is the same
/// file. Holds what the latest save used and nothing older. One thread at a time.
public final class PngCache {
    private Map<Raster, Packed> known = new IdentityHashMap<>();
    private long packings;

    private record Packed(Picture picture, byte[] png) {
        boolean isOf(Picture other) {
            return picture.channels() == other.channels() && picture.text().equals(other.text());
        }
    }

    /// How many pictures had to be packed so far.
    long packings() {
        return packings;
    }

    /// Packs what is not known yet, on all cores, and hands all on in the order of the pictures.
    ///
    /// @param packed hears of each picture that is packed, on any thread; what it throws ends the work
    public void write(List<Picture> pictures, Consumer<Picture> packed, PngBatch.Files files) throws IOException {
        Map<Raster, Packed> used = new IdentityHashMap<>();
        for (List<Picture> part : PngBatch.parts(pictures)) {
            List<Packed> done = part.parallelStream()
                    .map(this::packed)
                    .peek(one -> packed.accept(one.picture()))
                    .toList();
            for (int i = 0; i < done.size(); i++) {
                packings += done.get(i).picture() == part.get(i) ? 1 : 0;
                used.put(part.get(i).raster(), done.get(i));
                files.take(part.get(i).name(), done.get(i).png());
            }
        }
        known = used;
    }

    private Packed packed(Picture picture) {
        Packed found = known.get(picture.raster());
        return found != null && found.isOf(picture) ? found : new Packed(picture, PngBatch.packed(picture));
    }
}
