package org.layerloom.codec.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.layerloom.codec.Carried;
import org.layerloom.codec.FileSet;
import org.layerloom.codec.Loss;
import org.layerloom.codec.NamePattern;
import org.layerloom.codec.Origin;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.artset.ArtSet;
import org.layerloom.codec.ora.OraWriter;
import org.layerloom.codec.pdf.PdfWriter;
import org.layerloom.codec.picture.JpegWriter;
import org.layerloom.codec.picture.WebpWriter;
import org.layerloom.codec.png.PackedPictures;
import org.layerloom.codec.png.PngSet;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.codec.png.SpriteSheet;
import org.layerloom.codec.project.ProjectWriter;
import org.layerloom.codec.psd.PsdOptions;
import org.layerloom.codec.psd.PsdWriter;
import org.layerloom.codec.svg.SvgWriter;
import org.layerloom.document.Document;
import org.layerloom.document.Paper;
import org.layerloom.document.Raster;

/// Writes a document in any form in which it can leave: the one way that the window and the command line take.
public final class Exporter {
    private static final int WHITE = 0xffffffff;
    /// Share of the work that is done when a picture is flattened.
    private static final double FLAT = 0.3;

    private final ExportSource source;
    private final ExportFormat format;
    private final ExportSettings settings;
    private final WriteProgress progress;
    private final Prepared prepared;

    private Exporter(ExportSource source, ExportOrder order, WriteProgress progress) {
        this.source = source;
        this.format = order.format();
        this.settings = order.settings();
        this.progress = progress;
        BooleanSupplier cancelled = () -> {
            progress.at(0);
            return false;
        };
        this.prepared = new Prepared(source, settings, cancelled);
    }

    /// Writes what the order asks for into a folder, under the names that it gives.
    ///
    /// @return what the files cannot hold
    /// @throws IOException in one sentence, when the form cannot hold the document, or when `files` fails
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    public static Set<Loss> write(ExportSource source, ExportOrder order, WriteProgress progress, FileSet files)
            throws IOException {
        Exporter exporter = new Exporter(source, order, progress);
        if (order.format().isSet()) {
            return exporter.set(files);
        }
        String name = order.fileName(source.name(), exporter.prepared.width(), exporter.prepared.height());
        try (OutputStream out = new BufferedOutputStream(files.create(name))) {
            return exporter.file(out);
        }
    }

    /// Writes one file; the stream stays open.
    ///
    /// @param order of a format that is one file
    /// @return what the file cannot hold
    /// @throws IOException in one sentence, when the form cannot hold the document, or when `out` fails
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    public static Set<Loss> write(ExportSource source, ExportOrder order, WriteProgress progress, OutputStream out)
            throws IOException {
        return new Exporter(source, order, progress).file(out);
    }

    /// How large what leaves will be, and what it will look like.
    ///
    /// @param width px
    /// @param picture not larger than asked for
    public record Preview(int width, int height, Raster picture) {}

    /// @param side longest side of the picture, px
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    public static Preview preview(ExportSource source, ExportOrder order, int side, WriteProgress progress)
            throws IOException {
        Exporter exporter = new Exporter(source, order, progress);
        progress.at(0);
        Prepared prepared = exporter.prepared;
        Raster picture = exporter.matted(prepared.preview(side, () -> progress.at(0)));
        progress.at(FLAT);
        return new Preview(prepared.width(), prepared.height(), picture);
    }

    private Set<Loss> set(FileSet files) throws IOException {
        Document layers = prepared.layers();
        return switch (format) {
            case PNG_SET -> {
                NamePattern.Filling filling = NamePattern.Filling.of(source.name(), settings.scale());
                PngSet.write(layers, new NamePattern(settings.layerNames()), filling, progress, files);
                yield Loss.ofPngSet(layers);
            }
            case ART -> {
                ArtSet.write(layers, heard(files));
                yield Loss.ofPngSet(layers);
            }
            case SPRITE_SHEET -> {
                SpriteSheet.write(layers, heard(files));
                yield Loss.ofPngSet(layers);
            }
            default -> throw new IllegalStateException(format + " is no set of files");
        };
    }

    /// Hears a cancel before each file.
    private FileSet heard(FileSet files) {
        return name -> {
            progress.at(0);
            return files.create(name);
        };
    }

    private Set<Loss> file(OutputStream out) throws IOException {
        progress.at(0);
        return switch (format) {
            case PNG, JPEG, WEBP -> picture(out);
            case PSD, PSB -> photoshop(prepared.layers(), out);
            case ORA -> {
                Document layers = prepared.layers();
                OraWriter.write(layers, settings.metadata(), progress, out);
                yield Loss.ofOra(layers);
            }
            case PDF -> {
                Document layers = prepared.layers();
                PdfWriter.write(layers, source.name(), settings.background(), progress, out);
                yield Losses.ofPdf(layers);
            }
            case SVG -> {
                Document layers = prepared.layers();
                SvgWriter.write(layers, settings.background(), progress, out);
                yield Losses.ofSvg(layers);
            }
            case PROJECT -> {
                ProjectWriter.write(prepared.layers(), Carried.NOTHING, PackedPictures.NONE, progress, out);
                yield Set.of();
            }
            default -> throw new IllegalStateException(format + " is more than one file");
        };
    }

    private Set<Loss> photoshop(Document layers, OutputStream out) throws IOException {
        boolean large = format == ExportFormat.PSB;
        PsdOptions options = new PsdOptions(settings.baked(), settings.metadata(), settings.editableText(), large);
        PsdWriter.write(layers, options, progress, out);
        return Loss.ofPsd(layers, settings.baked(), settings.editableText());
    }

    private Raster matted(Raster flat) {
        int background = settings.background();
        if (format == ExportFormat.JPEG) {
            return Matte.under(flat, background >>> 24 == 0 ? WHITE : background);
        }
        boolean under = format.has(ExportOption.BACKGROUND) && background >>> 24 != 0;
        return under ? Matte.under(flat, background) : flat;
    }

    private Set<Loss> picture(OutputStream out) throws IOException {
        Raster seen = prepared.flat();
        progress.at(FLAT);
        write(matted(seen), out);
        boolean unasked = format == ExportFormat.JPEG && settings.background() >>> 24 == 0;
        return unasked && !seen.isOpaque() ? Set.of(Loss.TRANSPARENCY) : Set.of();
    }

    private void write(Raster flat, OutputStream out) throws IOException {
        Map<String, String> told = Origin.text(prepared.document());
        Paper paper = prepared.paper();
        switch (format) {
            case PNG -> {
                double pixels = flat.width() * (double) flat.height();
                AtomicLong done = new AtomicLong();
                LongConsumer heard = more -> progress.at(FLAT + (1 - FLAT) * done.addAndGet(more) / pixels);
                PngWriter.write(flat, PngWriter.Channels.RGBA, told, paper, heard, out);
            }
            case JPEG -> {
                String comment = told.values().stream().findFirst().orElse("");
                JpegWriter.write(flat, settings.quality(), paper, comment, out);
            }
            default -> WebpWriter.write(flat, settings.quality(), settings.lossless(), paper, out);
        }
    }
}
