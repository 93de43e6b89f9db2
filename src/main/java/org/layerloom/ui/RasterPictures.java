package org.layerloom.ui;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// Pictures of rasters at twice their size on screen, each drawn once and in the background.
public final class RasterPictures {
    private final int side;
    private final Map<Raster, ReadOnlyObjectWrapper<Image>> pictures = new IdentityHashMap<>();

    /// @param side longest side on screen, px
    public RasterPictures(int side) {
        this.side = side;
    }

    /// The picture; null until it is drawn, or where the raster is empty.
    public ObservableValue<Image> of(Raster raster) {
        return pictures.computeIfAbsent(raster, this::begin).getReadOnlyProperty();
    }

    /// Forgets all others.
    public void keepOnly(List<Raster> used) {
        pictures.keySet().removeIf(raster -> used.stream().noneMatch(other -> other == raster));
    }

    private ReadOnlyObjectWrapper<Image> begin(Raster raster) {
        ReadOnlyObjectWrapper<Image> picture = new ReadOnlyObjectWrapper<>();
        if (!raster.isEmpty()) {
            CompletableFuture.supplyAsync(() -> draw(raster))
                    .thenAccept(image -> Platform.runLater(() -> picture.set(image)));
        }
        return picture;
    }

    private Image draw(Raster raster) {
        LayerProps props = LayerProps.named(new LayerId(1), "picture");
        Document page = Document.blank(raster.width(), raster.height()).add(new PixelLayer(props, raster));
        return FxPictures.image(Compositor.thumbnail(page, 2 * side, 2 * side));
    }
}
