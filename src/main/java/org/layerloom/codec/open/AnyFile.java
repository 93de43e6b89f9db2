package org.layerloom.codec.open;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.layerloom.codec.Opened;
import org.layerloom.codec.Origin;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.ora.OraReader;
import org.layerloom.codec.png.PngImage;
import org.layerloom.codec.png.PngReader;
import org.layerloom.codec.project.ProjectReader;
import org.layerloom.codec.psd.PsdReader;
import org.layerloom.codec.zip.ZipArchive;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;

/// Opens any file that this program knows, told by its first bytes: project, PSD, OpenRaster, or PNG as one layer.
public final class AnyFile {
    private static final Words WORDS = Words.of(AnyFile.class);

    private AnyFile() {}

    /// Reads a whole file; the stream stays open.
    ///
    /// @throws IOException in one sentence, when the file is of no known kind or damaged
    public static Opened read(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(4);
        byte[] start = buffered.readNBytes(4);
        buffered.reset();
        if (start.length == 4) {
            switch ((start[0] & 0xff) << 24 | (start[1] & 0xff) << 16 | (start[2] & 0xff) << 8 | start[3] & 0xff) {
                case 0x504b0304 -> {
                    ZipArchive archive = ZipArchive.read(buffered);
                    return OraReader.knows(archive)
                            ? OraReader.read(archive)
                            : ProjectReader.read(archive, WriteProgress.UNHEARD).opened();
                }
                case 0x38425053 -> {
                    return PsdReader.read(buffered);
                }
                case 0x89504e47 -> {
                    return picture(PngReader.read(buffered));
                }
                default -> {}
            }
        }
        throw new IOException(WORDS.text("unknown"));
    }

    private static Opened picture(PngImage image) throws IOException {
        Raster raster = image.raster();
        if (!Document.isPage(raster.width(), raster.height())) {
            throw new IOException(WORDS.text(
                    "too.large", raster.width(), raster.height(), Document.MAX_SIDE, Document.MAX_PIXELS / 1_000_000));
        }
        LayerProps props = Origin.recipe(image.text())
                .map(LayerProps.named(new LayerId(1), "Background")::withRecipe)
                .orElse(LayerProps.named(new LayerId(1), "Background"));
        Document page = Document.blank(raster.width(), raster.height())
                .withPrompt(image.text().getOrDefault("prompt", ""));
        return new Opened(page.add(new PixelLayer(props, raster)), List.of());
    }
}
