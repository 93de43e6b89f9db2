package org.layerloom.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.layerloom.composite.Compositor;
import org.layerloom.composite.Damage;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.Rect;

/// The document's picture, 1 px a document px. Only what an edit changed is painted again; what takes longer than a
/// frame is painted on a thread of its own, and of the documents that came meanwhile only the last.
final class PageImage extends Group {
    /// Longest side of a tile: what graphics cards take as one texture.
    private static final int TILE = 4096;
    /// Layer pixels that are composited within a frame.
    private static final long QUICK = 1_500_000;

    private final Translate move = new Translate();
    private final Scale zoom = new Scale();
    private final List<PageTile> tiles = new ArrayList<>();
    /// The document that the tiles show; null before the first.
    private Document shown;
    /// The document that they are to show.
    private Document wanted;
    private boolean painting;
    private boolean smooth = true;

    PageImage() {
        getTransforms().addAll(move, zoom);
    }

    void show(Document document) {
        wanted = document;
        if (!painting) {
            paintNext();
        }
    }

    /// Lays the page's corner at (`x`, `y`) of the view, a document px `scale` px wide.
    void place(double x, double y, double scale, boolean smooth) {
        move.setX(x);
        move.setY(y);
        zoom.setX(scale);
        zoom.setY(scale);
        if (this.smooth != smooth) {
            this.smooth = smooth;
            tiles.forEach(tile -> tile.view().setSmooth(smooth));
        }
    }

    /// Whether the tiles show the last document that was given to `show`.
    boolean isUpToDate() {
        return shown == wanted;
    }

    private void paintNext() {
        Document next = wanted;
        boolean sameSize = shown != null && shown.canvas().equals(next.canvas());
        Rect area = sameSize ? Damage.between(shown, next).stream().reduce(Rect.EMPTY, Rect::union) : next.canvas();
        if (!sameSize) {
            getChildren().clear();
        }
        if (area.isEmpty()) {
            shown = next;
        } else if (cost(next, area) <= QUICK) {
            put(next, area, compose(next, area));
        } else {
            painting = true;
            Thread.ofPlatform().name("composite").daemon().start(() -> paintApart(next, area));
        }
    }

    private void paintApart(Document next, Rect area) {
        try {
            int[] pixels = compose(next, area);
            Platform.runLater(() -> {
                painting = false;
                put(next, area, pixels);
                if (wanted != next) {
                    paintNext();
                }
            });
        } catch (RuntimeException | Error e) {
            Platform.runLater(() -> {
                painting = false;
                throw e;
            });
        }
    }

    private static long cost(Document document, Rect area) {
        return document.allLayers()
                .map(Layer::bounds)
                .mapToLong(bounds -> bounds.intersect(area).area())
                .sum();
    }

    private void put(Document next, Rect area, int[] pixels) {
        if (getChildren().isEmpty()) {
            layTiles(next.canvas());
        }
        tiles.forEach(tile -> tile.put(area, pixels));
        shown = next;
    }

    private void layTiles(Rect page) {
        tiles.clear();
        for (int y = 0; y < page.height(); y += TILE) {
            for (int x = 0; x < page.width(); x += TILE) {
                tiles.add(new PageTile(new Rect(x, y, TILE, TILE).intersect(page)));
            }
        }
        tiles.forEach(tile -> tile.view().setSmooth(smooth));
        getChildren().setAll(tiles.stream().map(PageTile::view).toList());
    }

    /// The pixels of `area`, premultiplied as the screen takes them.
    private static int[] compose(Document document, Rect area) {
        int[] argb = new int[area.width() * area.height()];
        Compositor.paint(document, area, argb, 0, area.width());
        for (int i = 0; i < argb.length; i++) {
            argb[i] = premultiply(argb[i]);
        }
        return argb;
    }

    private static int premultiply(int argb) {
        int a = argb >>> 24;
        if (a == 255) {
            return argb;
        }
        int r = ((argb >> 16 & 255) * a + 127) / 255;
        int g = ((argb >> 8 & 255) * a + 127) / 255;
        int b = ((argb & 255) * a + 127) / 255;
        return a << 24 | r << 16 | g << 8 | b;
    }
}
