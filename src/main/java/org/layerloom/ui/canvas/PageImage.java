package org.layerloom.ui.canvas;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Group;
import org.layerloom.composite.ScreenPixels;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;

/// The document's picture on the canvas. There is the page at full size, at half, a quarter and so on; the view
/// takes the smallest that has no fewer pixels than the screen, so that a small page is as sharp as a large one.
final class PageImage extends Group {
    private final PagePainter painter = new PagePainter(this::put);
    /// The full size first.
    private List<PageLevel> levels = List.of();
    private Rect page = Rect.EMPTY;
    private Document document;
    private boolean previewing;
    private boolean alpha;
    private PagePlace place = new PagePlace(0, 0, 1, 1);
    private boolean smooth = true;

    /// @param previewing whether the document is one of many that a drag gives, to be shown fast: each channel may be
    ///     off by 1 of 255 until it is shown again without
    void show(Document document, boolean previewing) {
        this.document = document;
        this.previewing = previewing;
        painter.show(document, alpha, previewing);
    }

    /// Shows how opaque the picture is, as grey, instead of the picture, or no longer.
    void showAlpha(boolean alpha) {
        this.alpha = alpha;
        if (document != null) {
            painter.show(document, alpha, previewing);
        }
    }

    /// Lays the page's corner at (`x`, `y`) of the view, a document px `scale` px wide.
    void place(double x, double y, double scale, boolean smooth) {
        place = new PagePlace(x, y, scale, devicePixels());
        this.smooth = smooth;
        placeLevels();
    }

    /// Whether the screen shows the last document that was given to `show`.
    boolean isUpToDate() {
        return painter.isUpToDate();
    }

    private void put(Document shown, List<ScreenPixels> sizes) {
        if (!page.equals(shown.canvas())) {
            layLevels(shown.canvas());
        }
        for (int i = 0; i < sizes.size(); i++) {
            levels.get(i).put(sizes.get(i));
        }
    }

    private void layLevels(Rect page) {
        this.page = page;
        levels = IntStream.range(0, PagePainter.levels(page))
                .mapToObj(halvings -> new PageLevel(page, halvings))
                .toList();
        getChildren().setAll(levels);
        placeLevels();
    }

    private void placeLevels() {
        int halvings = 0;
        while (halvings + 1 < levels.size() && place.scale() * place.device() * (2 << halvings) <= 1) {
            halvings++;
        }
        for (int i = 0; i < levels.size(); i++) {
            levels.get(i).setVisible(i == halvings);
        }
        if (!levels.isEmpty()) {
            levels.get(halvings).place(place, smooth);
        }
    }

    /// Device px to a px of the view.
    private double devicePixels() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }
}
