package org.layerloom.codec;

import org.layerloom.composite.Blend;
import org.layerloom.composite.ClipRun;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Finds the layers that nothing shows through, all over the canvas: what fill does in its special modes depends on
/// that. Looks at pixels only in documents where it matters.
///
/// @param matters whether some layer has a fill in a special mode
record Backdrop(Rect canvas, boolean matters) {
    static Backdrop of(Document document) {
        return new Backdrop(
                document.canvas(),
                document.allLayers()
                        .map(layer -> layer.props().blending())
                        .anyMatch(blending -> blending.fill() < 255 && Blend.special(blending.mode())));
    }

    boolean covers(Layer layer) {
        Blending blending = layer.props().blending();
        boolean whole = matters
                && layer.props().visible()
                && blending.opacity() == 255
                && blending.fill() == 255
                && Coverage.mask(layer) == Coverage.ALL;
        return whole
                && switch (layer) {
                    case RasterLayer pixels -> blending.mode() == BlendMode.NORMAL && isOpaque(pixels);
                    case GroupLayer group -> {
                        boolean over = blending.mode() == BlendMode.NORMAL || blending.mode() == BlendMode.PASS_THROUGH;
                        yield over && ClipRun.of(group.children()).stream().anyMatch(run -> covers(run.base()));
                    }
                };
    }

    private boolean isOpaque(RasterLayer layer) {
        if (!layer.bounds().contains(canvas)) {
            return false;
        }
        int[] row = new int[canvas.width()];
        for (int y = 0; y < canvas.height(); y++) {
            layer.raster().copyRow(-layer.props().x(), y - layer.props().y(), row.length, row, 0);
            for (int pixel : row) {
                if (pixel >>> 24 != 255) {
                    return false;
                }
            }
        }
        return true;
    }
}
