package org.layerloom.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import org.layerloom.composite.ScreenPixels;
import org.layerloom.document.Rect;

/// The page on screen at full size, or halved so many times, in tiles small enough for textures.
final class PageLevel extends Group {
    private static final int TILE = 1024;

    private final List<PageTile> tiles = new ArrayList<>();

    /// @param halvings how many times the page is halved, 0 = full size
    PageLevel(Rect page, int halvings) {
        int step = 1 << halvings;
        Rect all = new Rect(0, 0, Math.ceilDiv(page.width(), step), Math.ceilDiv(page.height(), step));
        for (int y = 0; y < all.height(); y += TILE) {
            for (int x = 0; x < all.width(); x += TILE) {
                tiles.add(new PageTile(new Rect(x, y, TILE, TILE).intersect(all), step, page));
            }
        }
        getChildren().setAll(tiles.stream().map(PageTile::view).toList());
    }

    void put(ScreenPixels pixels) {
        tiles.forEach(tile -> tile.put(pixels));
    }

    void place(PagePlace place, boolean smooth) {
        for (PageTile tile : tiles) {
            tile.place(place);
            tile.view().setSmooth(smooth);
        }
    }
}
