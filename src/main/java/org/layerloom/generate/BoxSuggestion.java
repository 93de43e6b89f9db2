package org.layerloom.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.layerloom.document.Rect;

/// Where the things that a prompt names could go on a page: one box for each, a start to move and resize.
///
/// A frame gets the whole page, lettering a band at the top (what is written second, at the foot), a thing called
/// large the middle above the others, and all others the even grid whose cells come closest to squares. [Binder]
/// gives each phrase the box that was made for it.
public final class BoxSuggestion {
    /// Of the page's shorter side.
    private static final double MARGIN = 0.06;

    private static final double GAP = 0.03;
    /// A band's height, of the page's.
    private static final double BAND = 0.16;
    /// Wide enough that [Binder] knows it for lettering, px of width a px of height.
    private static final double BAND_ASPECT = 2.5;
    /// A box for a thing is at most so much longer than it is wide, or the other way about.
    private static final double LONGEST = 1.4;
    /// Of the room for things, the part of a thing called large.
    private static final double HERO = 0.55;

    private final int gap;
    private final Rect page;
    private Rect room;
    private final List<Rect> boxes = new ArrayList<>();

    private BoxSuggestion(int width, int height) {
        page = new Rect(0, 0, width, height);
        int shorter = Math.min(width, height);
        int margin = (int) Math.round(shorter * MARGIN);
        gap = (int) Math.round(shorter * GAP);
        room = inset(page, margin);
    }

    /// Boxes for what the prompt names, bottom-most first; none where it names nothing.
    ///
    /// @param width of the page, px
    /// @param height of the page, px
    public static List<Rect> of(String prompt, int width, int height) {
        BoxSuggestion suggestion = new BoxSuggestion(width, height);
        suggestion.lay(PromptReader.phrases(prompt));
        return suggestion.boxes.stream()
                .filter(box -> !box.isEmpty())
                .limit(GenerateRequest.MAX_BOXES)
                .toList();
    }

    private void lay(List<Phrase> phrases) {
        List<Phrase> lettering = phrases.stream().filter(Phrase::isLettering).toList();
        List<Phrase> frames = only(phrases, Binder.FRAME, lettering);
        List<Phrase> large = only(phrases, Binder.LARGE, lettering, frames);
        int others = phrases.stream()
                .filter(p -> !lettering.contains(p) && !frames.contains(p) && !large.contains(p))
                .mapToInt(Phrase::count)
                .sum();
        frames.forEach(frame -> boxes.add(page));
        layBands(lettering.size());
        if (large.size() == 1 && others > 0) {
            layHero();
            layGrid(others);
        } else {
            layGrid(others + large.stream().mapToInt(Phrase::count).sum());
        }
    }

    @SafeVarargs
    private static List<Phrase> only(List<Phrase> phrases, Pattern words, List<Phrase>... taken) {
        List<Phrase> gone = Stream.of(taken).flatMap(List::stream).toList();
        return phrases.stream()
                .filter(phrase -> phrase.mentions(words) && !gone.contains(phrase))
                .toList();
    }

    /// Bands for lettering: the first at the top, the second at the foot, the third below the first, and so on.
    private void layBands(int count) {
        int high = (int) Math.round(Math.min(page.height() * BAND, room.width() / BAND_ASPECT));
        high = Math.min(high, room.height() / Math.max(1, count + 2));
        for (int i = 0; i < count; i++) {
            boolean top = i % 2 == 0;
            int y = top ? room.y() : room.y() + room.height() - high;
            boxes.add(new Rect(room.x(), y, room.width(), high));
            int rest = Math.max(0, room.height() - high - gap);
            room = new Rect(room.x(), top ? room.y() + high + gap : room.y(), room.width(), rest);
        }
    }

    /// The large thing: above the others on a tall page, beside them on a wide one.
    private void layHero() {
        boolean wide = room.width() > room.height();
        int size = (int) Math.round((wide ? room.width() : room.height()) * HERO);
        Rect cell = wide
                ? new Rect(room.x(), room.y(), size, room.height())
                : new Rect(room.x(), room.y(), room.width(), size);
        boxes.add(fitted(cell));
        room = wide
                ? new Rect(room.x() + size + gap, room.y(), Math.max(0, room.width() - size - gap), room.height())
                : new Rect(room.x(), room.y() + size + gap, room.width(), Math.max(0, room.height() - size - gap));
    }

    private void layGrid(int count) {
        if (count == 0) {
            return;
        }
        int rows = 1;
        for (int more = 2; more <= count; more++) {
            rows = distance(more, count) < distance(rows, count) ? more : rows;
        }
        int high = (room.height() - gap * (rows - 1)) / rows;
        for (int row = 0; row < rows; row++) {
            layRow(inRow(row, rows, count), room.y() + row * (high + gap), high);
        }
    }

    private void layRow(int count, int y, int high) {
        int wide = (room.width() - gap * (count - 1)) / count;
        for (int i = 0; i < count; i++) {
            boxes.add(fitted(new Rect(room.x() + i * (wide + gap), y, Math.max(0, wide), Math.max(0, high))));
        }
    }

    /// Fuller rows come last: they stand steadier.
    private static int inRow(int row, int rows, int count) {
        return (count + row) / rows;
    }

    /// How far the cells of so many rows are from squares, 0 = squares.
    private double distance(int rows, int count) {
        double high = Math.max(1, room.height() - gap * (rows - 1.0)) / rows;
        return Arrays.stream(new int[] {inRow(0, rows, count), inRow(rows - 1, rows, count)})
                .mapToDouble(n -> Math.abs(Math.log(Math.max(1, room.width() - gap * (n - 1.0)) / n / high)))
                .sum();
    }

    /// The largest box of a thing's proportions in the middle of a cell.
    private static Rect fitted(Rect cell) {
        int wide = (int) Math.min(cell.width(), Math.round(cell.height() * LONGEST));
        int high = (int) Math.min(cell.height(), Math.round(cell.width() * LONGEST));
        return new Rect(cell.x() + (cell.width() - wide) / 2, cell.y() + (cell.height() - high) / 2, wide, high);
    }

    private static Rect inset(Rect rect, int by) {
        return new Rect(
                rect.x() + by, rect.y() + by, Math.max(1, rect.width() - 2 * by), Math.max(1, rect.height() - 2 * by));
    }
}
