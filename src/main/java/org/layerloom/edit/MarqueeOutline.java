package org.layerloom.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.layerloom.document.Marquee;
import org.layerloom.document.Raster;

/// The outline of a marquee: lines between pixels that are selected by half and such that are not.
///
/// @param segments straight runs in document px, level or upright
public record MarqueeOutline(List<Segment> segments) {
    private static final int HALF = 128;
    /// Of an outline more frayed than this no more is drawn.
    private static final int MOST = 200_000;

    /// From one point to another.
    public record Segment(int x0, int y0, int x1, int y1) {}

    public MarqueeOutline {
        segments = List.copyOf(segments);
    }

    public static MarqueeOutline of(Marquee marquee) {
        List<Segment> segments = new ArrayList<>();
        level(marquee, segments);
        upright(marquee, segments);
        return new MarqueeOutline(segments);
    }

    private static void level(Marquee marquee, List<Segment> segments) {
        Raster raster = marquee.coverage();
        int[] above = new int[raster.width()];
        int[] row = new int[raster.width()];
        for (int y = 0; y <= raster.height() && segments.size() < MOST; y++) {
            row(raster, y, row);
            int from = -1;
            for (int x = 0; x <= row.length; x++) {
                boolean edge = x < row.length && isIn(above[x]) != isIn(row[x]);
                if (edge && from < 0) {
                    from = x;
                } else if (!edge && from >= 0) {
                    segments.add(new Segment(marquee.x() + from, marquee.y() + y, marquee.x() + x, marquee.y() + y));
                    from = -1;
                }
            }
            int[] swap = above;
            above = row;
            row = swap;
        }
    }

    private static void upright(Marquee marquee, List<Segment> segments) {
        Raster raster = marquee.coverage();
        int[] row = new int[raster.width()];
        int[] begun = new int[raster.width() + 1];
        Arrays.fill(begun, -1);
        for (int y = 0; y <= raster.height() && segments.size() < MOST; y++) {
            row(raster, y, row);
            for (int x = 0; x < begun.length; x++) {
                boolean left = x > 0 && isIn(row[x - 1]);
                boolean right = x < row.length && isIn(row[x]);
                if (left != right && begun[x] < 0) {
                    begun[x] = y;
                } else if (left == right && begun[x] >= 0) {
                    segments.add(
                            new Segment(marquee.x() + x, marquee.y() + begun[x], marquee.x() + x, marquee.y() + y));
                    begun[x] = -1;
                }
            }
        }
    }

    private static void row(Raster raster, int y, int[] row) {
        if (y < raster.height()) {
            raster.copyRow(0, y, row.length, row, 0);
        } else {
            Arrays.fill(row, 0);
        }
    }

    private static boolean isIn(int argb) {
        return argb >>> 24 >= HALF;
    }
}
