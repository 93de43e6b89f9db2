package org.layerloom.edit.paint;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Marquee;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterDraft;
import org.layerloom.document.Rect;

/// One stroke of the brush or the eraser over a raster. The raster that it began on stays as it is; each step costs
/// what its dabs reach, however large the raster is.
public final class Stroke {
    private final Brush brush;
    private final Ink ink;
    private final Surface surface;
    private final Optional<Marquee> marquee;
    private final Coverage coverage;
    private final RasterDraft draft;
    private final StrokePath path;

    /// What is painted on.
    ///
    /// @param x document px of the raster's left edge
    /// @param outside what counts where the raster is not
    /// @param limit where paint may go
    public record Surface(Raster raster, int x, int y, int outside, Rect limit) {
        private void copy(int fromX, int row, int length, int[] into) {
            raster.copyRow(fromX - x, row - y, length, into, 0, outside);
        }
    }

    /// Puts the tip down.
    public Stroke(Brush brush, Ink ink, Surface surface, Optional<Marquee> marquee, double x, double y) {
        this.brush = brush;
        this.ink = ink;
        this.surface = surface;
        this.marquee = marquee;
        Rect limit = marquee.map(m -> m.bounds().intersect(surface.limit())).orElse(surface.limit());
        coverage = new Coverage(brush, limit);
        draft = new RasterDraft(surface.raster(), surface.x(), surface.y(), surface.outside());
        path = new StrokePath(brush.spacing(), x, y);
        print(List.of(new Dab(x, y)));
    }

    /// Follows the pointer, smoothly.
    public void curveTo(double x, double y) {
        print(path.curveTo(x, y));
    }

    /// Goes straight to a point.
    public void lineTo(double x, double y) {
        print(path.lineTo(x, y));
    }

    /// Comes up to where the pointer is.
    public void finish() {
        print(path.finish());
    }

    /// Where the pointer was last.
    public double x() {
        return path.x();
    }

    public double y() {
        return path.y();
    }

    /// The raster as it is painted so far.
    public Raster raster() {
        return draft.raster();
    }

    /// Where that raster lies.
    public Rect bounds() {
        return draft.bounds();
    }

    private void print(List<Dab> dabs) {
        List<Rect> areas = coverage.add(dabs);
        // Where nothing is there is nothing to take away.
        Rect reach = ink.kind() == Ink.Kind.COLOR || ink.kind() == Ink.Kind.MASK
                ? areas.stream().reduce(Rect.EMPTY, Rect::union)
                : Rect.EMPTY;
        draft.cover(reach);
        draft.write(
                areas.stream()
                        .map(area -> area.intersect(draft.bounds()))
                        .filter(area -> !area.isEmpty())
                        .toList(),
                this::blend);
    }

    private void blend(int[] pixels, int offset, int x, int y, int length) {
        float[] covered = new float[length];
        int[] below = new int[length];
        int[] selected = new int[length];
        coverage.copy(x, y, length, covered);
        surface.copy(x, y, length, below);
        marquee.ifPresent(m -> m.coverage().copyRow(x - m.x(), y - m.y(), length, selected, 0));
        for (int i = 0; i < length; i++) {
            if (covered[i] > 0) {
                double share = marquee.isPresent() ? (selected[i] >>> 24) / 255.0 : 1;
                pixels[offset + i] = ink.over(below[i], covered[i] * brush.opacity() * share);
            }
        }
    }
}
