package org.layerloom.codec.open;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.layerloom.codec.Opened;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.ora.OraReader;
import org.layerloom.codec.picture.PictureDocument;
import org.layerloom.codec.picture.PictureReader;
import org.layerloom.codec.picture.UnreadablePicture;
import org.layerloom.codec.project.ProjectReader;
import org.layerloom.codec.psd.PsdReader;
import org.layerloom.codec.zip.ZipArchive;
import org.layerloom.words.Words;

/// Opens any file that this program knows, told by its first bytes: project, PSD, OpenRaster, or a flat picture as one
/// layer.
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
                default -> {}
            }
        }
        try {
            return PictureDocument.read(buffered, PictureReader.freeBytes());
        } catch (UnreadablePicture e) {
            throw e.reason() == UnreadablePicture.Reason.UNKNOWN ? new IOException(WORDS.text("unknown"), e) : e;
        }
    }
}
