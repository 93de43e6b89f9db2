package org.layerloom.codec.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.layerloom.codec.Baking;
import org.layerloom.codec.CommonModes;
import org.layerloom.codec.Origin;
import org.layerloom.codec.Trimmed;
import org.layerloom.codec.WriteProgress;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Writes a document as a page of PDF 1.7 (ISO 32000-1): each layer a picture with a soft mask, to be shown
/// and hidden by viewers that can, with its opacity and blend mode; groups are transparency groups. Masks,
/// clipping and fill are in
/// the pixels. Equal documents give equal files.
public final class PdfWriter {
    /// Longest side of a page in its units; beyond it a unit stands for several points.
    private static final double MAX_UNITS = 14_400;

    private final PdfObjects objects;
    private final PdfPictures pictures;
    private final WriteProgress progress;
    private final long pixels;
    private final Map<String, Integer> states = new HashMap<>();
    private final StringBuilder hidden = new StringBuilder();
    private final StringBuilder all = new StringBuilder();
    private long done;

    private PdfWriter(Document document, WriteProgress progress, OutputStream out) throws IOException {
        this.objects = new PdfObjects(out);
        this.pictures = new PdfPictures(objects, document.paper());
        this.progress = progress;
        this.pixels =
                Math.max(1, document.allLayers().mapToLong(PdfWriter::pixels).sum());
    }

    private static long pixels(Layer layer) {
        return layer instanceof RasterLayer ? layer.bounds().area() : 0;
    }

    /// Writes a whole file; the stream stays open.
    ///
    /// @param title of the document
    /// @param background straight colour under the layers; alpha 0 = the paper
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    public static void write(Document document, String title, int background, WriteProgress progress, OutputStream out)
            throws IOException {
        Document baked = Baking.of(document);
        PdfWriter writer = new PdfWriter(baked, progress, out);
        PdfContent content = new PdfContent();
        String order = writer.layers(baked.layers(), content);
        writer.finish(document, title, background, content, order);
    }

    /// Draws layers, bottom first, and gives their tree for the viewer's list, top first.
    private String layers(List<Layer> layers, PdfContent content) throws IOException {
        StringBuilder order = new StringBuilder();
        for (Layer layer : layers) {
            int number = viewable(layer);
            all.append(number).append(" 0 R ");
            if (!layer.props().visible()) {
                hidden.append(number).append(" 0 R ");
            }
            content.begin(number);
            String below = switch (layer) {
                case RasterLayer pixel -> {
                    picture(pixel, content);
                    yield "";
                }
                case GroupLayer group -> " [" + group(group, content) + "]";
            };
            content.end();
            order.insert(0, number + " 0 R" + below + " ");
        }
        return order.toString();
    }

    /// MuPDF takes groups of equal content for one and the same: two layers of a name must differ in something.
    private int viewable(Layer layer) throws IOException {
        return objects.object("<< /Type /OCG /Name " + PdfObjects.text16(layer.name()) + " /LayerloomId "
                + layer.id().value() + " >>");
    }

    private void picture(RasterLayer layer, PdfContent content) throws IOException {
        Trimmed trimmed = Trimmed.of(layer);
        if (!trimmed.raster().isEmpty()) {
            int picture = pictures.add(trimmed.raster(), layer.props().opacity());
            content.image(trimmed.place(), picture, state(layer.props().blendMode(), 255));
        }
        done += pixels(layer);
        progress.at((double) done / pixels);
    }

    /// A group that passes through is no group where it is fully opaque, and else one that sees what is below it.
    private String group(GroupLayer group, PdfContent content) throws IOException {
        boolean through = group.props().blendMode() == BlendMode.PASS_THROUGH;
        if (through && group.props().opacity() == 255) {
            return layers(group.children(), content);
        }
        PdfContent inner = new PdfContent();
        String order = layers(group.children(), inner);
        if (!group.bounds().isEmpty()) {
            int form = form(inner, group.bounds(), !through);
            content.group(form, state(group.props().blendMode(), group.props().opacity()));
        }
        return order;
    }

    private int form(PdfContent inner, Rect bounds, boolean isolated) throws IOException {
        return objects.stream(
                "/Type /XObject /Subtype /Form /BBox [" + bounds.x() + " " + bounds.y() + " " + bounds.right() + " "
                        + bounds.bottom() + "] /Group << /S /Transparency /CS /DeviceRGB /I " + isolated
                        + " >> /Resources " + inner.resources(),
                inner.bytes());
    }

    private int state(BlendMode mode, int opacity) throws IOException {
        String state = "<< /Type /ExtGState /ca " + PdfObjects.number(opacity / 255.0) + " /BM /"
                + CommonModes.pdf(mode) + " >>";
        Integer known = states.get(state);
        if (known == null) {
            known = objects.object(state);
            states.put(state, known);
        }
        return known;
    }

    private void finish(Document document, String title, int background, PdfContent layers, String order)
            throws IOException {
        double points = 72 / document.paper().pixelsPerInch();
        double unit = Math.max(1, Math.ceil(Math.max(document.width(), document.height()) * points / MAX_UNITS));
        double scale = points / unit;
        String width = PdfObjects.number(document.width() * scale);
        String height = PdfObjects.number(document.height() * scale);
        PdfContent page = page(document, background, scale, layers);
        int stream = objects.stream("", page.bytes());
        int pages = objects.reserve();
        int leaf = objects.object("<< /Type /Page /Parent " + pages + " 0 R /MediaBox [0 0 " + width + " " + height
                + "]" + (unit == 1 ? "" : " /UserUnit " + PdfObjects.number(unit)) + " /Contents " + stream
                + " 0 R /Resources " + page.resources() + " /Group << /S /Transparency /CS /DeviceRGB /I true >> >>");
        objects.object(pages, "<< /Type /Pages /Kids [" + leaf + " 0 R] /Count 1 >>");
        int catalog = objects.object("<< /Type /Catalog /Pages " + pages + " 0 R /OCProperties << /OCGs [" + all
                + "] /D << /Order [" + order + "] /OFF [" + hidden + "] >> >> >>");
        objects.finish(catalog, objects.object(info(document, title)));
    }

    /// The page's own drawing: its background, and all layers as one group that blends with nothing below.
    private PdfContent page(Document document, int background, double scale, PdfContent layers) throws IOException {
        PdfContent page = new PdfContent();
        String step = String.format(Locale.ROOT, "%.8f", scale);
        page.add(step + " 0 0 -" + step + " 0 " + PdfObjects.number(document.height() * scale) + " cm");
        if (background >>> 24 != 0) {
            page.add(colour(background) + " rg 0 0 " + document.width() + " " + document.height() + " re f");
        }
        page.group(form(layers, document.canvas(), true), state(BlendMode.NORMAL, 255));
        return page;
    }

    private static String info(Document document, String title) {
        String told = Origin.text(document).values().stream().findFirst().orElse("");
        return "<< /Producer (Layerloom) /Title " + PdfObjects.text16(title)
                + (told.isBlank() ? "" : " /Subject " + PdfObjects.text16(told)) + " >>";
    }

    private static String colour(int argb) {
        return PdfObjects.number((argb >> 16 & 255) / 255.0) + " " + PdfObjects.number((argb >> 8 & 255) / 255.0) + " "
                + PdfObjects.number((argb & 255) / 255.0);
    }
}
