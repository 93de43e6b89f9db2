package org.layerloom.codec.export;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.layerloom.composite.AreaAverage;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Resampler;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Paper;
import org.layerloom.document.Raster;
import org.layerloom.document.TextLayer;
import org.layerloom.document.Transform;
import org.layerloom.document.text.Typeface;
import org.layerloom.edit.Pages;
import org.layerloom.edit.Transforms;
import org.layerloom.words.Words;

/// A document as it leaves: of its layers those that are asked for, its page trimmed, in the size that is
/// asked for.
final class Prepared {
    private final ExportSettings settings;
    private final Document document;
    private final Resampler resampler;

    /// @param cancelled asked often, from several threads
    Prepared(ExportSource source, ExportSettings settings, BooleanSupplier cancelled) {
        this.settings = settings;
        this.resampler = new Resampler(Resampler.Quality.FINE, cancelled);
        Document reduced = Reduced.of(source, settings);
        this.document = settings.trim() ? Pages.trim(reduced) : reduced;
    }

    int width() {
        return side(document.width());
    }

    int height() {
        return side(document.height());
    }

    /// In its own size.
    Document document() {
        return document;
    }

    /// As many pixels more to the inch as there are more pixels: the paper stays as large as it was.
    Paper paper() {
        Paper paper = document.paper();
        return paper.withPixelsPerInch(Math.min(Paper.MAX_PIXELS_PER_INCH, paper.pixelsPerInch() * settings.scale()));
    }

    private int side(int px) {
        return (int) Math.max(1, Math.round(px * settings.scale()));
    }

    /// With each layer scaled by itself: text is set and placed pictures are drawn anew, sharp in any size.
    Document layers() throws IOException {
        requireSize();
        if (settings.scale() == 1) {
            return document;
        }
        Document held = document.withLayers(withoutMissingFonts(document.layers()));
        Document scaled = Transforms.page(held, width(), height(), resampler);
        return scaled.withPaper(paper());
    }

    /// The flattened picture. Made larger by a whole number it is made of scaled layers; else the picture is scaled
    /// as a whole, in which no seams open between layers.
    Raster flat() throws IOException {
        requireSize();
        boolean whole = settings.scale() == Math.rint(settings.scale());
        if (whole) {
            return Compositor.flatten(layers());
        }
        Raster flat = Compositor.flatten(document);
        Transform scaling = Transform.scaling((double) width() / flat.width(), (double) height() / flat.height());
        return resampler
                .draw(flat, scaling, Resampler.bounds(flat.width(), flat.height(), scaling))
                .raster();
    }

    /// The flattened picture, small. A page larger than that is never as a whole in memory; of a smaller one it is
    /// made from what leaves, so that text set anew is seen sharp.
    ///
    /// @param side longest side, px
    /// @param heard called often; what it throws ends the work
    Raster preview(int side, Runnable heard) throws IOException {
        requireSize();
        if (Math.max(document.width(), document.height()) <= side) {
            return AreaAverage.scale(flat(), side, side);
        }
        Raster small = Compositor.thumbnail(document, Math.min(side, width()), Math.min(side, height()), heard);
        return AreaAverage.scale(small, side, side); // as coarse as what leaves
    }

    private void requireSize() throws IOException {
        if (!Document.isPage(width(), height())) {
            throw new IOException(Words.of(Prepared.class).text("too.large", settings.scale(), width(), height()));
        }
    }

    /// Text whose font is not here would look different if it were set anew.
    private static List<Layer> withoutMissingFonts(List<Layer> layers) {
        return layers.stream()
                .map(layer -> switch (layer) {
                    case GroupLayer group -> group.withChildren(withoutMissingFonts(group.children()));
                    case TextLayer text
                    when Typeface.of(
                                    text.text().family(),
                                    text.text().bold(),
                                    text.text().italic())
                            .missing() -> text.rasterized();
                    default -> layer;
                })
                .toList();
    }
}
