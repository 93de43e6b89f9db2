package org.layerloom.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;
import org.layerloom.codec.png.PngSet;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.document.Document;
import org.layerloom.files.AtomicFiles;

/// Writes a finished design in the formats asked for: all of its files, or none.
final class DesignFiles {
    private final Document design;
    private final Set<Format> formats;

    DesignFiles(Document design, Set<Format> formats) {
        this.design = design;
        this.formats = formats;
    }

    /// Makes sure that `folder` can be written to, before minutes are spent on what goes there.
    static void requireWritable(Path folder) throws BadInputException {
        try {
            AtomicFiles.in(folder).close();
        } catch (IOException e) {
            throw new BadInputException("--out: " + e.getMessage(), e);
        }
    }

    /// @param cancellation is asked before each format and before the files are put in place
    void write(Path folder, Cancellation cancellation) throws IOException {
        OldLayers old = new OldLayers(folder);
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            for (Format format : formats) {
                cancellation.check();
                write(format, files);
            }
            cancellation.check();
            files.commit();
        }
        old.deleteUnlisted();
    }

    private void write(Format format, AtomicFiles files) throws IOException {
        switch (format) {
            case PNG -> PngSet.write(design, files::create);
            case PSD -> {
                try (OutputStream out = files.create(format.fileName())) {
                    PsdWriter.write(design, out);
                }
            }
        }
    }
}
