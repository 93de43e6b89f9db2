package org.layerloom.codec.png;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.layerloom.document.Rect;

/// Where pictures lie on one sheet. They are taken from the highest to the lowest, each as far up as it goes under
/// the ones before, and of several widths of the sheet the one that needs the least area is taken. The same pictures
/// always lie at the same places.
///
/// @param places in the order in which the pictures were given
record SheetPacking(int width, int height, List<Rect> places) {
    /// Between two pictures, so that scaling does not mix them.
    static final int GAP = 2;
    /// Most engines take no wider textures.
    static final int MAX_WIDTH = 8192;

    private static final int MIN_WIDTH = 64;

    /// A step of the outline of what is packed: from `x` on for `width`, everything above `y` is taken.
    private record Step(int x, int y, int width) {}

    /// @param sizes of the pictures, none of them empty; a picture wider than `MAX_WIDTH` makes the sheet as wide
    static SheetPacking of(List<Rect> sizes) {
        int widest = sizes.stream().mapToInt(Rect::width).max().orElse(1);
        SheetPacking best = packed(sizes, Math.max(widest, MAX_WIDTH));
        for (int width = MIN_WIDTH; width < MAX_WIDTH; width *= 2) {
            if (width >= widest) {
                SheetPacking packing = packed(sizes, width);
                best = packing.area() < best.area() ? packing : best;
            }
        }
        return best;
    }

    private long area() {
        return (long) width * height;
    }

    private static SheetPacking packed(List<Rect> sizes, int maxWidth) {
        List<Integer> order = IntStream.range(0, sizes.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -sizes.get(i).height())
                        .thenComparingInt(i -> -sizes.get(i).width()))
                .toList();
        Rect[] places = new Rect[sizes.size()];
        List<Step> outline = List.of(new Step(0, 0, maxWidth + GAP));
        int width = 1;
        int height = 1;
        for (int i : order) {
            Rect place = place(sizes.get(i), outline);
            places[i] = place;
            outline = under(outline, place);
            width = Math.max(width, place.right());
            height = Math.max(height, place.bottom());
        }
        return new SheetPacking(width, height, List.of(places));
    }

    /// The highest free place, the leftmost of several.
    private static Rect place(Rect size, List<Step> outline) {
        int end = outline.getLast().x() + outline.getLast().width();
        Step best = null;
        int top = Integer.MAX_VALUE;
        for (Step step : outline) {
            int right = step.x() + size.width() + GAP;
            if (right > end) {
                break;
            }
            int y = outline.stream()
                    .filter(other -> other.x() < right && other.x() + other.width() > step.x())
                    .mapToInt(Step::y)
                    .max()
                    .orElse(0);
            if (y < top) {
                top = y;
                best = step;
            }
        }
        return new Rect(best.x(), top, size.width(), size.height());
    }

    /// The outline with one more picture above it.
    private static List<Step> under(List<Step> outline, Rect place) {
        int left = place.x();
        int right = place.right() + GAP;
        List<Step> next = new ArrayList<>();
        for (Step step : outline) {
            int end = step.x() + step.width();
            if (step.x() < left) {
                next.add(new Step(step.x(), step.y(), Math.min(end, left) - step.x()));
            }
            if (step.x() <= left && end > left) {
                next.add(new Step(left, place.bottom() + GAP, right - left));
            }
            if (end > right) {
                int from = Math.max(step.x(), right);
                next.add(new Step(from, step.y(), end - from));
            }
        }
        return next;
    }
}
