package org.layerloom.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.layerloom.composite.Damage;
import org.layerloom.composite.LivePainter;
import org.layerloom.composite.ScreenPixels;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.Rect;

/// Composites for the screen what an edit changed. All but the quickest is done on a thread of its own,
/// piece by piece; of the documents that come meanwhile only the last is painted.
final class PagePainter {
    /// Pixels of the page and of layers that are composited in a few milliseconds even by code that has not been
    /// compiled yet.
    private static final long QUICK = 20_000;
    /// Pixels of a piece, roughly.
    private static final int PIECE = 1 << 21;
    /// Pieces that may wait for the JavaFX thread.
    private static final int AHEAD = 2;

    /// What is on screen.
    ///
    /// @param alpha whether the alpha is shown instead of the picture
    /// @param previewing whether another follows soon, so that the fast and nearly right pixels do
    private record View(Document document, boolean alpha, boolean previewing) {}

    /// The areas to paint.
    ///
    /// @param damaged where the screen shows another picture
    /// @param approximate where it shows the right one nearly; may be left for later
    private record Work(List<Rect> damaged, List<Rect> approximate) {
        Stream<Rect> areas() {
            return Stream.concat(damaged.stream(), approximate.stream());
        }
    }

    private final BiConsumer<Document, List<ScreenPixels>> screen;
    private final LivePainter painter = new LivePainter();
    private View shown;
    private volatile View wanted;
    private boolean painting;

    /// @param screen takes, on the JavaFX thread, parts of a document's page, each at full size first and then halved
    ///     again and again
    PagePainter(BiConsumer<Document, List<ScreenPixels>> screen) {
        this.screen = screen;
    }

    /// @param alpha whether the page's alpha is to be shown instead of its picture
    /// @param previewing whether each channel may be off by 1 of 255, because more documents follow soon; what was
    ///     painted so is painted anew when one is shown for good
    void show(Document document, boolean alpha, boolean previewing) {
        wanted = new View(document, alpha, previewing);
        if (!painting) {
            paintNext();
        }
    }

    /// Whether the screen has all of what was asked for last.
    boolean isUpToDate() {
        return shown == wanted;
    }

    /// How many sizes of a page there are: the smallest fits in 512 x 512 px.
    static int levels(Rect page) {
        int longest = Math.max(page.width(), page.height());
        int levels = 1;
        while (longest >> levels - 1 > 512) {
            levels++;
        }
        return levels;
    }

    private void paintNext() {
        View next = wanted;
        Work work =
                new Work(pieces(damage(next), next), pieces(next.previewing ? List.of() : painter.approximate(), next));
        long cost = work.areas().mapToLong(area -> cost(next.document(), area)).sum();
        if (cost <= QUICK) {
            work.areas().forEach(area -> screen.accept(next.document(), compose(next, area)));
            shown = next;
        } else {
            painting = true;
            Thread.ofPlatform().name("composite").daemon().start(() -> paintApart(next, work));
        }
    }

    private List<Rect> damage(View next) {
        return shown != null && shown.alpha == next.alpha
                ? Damage.between(shown.document, next.document)
                : List.of(next.document.canvas());
    }

    private static List<Rect> pieces(List<Rect> areas, View view) {
        return areas.stream()
                .flatMap(area -> pieces(area, view.document.canvas()))
                .toList();
    }

    /// Cuts an area into flat pieces whose edges lie on whole pixels of the smallest size.
    private static Stream<Rect> pieces(Rect area, Rect page) {
        int step = 1 << levels(page) - 1;
        Rect grown = area.snapOutward(step).intersect(page);
        int rows = Math.ceilDiv(PIECE / grown.width() + 1, step) * step;
        return Stream.iterate(grown.y(), y -> y < grown.bottom(), y -> y + rows)
                .map(y -> new Rect(grown.x(), y, grown.width(), Math.min(rows, grown.bottom() - y)));
    }

    private static long cost(Document document, Rect area) {
        return area.area()
                + document.allLayers()
                        .map(Layer::bounds)
                        .mapToLong(bounds -> bounds.intersect(area).area())
                        .sum();
    }

    private void paintApart(View next, Work work) {
        try {
            Semaphore ahead = new Semaphore(AHEAD);
            work.damaged.forEach(piece -> paintApart(next, piece, ahead));
            for (Rect piece : work.approximate) {
                if (wanted == next) {
                    paintApart(next, piece, ahead);
                }
            }
            Platform.runLater(() -> {
                shown = next;
                goOn();
            });
        } catch (RuntimeException | Error e) {
            Platform.runLater(() -> {
                painting = false;
                throw e;
            });
        }
    }

    private void paintApart(View next, Rect piece, Semaphore ahead) {
        List<ScreenPixels> pixels = compose(next, piece);
        ahead.acquireUninterruptibly();
        Platform.runLater(() -> {
            ahead.release();
            screen.accept(next.document(), pixels);
        });
    }

    private void goOn() {
        painting = false;
        if (wanted != shown) {
            paintNext();
        }
    }

    private List<ScreenPixels> compose(View view, Rect area) {
        int[] argb = new int[Math.toIntExact(area.area())];
        if (view.previewing) {
            painter.preview(view.document, area, argb, 0, area.width());
        } else {
            painter.paint(view.document, area, argb, 0, area.width());
        }
        List<ScreenPixels> sizes = new ArrayList<>();
        sizes.add(view.alpha ? ScreenPixels.alpha(area, argb) : ScreenPixels.picture(area, argb));
        while (sizes.size() < levels(view.document.canvas())) {
            sizes.add(sizes.getLast().half());
        }
        return sizes;
    }
}
