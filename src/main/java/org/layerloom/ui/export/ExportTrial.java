package org.layerloom.ui.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.layerloom.codec.Loss;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.export.ExportOrder;
import org.layerloom.codec.export.ExportSource;
import org.layerloom.codec.export.Exporter;
import org.layerloom.document.Layer;
import org.layerloom.document.Raster;

/// What an export will be, found out by making it without keeping it.
///
/// @param width px
/// @param bytes of all files; empty where making them takes long
/// @param lost what the format cannot hold: sentences
record ExportTrial(int width, int height, Raster picture, OptionalLong bytes, List<String> lost) {
    /// Longest side of the picture, px: twice what it is shown at.
    private static final int SIDE = 480;
    /// Pixels of all layers and of the page that are written in less than a second or two.
    private static final double CHEAP = 24_000_000;

    /// @param stale asked often: whether nobody waits for it any more
    /// @throws IOException in one sentence, where it cannot be exported
    static ExportTrial of(ExportSource source, ExportOrder order, BooleanSupplier stale) throws IOException {
        AtomicLong bytes = new AtomicLong();
        WriteProgress heard = share -> {
            if (stale.getAsBoolean()) {
                throw new CancellationException("another export is asked for");
            }
        };
        Exporter.Preview preview = Exporter.preview(source, order, SIDE, heard);
        boolean cheap =
                pixels(source) * order.settings().scale() * order.settings().scale() < CHEAP;
        Set<Loss> losses = EnumSet.noneOf(Loss.class);
        if (cheap) {
            losses.addAll(Exporter.write(source, order, heard, name -> new Counted(bytes)));
        }
        return new ExportTrial(
                preview.width(),
                preview.height(),
                preview.picture(),
                cheap ? OptionalLong.of(bytes.get()) : OptionalLong.empty(),
                losses.stream().sorted().map(Loss::sentence).toList());
    }

    private static double pixels(ExportSource source) {
        double layers = source.document()
                .allLayers()
                .flatMap(Layer::rasters)
                .mapToDouble(raster -> raster.width() * (double) raster.height())
                .sum();
        return layers + source.document().canvas().area();
    }

    /// Counts what is written.
    private static final class Counted extends OutputStream {
        private final AtomicLong bytes;

        Counted(AtomicLong bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int b) {
            bytes.incrementAndGet();
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes.addAndGet(length);
        }
    }
}
