package org.layerloom.codec.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.codec.BytesSource;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.zip.ZipArchive;
import org.layerloom.composite.AreaAverage;
import org.layerloom.document.Raster;

/// The picture that a project file holds of itself, found without reading its layers: small where the page is large.
public final class Preview {
    /// Longest side of the small picture, px.
    private static final int SIDE = 1024;

    private Preview() {}

    /// @param maxPixels larger pictures are refused
    /// @return empty where the file holds none
    /// @throws IOException where the file or its picture is damaged or too large
    public static Optional<Raster> read(BytesSource file, long maxPixels) throws IOException {
        try (FileChannel channel = file.open()) {
            ZipArchive archive = ZipArchive.of(channel, file);
            Optional<String> name = Stream.of(Names.PREVIEW, Names.MERGED)
                    .filter(archive.names()::contains)
                    .findFirst();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = archive.open(name.get())) {
                return Optional.of(PngReader.read(in, maxPixels).raster());
            }
        }
    }

    static boolean isWorthwhile(Raster merged) {
        return Math.max(merged.width(), merged.height()) > SIDE;
    }

    static Raster of(Raster merged) {
        return AreaAverage.scale(merged, SIDE, SIDE);
    }
}
