package org.layerloom.codec.project;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.layerloom.codec.png.PngReader;
import org.layerloom.document.Raster;

/// The flattened picture that a project file holds, found without reading its layers.
public final class Preview {
    private Preview() {}

    /// @param file a project file that somebody has opened and closes
    /// @param maxPixels larger pictures are refused
    /// @return empty where it holds none
    /// @throws IOException where the picture is damaged or too large
    public static Optional<Raster> read(ZipFile file, long maxPixels) throws IOException {
        ZipEntry entry = file.getEntry(Names.MERGED);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(file.getInputStream(entry))) {
            return Optional.of(PngReader.read(in, maxPixels).raster());
        }
    }
}
