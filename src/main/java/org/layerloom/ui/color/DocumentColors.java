package org.layerloom.ui.color;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.layerloom.composite.Compositor;
import org.layerloom.document.Document;
import org.layerloom.document.Fill;
import org.layerloom.document.FillLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Rect;
import org.layerloom.document.TextLayer;

/// The colours that a design is made of: those of its texts and fills, then what its picture shows most.
final class DocumentColors {
    private static final int MOST = 16;
    /// Rows and columns of points at which the picture is looked at.
    private static final int POINTS = 16;

    private DocumentColors() {}

    static List<Integer> of(Document document) {
        Set<Integer> colors = new LinkedHashSet<>();
        document.allLayers().forEach(layer -> addOwn(layer, colors));
        frequent(document).forEach(colors::add);
        return colors.stream().limit(MOST).toList();
    }

    private static void addOwn(Layer layer, Set<Integer> colors) {
        switch (layer) {
            case TextLayer text -> colors.add(text.text().argb() | 0xff000000);
            case FillLayer fill -> {
                switch (fill.fill()) {
                    case Fill.Solid solid -> colors.add(solid.argb() | 0xff000000);
                    case Fill.Gradient gradient ->
                        gradient.stops().forEach(stop -> colors.add(stop.argb() | 0xff000000));
                }
            }
            default -> {}
        }
    }

    /// Of colours that are nearly the same the first is taken, the most frequent kind first.
    private static List<Integer> frequent(Document document) {
        Map<Integer, List<Integer>> kinds = new HashMap<>();
        int[] row = new int[document.width()];
        for (int y = 0; y < POINTS && !document.layers().isEmpty(); y++) {
            Rect line = new Rect(0, (2 * y + 1) * document.height() / (2 * POINTS), document.width(), 1);
            Compositor.paint(document, line, row, 0, row.length);
            for (int x = 0; x < POINTS; x++) {
                int argb = row[(2 * x + 1) * document.width() / (2 * POINTS)];
                if (argb >>> 24 > 127) {
                    kinds.computeIfAbsent(argb & 0xe0e0e0, kind -> new ArrayList<>())
                            .add(argb | 0xff000000);
                }
            }
        }
        return kinds.values().stream()
                .sorted(Comparator.comparing((List<Integer> kind) -> -kind.size())
                        .thenComparing(List::getFirst))
                .map(List::getFirst)
                .toList();
    }
}
