package org.layerloom.codec.svg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.layerloom.codec.Baking;
import org.layerloom.codec.CommonModes;
import org.layerloom.codec.Origin;
import org.layerloom.codec.PlainXml;
import org.layerloom.codec.Trimmed;
import org.layerloom.codec.WriteProgress;
import org.layerloom.codec.png.PngWriter;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;
import org.layerloom.document.TextLayer;

/// Writes a document as an SVG picture: each layer an embedded PNG with its name, place, opacity and blend
/// mode, groups as `<g>`, which Inkscape shows as layers. Masks, clipping and fill are in the pixels. Equal
/// documents give equal files.
public final class SvgWriter {
    private final OutputStream out;
    private final WriteProgress progress;
    private final Map<Integer, String> texts;
    private final long pixels;
    private long done;

    private SvgWriter(Document document, WriteProgress progress, OutputStream out) {
        this.out = out;
        this.progress = progress;
        this.pixels =
                Math.max(1, document.allLayers().mapToLong(SvgWriter::pixels).sum());
        this.texts = document.allLayers()
                .filter(TextLayer.class::isInstance)
                .map(TextLayer.class::cast)
                .collect(Collectors.toMap(
                        text -> text.id().value(), text -> text.text().content()));
    }

    private static long pixels(Layer layer) {
        return layer instanceof RasterLayer ? layer.bounds().area() : 0;
    }

    /// Writes a whole file; the stream stays open.
    ///
    /// @param background straight colour under the layers; alpha 0 = none
    /// @throws java.util.concurrent.CancellationException when `progress` stopped it
    public static void write(Document document, int background, WriteProgress progress, OutputStream out)
            throws IOException {
        SvgWriter writer = new SvgWriter(document, progress, out);
        writer.head(document);
        if (background >>> 24 != 0) {
            writer.text("<rect width=\"100%\" height=\"100%\" fill=\""
                    + String.format(Locale.ROOT, "#%06x", background & 0xffffff) + "\"/>\n");
        }
        writer.text("<g style=\"isolation:isolate\">\n");
        writer.layers(Baking.of(document).layers());
        writer.text("</g>\n</svg>\n");
        out.flush();
    }

    private void head(Document document) throws IOException {
        text("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" width=\""
                + document.width() + "\" height=\"" + document.height()
                + "\" viewBox=\"0 0 " + document.width() + " " + document.height() + "\">\n");
        Optional<String> told = Origin.text(document).values().stream().findFirst();
        if (told.isPresent()) {
            text("<desc>" + PlainXml.escaped(told.get()) + "</desc>\n");
        }
    }

    private void layers(List<Layer> layers) throws IOException {
        for (Layer layer : layers) {
            switch (layer) {
                case RasterLayer picture -> picture(picture);
                case GroupLayer group -> {
                    text("<g" + named(group) + " inkscape:groupmode=\"layer\"" + style(group, isolation(group))
                            + ">\n");
                    layers(group.children());
                    text("</g>\n");
                }
            }
        }
    }

    /// Without it, what is in a group meets what is below the group.
    private static String isolation(GroupLayer group) {
        return group.props().blendMode() == BlendMode.PASS_THROUGH ? "" : "isolation:isolate;";
    }

    private void picture(RasterLayer layer) throws IOException {
        Trimmed trimmed = Trimmed.of(layer);
        if (!trimmed.raster().isEmpty()) {
            Rect place = trimmed.place();
            text("<image" + named(layer) + style(layer, "") + " x=\"" + place.x() + "\" y=\"" + place.y()
                    + "\" width=\"" + place.width() + "\" height=\"" + place.height()
                    + "\" preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,");
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            PngWriter.write(trimmed.raster(), PngWriter.Channels.RGBA, Map.of(), png);
            out.write(Base64.getEncoder().encode(png.toByteArray()));
            text("\">" + title(layer) + "</image>\n");
        }
        done += pixels(layer);
        progress.at((double) done / pixels);
    }

    /// What is written on it, for readers that search or read aloud.
    private String title(Layer layer) {
        String content = texts.get(layer.id().value());
        return content == null ? "" : "<title>" + PlainXml.escaped(content) + "</title>";
    }

    private static String named(Layer layer) {
        return " id=\"layer-" + layer.id().value() + "\" inkscape:label=\"" + PlainXml.escaped(layer.name()) + "\"";
    }

    private static String style(Layer layer, String more) {
        StringBuilder style = new StringBuilder(more);
        if (layer.props().opacity() < 255) {
            style.append("opacity:")
                    .append(number(layer.props().opacity() / 255.0))
                    .append(';');
        }
        String mode = CommonModes.css(layer.props().blendMode());
        if (!mode.equals("normal")) {
            style.append("mix-blend-mode:").append(mode).append(';');
        }
        if (!layer.props().visible()) {
            style.append("display:none;");
        }
        return style.isEmpty() ? "" : " style=\"" + style + "\"";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replaceAll("\\.?0+$", "");
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
