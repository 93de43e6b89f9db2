package org.layerloom.document.text;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.layerloom.document.Document;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Text;
import org.layerloom.document.TextLayer;

/// Draws text as pixels.
public final class TextSetter {
    private TextSetter() {}

    /// A layer of text at the place that the text states; the position of `props` is not used.
    public static TextLayer layer(LayerProps props, Text text) {
        Shape outline = new TextLines(text).outline();
        Rect area = area(outline.getBounds2D());
        Raster raster = raster(outline, area, text.argb());
        Rect visible = raster.alphaBounds();
        Rect place = raster.isEmpty()
                ? new Rect((int) text.x(), (int) text.y(), 0, 0)
                : visible.translate(area.x(), area.y());
        return new TextLayer(props.withPosition(place.x(), place.y()), text, raster.crop(visible));
    }

    /// The same layer with another text.
    public static TextLayer reset(TextLayer layer, Text text) {
        return text.equals(layer.text()) ? layer : layer(layer.props(), text);
    }

    /// Whole pixels, not further off than a page can be large.
    private static Rect area(Rectangle2D bounds) {
        if (bounds.isEmpty()) {
            return Rect.EMPTY;
        }
        int far = Document.MAX_SIDE;
        int left = (int) Math.clamp(Math.floor(bounds.getMinX()), -far, 2 * far);
        int top = (int) Math.clamp(Math.floor(bounds.getMinY()), -far, 2 * far);
        int right = (int) Math.clamp(Math.ceil(bounds.getMaxX()), -far, 2 * far);
        int bottom = (int) Math.clamp(Math.ceil(bounds.getMaxY()), -far, 2 * far);
        return new Rect(left, top, right - left, bottom - top);
    }

    private static Raster raster(Shape outline, Rect area, int argb) {
        return Raster.drawn(area.width(), area.height(), (top, rows, pixels) -> {
            BufferedImage image = new BufferedImage(area.width(), rows, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.translate(-area.x(), -area.y() - top);
            graphics.fill(outline);
            graphics.dispose();
            int[] covered = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            for (int i = 0; i < pixels.length; i++) {
                // The colour stays exact where the edge is soft.
                int alpha = ((covered[i] >>> 24) * (argb >>> 24) + 127) / 255;
                pixels[i] = alpha == 0 ? 0 : alpha << 24 | argb & 0xffffff;
            }
        });
    }
}
