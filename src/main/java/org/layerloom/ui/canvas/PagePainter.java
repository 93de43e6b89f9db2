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

/// Composites for the screen what an edit changed. What takes longer than a frame is done on a thread of its own,
/// piece by piece; of the documents that come meanwhile only the last is painted.
final class PagePainter {
    /// Layer pixels that are composited within a frame.
    private static final long QUICK = 1_500_000;
    /// Pixels of a piece, roughly.
    private static final int PIECE = 1 << 21;
    /// Pieces that may wait for the JavaFX thread.
    private static final int AHEAD = 2;

    /// What is on screen.
    ///
    /// @param alpha whether the alpha is shown instead of the picture
    private record View(Document document, boolean alpha) {}

    private final BiConsumer<Document, List<ScreenPixels>> screen;
    private final LivePainter painter = new LivePainter();
    private View shown;
    private View wanted;
    private boolean painting;

    /// @param screen takes, on the JavaFX thread, parts of a document's page, each at full size first and then halved
    ///     again and again
    PagePainter(BiConsumer<Document, List<ScreenPixels>> screen) {
        this.screen = screen;
    }

    /// @param alpha whether the page's alpha is to be shown instead of its picture
    void show(Document document, boolean alpha) {
        wanted = new View(document, alpha);
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
        List<Rect> pieces = damage(next)
                .flatMap(area -> pieces(area, next.document().canvas()))
                .toList();
        long cost =
                pieces.stream().mapToLong(area -> cost(next.document(), area)).sum();
        if (cost <= QUICK) {
            pieces.forEach(area -> screen.accept(next.document(), compose(next, area)));
            shown = next;
        } else {
            painting = true;
            Thread.ofPlatform().name("composite").daemon().start(() -> paintApart(next, pieces));
        }
    }

    private Stream<Rect> damage(View next) {
        return shown != null && shown.alpha == next.alpha
                ? Damage.between(shown.document, next.document).stream()
                : Stream.of(next.document.canvas());
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
        return document.allLayers()
                .map(Layer::bounds)
                .mapToLong(bounds -> bounds.intersect(area).area())
                .sum();
    }

    private void paintApart(View next, List<Rect> pieces) {
        try {
            Semaphore ahead = new Semaphore(AHEAD);
            for (Rect piece : pieces) {
                List<ScreenPixels> pixels = compose(next, piece);
                ahead.acquireUninterruptibly();
                Platform.runLater(() -> {
                    ahead.release();
                    screen.accept(next.document(), pixels);
                });
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

    private void goOn() {
        painting = false;
        if (wanted != shown) {
            paintNext();
        }
    }

    private List<ScreenPixels> compose(View view, Rect area) {
        int[] argb = new int[Math.toIntExact(area.area())];
        painter.paint(view.document, area, argb, 0, area.width());
        List<ScreenPixels> sizes = new ArrayList<>();
        sizes.add(view.alpha ? ScreenPixels.alpha(area, argb) : ScreenPixels.picture(area, argb));
        while (sizes.size() < levels(view.document.canvas())) {
            sizes.add(sizes.getLast().half());
        }
        return sizes;
    }
}
