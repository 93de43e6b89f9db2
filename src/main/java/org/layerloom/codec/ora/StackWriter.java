package org.layerloom.codec.ora;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.layerloom.codec.ModeName;
import org.layerloom.codec.Origin;
import org.layerloom.codec.PlainXml;
import org.layerloom.codec.png.PngBatch.Picture;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;

/// Writes `stack.xml`, topmost layer first, and collects the pictures that it names. What the format lacks and costs
/// a word stands in attributes of a namespace of ours, which other programs pass over.
final class StackWriter {
    static final String OURS = "urn:layerloom:1";
    private static final String VERSION = "0.0.6";
    /// PNG has no empty pictures: a layer without pixels is a transparent one.
    private static final Raster NOTHING = Raster.filled(1, 1, 0);

    private final boolean metadata;
    private final StringBuilder xml = new StringBuilder();
    private final List<Picture> pictures = new ArrayList<>();

    /// @param metadata whether prompts, seeds and models go with it
    StackWriter(boolean metadata) {
        this.metadata = metadata;
    }

    /// @param document without masks, fill and clipping
    String xml(Document document) {
        int resolution = (int) Math.max(1, Math.round(document.paper().pixelsPerInch()));
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<image");
        attribute("xmlns:layerloom", OURS);
        attribute("version", VERSION);
        attribute("w", document.width());
        attribute("h", document.height());
        attribute("xres", resolution);
        attribute("yres", resolution);
        if (metadata && !document.prompt().isEmpty()) {
            attribute("layerloom:prompt", document.prompt());
        }
        xml.append(">\n <stack>\n");
        layers(document.layers(), 2);
        return xml.append(" </stack>\n</image>\n").toString();
    }

    /// Those of all layers, of the names that they have in the file.
    List<Picture> pictures() {
        return pictures;
    }

    private void layers(List<Layer> layers, int depth) {
        for (Layer layer : layers.reversed()) {
            xml.repeat(" ", depth);
            switch (layer) {
                case GroupLayer group -> group(group, depth);
                case RasterLayer pixels -> pixels(pixels);
            }
        }
    }

    private void group(GroupLayer group, int depth) {
        xml.append("<stack");
        common(group.props());
        attribute("isolation", group.props().blendMode() == BlendMode.PASS_THROUGH ? "auto" : "isolate");
        if (!group.open()) {
            attribute("layerloom:open", "false");
        }
        xml.append(">\n");
        layers(group.children(), depth + 1);
        xml.repeat(" ", depth).append("</stack>\n");
    }

    private void pixels(RasterLayer layer) {
        String file = "data/layer" + pictures.size() + ".png";
        pictures.add(new Picture(
                file, layer.raster().isEmpty() ? NOTHING : layer.raster(), metadata ? Origin.text(layer) : Map.of()));
        xml.append("<layer");
        common(layer.props());
        attribute("src", file);
        attribute("x", layer.props().x());
        attribute("y", layer.props().y());
        xml.append("/>\n");
    }

    private void common(LayerProps props) {
        attribute("name", props.name());
        attribute("opacity", Math.round(props.opacity() / 255.0 * 10_000) / 10_000.0);
        attribute("visibility", props.visible() ? "visible" : "hidden");
        BlendMode mode = props.blendMode();
        attribute("composite-op", CompositeOp.of(mode));
        if (!CompositeOp.isExact(mode)) {
            attribute("layerloom:mode", ModeName.of(mode));
        }
        if (props.locks().any()) {
            attribute("edit-locked", props.locks().pixels());
            attribute("layerloom:locks", words(props.locks()));
        }
        if (props.tag() != 0) {
            attribute("layerloom:tag", props.tag());
        }
    }

    private static String words(Locks locks) {
        List<String> words = new ArrayList<>();
        if (locks.transparency()) {
            words.add("transparency");
        }
        if (locks.pixels()) {
            words.add("pixels");
        }
        if (locks.position()) {
            words.add("position");
        }
        return String.join(" ", words);
    }

    private void attribute(String name, Object value) {
        xml.append(' ')
                .append(name)
                .append("=\"")
                .append(PlainXml.escaped(value.toString()))
                .append('"');
    }
}
