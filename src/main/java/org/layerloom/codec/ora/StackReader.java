package org.layerloom.codec.ora;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.layerloom.codec.ModeName;
import org.layerloom.codec.Origin;
import org.layerloom.codec.png.PngImage;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.words.Words;

/// Makes the layer tree of what follows an `image` element. Stacks may have a place of their own, which moves all
/// that they hold.
final class StackReader {
    private static final Words WORDS = Words.of(StackReader.class);
    private static final int MAX_DEPTH = 100;
    private static final int MAX_LAYERS = 10_000;

    private final XMLStreamReader xml;
    private final LayerPictures pictures;
    private final List<String> notes;
    private final Set<String> unknown = new TreeSet<>();
    private int ids;

    StackReader(XMLStreamReader xml, LayerPictures pictures, List<String> notes) {
        this.xml = xml;
        this.pictures = pictures;
        this.notes = notes;
    }

    /// Up to the end of the image; bottom first.
    List<Layer> layers() throws IOException, XMLStreamException {
        List<Layer> layers = new ArrayList<>();
        while (xml.hasNext() && xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement() && xml.getLocalName().equals("stack")) {
                Attributes root = new Attributes(xml, notes);
                layers.addAll(children(root.whole("x", 0), root.whole("y", 0), 1));
            } else if (xml.isStartElement()) {
                pass();
            }
        }
        if (!unknown.isEmpty()) {
            notes.add(WORDS.text("unknown", String.join(", ", unknown)));
        }
        return layers;
    }

    /// Up to the end of a stack.
    private List<Layer> children(int x, int y, int depth) throws IOException, XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new IOException(WORDS.text("deep", MAX_DEPTH));
        }
        List<Layer> layers = new ArrayList<>();
        while (xml.hasNext() && xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "stack" -> layers.add(group(x, y, depth));
                case "layer" -> layers.add(pixels(x, y));
                default -> {
                    unknown.add(xml.getLocalName());
                    pass();
                }
            }
        }
        Collections.reverse(layers);
        return layers;
    }

    /// Goes to the end of an element that is not read.
    private void pass() throws XMLStreamException {
        int open = 1;
        while (open > 0 && xml.hasNext()) {
            int event = xml.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private Layer group(int x, int y, int depth) throws IOException, XMLStreamException {
        Attributes attributes = new Attributes(xml, notes);
        LayerProps props = props(attributes);
        boolean isolated = attributes.is("isolation", "isolate") || props.opacity() < 255;
        // A mode of ours is the group's own, opacity or not.
        if (props.blendMode() == BlendMode.NORMAL && !isolated) {
            props = props.withBlendMode(BlendMode.PASS_THROUGH);
        }
        boolean open = !attributes.ours("open").equals(Optional.of("false"));
        List<Layer> children = children(sum(x, attributes.whole("x", 0)), sum(y, attributes.whole("y", 0)), depth + 1);
        return new GroupLayer(props, children, open);
    }

    private Layer pixels(int x, int y) throws IOException, XMLStreamException {
        Attributes attributes = new Attributes(xml, notes);
        LayerProps props =
                props(attributes).withPosition(sum(x, attributes.whole("x", 0)), sum(y, attributes.whole("y", 0)));
        if (props.blendMode() == BlendMode.PASS_THROUGH) {
            props = props.withBlendMode(BlendMode.NORMAL);
        }
        Optional<PngImage> image = image(props.name(), attributes.text("src"));
        pass();
        Raster raster =
                image.map(PngImage::raster).filter(StackReader::isSomething).orElse(Raster.empty());
        return new PixelLayer(
                image.flatMap(found -> Origin.recipe(found.text()))
                        .map(props::withRecipe)
                        .orElse(props),
                raster);
    }

    /// Whether it is more than the one pixel that stands for none.
    private static boolean isSomething(Raster raster) {
        return raster.width() > 1 || raster.height() > 1 || raster.argb(0, 0) != 0;
    }

    private Optional<PngImage> image(String layer, Optional<String> source) {
        if (source.isEmpty()) {
            notes.add(WORDS.text("picture.none", layer));
            return Optional.empty();
        }
        LayerPictures.Found found = pictures.get(source.get());
        if (found.image().isEmpty()) {
            notes.add(WORDS.text("picture.lost", layer, found.problem()));
        }
        return found.image();
    }

    private static int sum(int one, int other) {
        return Math.clamp((long) one + other, -Attributes.FARTHEST, Attributes.FARTHEST);
    }

    private LayerProps props(Attributes attributes) throws IOException {
        if (++ids > MAX_LAYERS) {
            throw new IOException(WORDS.text("many", MAX_LAYERS));
        }
        String name = attributes.text("name").orElse("");
        int opacity = (int) Math.round(Math.clamp(attributes.number("opacity", 1), 0, 1) * 255);
        Optional<BlendMode> mode = mode(attributes, name);
        return LayerProps.named(new LayerId(ids), name)
                .withBlending(
                        Blending.NORMAL.withMode(mode.orElse(BlendMode.NORMAL)).withOpacity(opacity))
                // What takes away from the layers below would cover them.
                .withVisible(mode.isPresent() && !attributes.is("visibility", "hidden"))
                .withLocks(locks(attributes))
                .withTag(attributes
                        .ours("tag")
                        .filter(tag -> tag.matches("[0-7]"))
                        .map(Integer::parseInt)
                        .orElse(0));
    }

    /// Empty for a mode that hides what is below, which we cannot show; noted.
    private Optional<BlendMode> mode(Attributes attributes, String layer) {
        String name = attributes.text("composite-op").orElse("svg:src-over").strip();
        // Unless another program chose another since.
        Optional<BlendMode> own = attributes
                .ours("mode")
                .flatMap(ModeName::mode)
                .filter(exact -> CompositeOp.of(exact).equals(name));
        if (own.isPresent()) {
            return own;
        }
        Optional<BlendMode> mode = CompositeOp.mode(name);
        if (mode.isPresent()) {
            return mode;
        }
        boolean takesAway = name.startsWith("svg:dst-");
        notes.add(WORDS.text(takesAway ? "mode.hidden" : "mode.unknown", layer, name));
        return takesAway ? Optional.empty() : Optional.of(BlendMode.NORMAL);
    }

    private static Locks locks(Attributes attributes) {
        Locks all = attributes.is("edit-locked", "true") || attributes.is("edit-locked", "1") ? Locks.ALL : Locks.NONE;
        return attributes
                .ours("locks")
                .map(words -> List.of(words.split(" ")))
                .map(words ->
                        new Locks(words.contains("transparency"), words.contains("pixels"), words.contains("position")))
                .orElse(all);
    }
}
