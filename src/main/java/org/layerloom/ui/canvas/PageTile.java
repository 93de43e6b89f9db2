package org.layerloom.ui.canvas;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.layerloom.document.Rect;

/// One piece of the page on screen, small enough for a texture.
final class PageTile {
    private final Rect area;
    private final PixelBuffer<IntBuffer> buffer;
    private final ImageView view;

    PageTile(Rect area) {
        this.area = area;
        buffer = new PixelBuffer<>(
                area.width(),
                area.height(),
                IntBuffer.allocate(area.width() * area.height()),
                PixelFormat.getIntArgbPreInstance());
        view = new ImageView(new WritableImage(buffer));
        view.setX(area.x());
        view.setY(area.y());
    }

    ImageView view() {
        return view;
    }

    /// Copies what lies in this tile out of the premultiplied pixels of `from`.
    void put(Rect from, int[] pixels) {
        Rect part = area.intersect(from);
        if (part.isEmpty()) {
            return;
        }
        buffer.updateBuffer(b -> {
            for (int y = part.y(); y < part.bottom(); y++) {
                int source = (y - from.y()) * from.width() + part.x() - from.x();
                b.getBuffer().put((y - area.y()) * area.width() + part.x() - area.x(), pixels, source, part.width());
            }
            return new Rectangle2D(part.x() - area.x(), part.y() - area.y(), part.width(), part.height());
        });
    }
}
