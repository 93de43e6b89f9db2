package org.layerloom.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Set;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.artset.ArtSet;
import org.layerloom.codec.png.PngSet;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.psd.PsdOptions;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;
import org.layerloom.files.AtomicFiles;

/// Writes a finished design in the formats asked for: all of its files, or none.
final class DesignFiles {
    private final Document design;
    private final Raster whole;
    private final Set<Format> formats;

    /// @param whole the model's own picture of the whole, of the page's size
    DesignFiles(Document design, Raster whole, Set<Format> formats) {
        this.design = design;
        this.whole = whole;
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
                try (OutputStream out = files.create(format.place())) {
                    PsdWriter.write(design, PsdOptions.PLAIN, WriteProgress.UNHEARD, out);
                }
            }
            case PROJECT -> {
                try (OutputStream out = files.create(format.place())) {
                    ProjectWriter.write(design, out);
                }
            }
            case ART -> ArtSet.write(design, whole, name -> files.create(format.place() + name));
        }
    }
}
