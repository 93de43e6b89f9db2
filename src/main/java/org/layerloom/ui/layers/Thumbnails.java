package org.layerloom.ui.layers;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// Small pictures of rasters at twice their size on screen. Each raster, told apart by identity, is drawn once, on
/// a thread of its own; a move or a rename draws nothing anew.
final class Thumbnails {
    /// Size on screen, px.
    static final int WIDTH = 30;
    static final int HEIGHT = 28;
    private static final int SCALE = 2;

    private final Map<Raster, ReadOnlyObjectWrapper<Image>> pictures = new IdentityHashMap<>();
    private final ExecutorService painter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("thumbnails").daemon().factory());

    /// The picture of a raster; null until it is drawn, or where the raster is empty.
    ReadOnlyObjectProperty<Image> of(Raster raster) {
        ReadOnlyObjectWrapper<Image> known = pictures.get(raster);
        if (known == null) {
            known = new ReadOnlyObjectWrapper<>();
            pictures.put(raster, known);
            if (!raster.isEmpty()) {
                ReadOnlyObjectWrapper<Image> target = known;
                painter.execute(() -> {
                    Image image = draw(raster);
                    Platform.runLater(() -> target.set(image));
                });
            }
        }
        return known.getReadOnlyProperty();
    }

    /// Forgets the pictures of all rasters that the document does not use.
    void keepOnly(Document document) {
        Map<Raster, Boolean> used = new IdentityHashMap<>();
        document.allLayers().flatMap(Layer::rasters).forEach(raster -> used.put(raster, true));
        pictures.keySet().removeIf(raster -> !used.containsKey(raster));
    }

    private static Image draw(Raster raster) {
        LayerProps props = LayerProps.named(new LayerId(1), "thumbnail");
        Document page = Document.blank(raster.width(), raster.height()).add(new PixelLayer(props, raster));
        Raster small = Compositor.thumbnail(page, WIDTH * SCALE, HEIGHT * SCALE);
        WritableImage image = new WritableImage(small.width(), small.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        small.width(),
                        small.height(),
                        PixelFormat.getIntArgbInstance(),
                        small.toArgb(),
                        0,
                        small.width());
        return image;
    }
}
