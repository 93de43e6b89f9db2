package org.layerloom.codec.png;

import java.util.Map;
import org.layerloom.document.Raster;

/// What a PNG file holds.
///
/// @param text the text chunks that stand before the pixels, keyword to text
public record PngImage(Raster raster, Map<String, String> text) {
    public PngImage {
        text = Map.copyOf(text);
    }
}
