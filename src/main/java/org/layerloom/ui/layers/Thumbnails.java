package org.layerloom.ui.layers;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
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
    /// Rasters whose picture is still of use; the painter asks too. Told apart by identity.
    private final Set<Raster> wanted = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final ExecutorService painter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("thumbnails").daemon().factory());

    /// The picture of a mask, and where on which page it was drawn so.
    private record Placed(MaskPicture drawn, ReadOnlyObjectWrapper<Image> picture) {}

    /// The picture of a raster; null until it is drawn, or where the raster is empty.
    ReadOnlyObjectProperty<Image> of(Raster raster) {
        ReadOnlyObjectWrapper<Image> known = pictures.get(raster);
        if (known == null) {
            known = raster.isEmpty() ? new ReadOnlyObjectWrapper<>() : soon(raster, () -> draw(raster));
            pictures.put(raster, known);
        }
        return known.getReadOnlyProperty();
    }

    /// The picture of what a mask shows of the page, white on black; null until it is drawn.
    ReadOnlyObjectProperty<Image> of(Mask mask, Rect page) {
        MaskPicture shown = MaskPicture.of(mask, page);
        Placed known = masks.get(mask.raster());
        if (known == null || !known.drawn().equals(shown)) {
            known = new Placed(
                    shown,
                    soon(mask.raster(), () -> FxPictures.image(shown.draw(mask, WIDTH * SCALE, HEIGHT * SCALE))));
            masks.put(mask.raster(), known);
        }
        return known.picture().getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Image> soon(Raster raster, Supplier<Image> work) {
        ReadOnlyObjectWrapper<Image> target = new ReadOnlyObjectWrapper<>();
        wanted.add(raster);
        painter.execute(() -> {
            if (wanted.contains(raster)) {
                Image image = work.get();
                Platform.runLater(() -> target.set(image));
            }
        });
        return target;
    }

    /// Forgets the pictures of all rasters that none of the documents uses; what is not drawn yet never is. Without it
    /// each move of a brush would leave a raster behind.
    void keepOnly(Document... documents) {
        Set<Raster> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Document document : documents) {
            document.allLayers().flatMap(Layer::rasters).forEach(used::add);
        }
        wanted.removeIf(raster -> !used.contains(raster));
        pictures.keySet().removeIf(raster -> !used.contains(raster));
        masks.keySet().removeIf(raster -> !used.contains(raster));
    }

    private static Image draw(Raster raster) {
        LayerProps props = LayerProps.named(new LayerId(1), "thumbnail");
        Document page = Document.blank(raster.width(), raster.height()).add(new PixelLayer(props, raster));
        return FxPictures.image(Compositor.thumbnail(page, WIDTH * SCALE, HEIGHT * SCALE));
    }
}
