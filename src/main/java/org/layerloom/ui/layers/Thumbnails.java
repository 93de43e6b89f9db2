package org.layerloom.ui.layers;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.ui.FxPictures;

/// Small pictures of rasters and masks at twice their size on screen. Each raster, told apart by identity, is drawn
/// once, on a thread of its own; a move or a rename draws nothing anew.
final class Thumbnails {
    /// Size on screen, px.
    static final int WIDTH = 30;
    static final int HEIGHT = 28;
    private static final int SCALE = 2;

    private final Map<Raster, ReadOnlyObjectWrapper<Image>> pictures = new IdentityHashMap<>();
    private final Map<Raster, Placed> masks = new IdentityHashMap<>();
    private final ExecutorService painter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("thumbnails").daemon().factory());

    /// The picture of a mask, and where on which page it was drawn so.
    private record Placed(MaskPicture drawn, ReadOnlyObjectWrapper<Image> picture) {}

    /// The picture of a raster; null until it is drawn, or where the raster is empty.
    ReadOnlyObjectProperty<Image> of(Raster raster) {
        ReadOnlyObjectWrapper<Image> known = pictures.get(raster);
        if (known == null) {
            known = raster.isEmpty() ? new ReadOnlyObjectWrapper<>() : soon(() -> draw(raster));
            pictures.put(raster, known);
        }
        return known.getReadOnlyProperty();
    }

    /// The picture of what a mask shows of the page, white on black; null until it is drawn.
    ReadOnlyObjectProperty<Image> of(Mask mask, Rect page) {
        MaskPicture wanted = MaskPicture.of(mask, page);
        Placed known = masks.get(mask.raster());
        if (known == null || !known.drawn().equals(wanted)) {
            known = new Placed(wanted, soon(() -> FxPictures.image(wanted.draw(mask, WIDTH * SCALE, HEIGHT * SCALE))));
            masks.put(mask.raster(), known);
        }
        return known.picture().getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Image> soon(Supplier<Image> work) {
        ReadOnlyObjectWrapper<Image> target = new ReadOnlyObjectWrapper<>();
        painter.execute(() -> {
            Image image = work.get();
            Platform.runLater(() -> target.set(image));
        });
        return target;
    }

    /// Forgets the pictures of all rasters that the document does not use.
    void keepOnly(Document document) {
        Map<Raster, Boolean> used = new IdentityHashMap<>();
        document.allLayers().flatMap(Layer::rasters).forEach(raster -> used.put(raster, true));
        pictures.keySet().removeIf(raster -> !used.containsKey(raster));
        masks.keySet().removeIf(raster -> !used.containsKey(raster));
    }

    private static Image draw(Raster raster) {
        LayerProps props = LayerProps.named(new LayerId(1), "thumbnail");
        Document page = Document.blank(raster.width(), raster.height()).add(new PixelLayer(props, raster));
        return FxPictures.image(Compositor.thumbnail(page, WIDTH * SCALE, HEIGHT * SCALE));
    }
}
