package org.layerloom.codec.project;

import java.util.List;
import org.layerloom.codec.BytesSource;
import org.layerloom.codec.StoredBytes;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.png.PngBatch.Picture;

/// What a project file that was written holds, and where.
///
/// @param packed how many of the pictures had to be packed; the others lay packed in an older file
public record Written(List<Place> places, long packed) {
    /// Where the PNG file of a picture lies in the project's file.
    record Place(Picture picture, long offset, int length, int crc) {}

    /// The pictures for the next save.
    ///
    /// @param file the project's file, now that it is in its place
    public PackedPictures in(BytesSource file) {
        return new PackedPictures(places.stream()
                .map(place -> new PackedPictures.Packed(
                        place.picture(), new StoredBytes(file, place.offset(), place.length(), place.crc())))
                .toList());
    }
}
