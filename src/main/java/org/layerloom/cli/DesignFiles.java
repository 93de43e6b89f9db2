package org.layerloom.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.layerloom.codec.FileSet;
import org.layerloom.codec.artset.ArtSet;
import org.layerloom.codec.export.ExportFormat;
import org.layerloom.codec.export.ExportOrder;
import org.layerloom.codec.export.ExportSource;
import org.layerloom.codec.export.Exporter;
import org.layerloom.document.Document;
import org.layerloom.document.Raster;
import org.layerloom.files.AtomicFiles;

/// Writes a finished design in the formats asked for: all of its files, or none.
final class DesignFiles {
    private static final String NAME = "design";

    private final Document design;
    private final Raster whole;
    private final Set<ExportFormat> formats;

    /// @param whole the model's own picture of the whole, of the page's size
    DesignFiles(Document design, Raster whole, Set<ExportFormat> formats) {
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

    /// What a format's files are called below the folder; a set has a folder of its own, with a `/` at its end.
    static String place(ExportFormat format) {
        return switch (format) {
            case PNG_SET -> "merged.png, layers/*.png, manifest.json";
            case ART, SPRITE_SHEET -> format.id() + "/";
            default -> NAME + "." + format.ending();
        };
    }

    /// @param cancellation is asked before each format, while it is written, and before the files are put in place
    void write(Path folder, Cancellation cancellation) throws IOException {
        OldLayers old = new OldLayers(folder);
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            for (ExportFormat format : formats) {
                cancellation.check();
                write(format, cancellation, files::create);
            }
            cancellation.check();
            files.commit();
        }
        old.deleteUnlisted();
    }

    private void write(ExportFormat format, Cancellation cancellation, FileSet files) throws IOException {
        boolean inside = format == ExportFormat.ART || format == ExportFormat.SPRITE_SHEET;
        FileSet set = inside ? name -> files.create(place(format) + name) : files;
        if (format == ExportFormat.ART) {
            ArtSet.write(design, whole, set); // with the model's own picture of the whole
        } else {
            ExportSource source = new ExportSource(design, NAME);
            Exporter.write(source, new ExportOrder(format), share -> cancellation.check(), set);
        }
    }
}
