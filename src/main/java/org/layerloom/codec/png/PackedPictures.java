package org.layerloom.codec.png;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerloom.codec.StoredBytes;
import org.layerloom.codec.png.PngBatch.Picture;
import org.layerloom.document.Raster;

/// Where pictures lie packed already, in files that were read or written: a raster is never written to, so the same
/// one is the same file and need not be packed again. Never changes.
public final class PackedPictures {
    public static final PackedPictures NONE = new PackedPictures(List.of());

    /// A picture and where its PNG file lies.
    public record Packed(Picture picture, StoredBytes png) {}

    private final Map<Raster, List<Packed>> byRaster = new IdentityHashMap<>();

    public PackedPictures(Collection<Packed> pictures) {
        for (Packed packed : pictures) {
            byRaster.computeIfAbsent(packed.picture().raster(), raster -> new ArrayList<>(1))
                    .add(packed);
        }
    }

    /// Of the very raster, with the same channels and text, under whatever name.
    public Optional<StoredBytes> of(Picture picture) {
        return byRaster.getOrDefault(picture.raster(), List.of()).stream()
                .filter(packed -> packed.picture().channels() == picture.channels()
                        && packed.picture().text().equals(picture.text()))
                .map(Packed::png)
                .findFirst();
    }
}
