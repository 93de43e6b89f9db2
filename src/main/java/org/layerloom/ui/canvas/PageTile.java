package org.layerloom.ui.canvas;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.layerloom.composite.ScreenPixels;
import org.layerloom.document.Rect;

/// One piece of the page on screen, small enough for a texture.
final class PageTile {
    private final Rect area;
    /// The same in px of the page.
    private final Rect onPage;
    private final PixelBuffer<IntBuffer> buffer;
    private final ImageView view;

    /// @param area in px of the size that is shown
    /// @param step px of the page to one of those
    PageTile(Rect area, int step, Rect page) {
        this.area = area;
        onPage = new Rect(area.x() * step, area.y() * step, area.width() * step, area.height() * step).intersect(page);
        buffer = new PixelBuffer<>(
                area.width(),
                area.height(),
                IntBuffer.allocate(area.width() * area.height()),
                PixelFormat.getIntArgbPreInstance());
        view = new ImageView(new WritableImage(buffer));
    }

    ImageView view() {
        return view;
    }

    void place(PagePlace place) {
        view.setX(place.across(onPage.x()));
        view.setY(place.down(onPage.y()));
        // A side of 0 would stand for the image's own.
        view.setFitWidth(Math.max(place.across(onPage.right()) - view.getX(), 1 / place.device()));
        view.setFitHeight(Math.max(place.down(onPage.bottom()) - view.getY(), 1 / place.device()));
    }

    /// Copies what lies in this tile.
    void put(ScreenPixels pixels) {
        Rect from = pixels.area();
        Rect part = area.intersect(from);
        if (part.isEmpty()) {
            return;
        }
        buffer.updateBuffer(b -> {
            for (int y = part.y(); y < part.bottom(); y++) {
                int source = (y - from.y()) * from.width() + part.x() - from.x();
                int at = (y - area.y()) * area.width() + part.x() - area.x();
                b.getBuffer().put(at, pixels.argb(), source, part.width());
            }
            return new Rectangle2D(part.x() - area.x(), part.y() - area.y(), part.width(), part.height());
        });
    }
}
