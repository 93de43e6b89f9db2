package org.layerloom.codec;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.layerloom.composite.Pictures;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Link;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;

/// Documents to write and to read again.
public final class Samples {
    private Samples() {}

    public static LayerProps props(int id, String name, int x, int y) {
        return LayerProps.named(new LayerId(id), name).withPosition(x, y);
    }

    /// A design as a run makes it, and after that edited: background, layers off the canvas, hidden and empty ones,
    /// groups in groups.
    public static Document design() {
        Recipe recipe = new Recipe("a red kite \u7d05 & <clouds>", -7, "layerloom-2@3f2a9c01");
        Layer background = new PixelLayer(
                props(1, "Background", 0, 0).withTag(7).withRecipe(recipe), Raster.filled(90, 60, 0xffe0d0c0));
        Layer kite = new PixelLayer(
                props(2, "Kite \ud83e\ude81", -8, 5).withOpacity(200).withRecipe(recipe), Pictures.random(40, 30, 2));
        Layer hidden =
                new PixelLayer(props(3, "Kite \ud83e\ude81", 70, 50).withVisible(false), Pictures.random(40, 30, 3));
        Layer empty = new PixelLayer(props(4, "", 3, 3), Raster.empty());
        Layer shade = new PixelLayer(
                props(5, "a/b\\c: <\"name\">", 10, 10).withBlendMode(BlendMode.MULTIPLY), Pictures.random(20, 20, 5));
        Layer inner = new GroupLayer(
                props(6, "inner", 0, 0).withBlendMode(BlendMode.SCREEN).withOpacity(128), List.of(shade, empty), false);
        Layer glow = new PixelLayer(
                props(7, "glow", 30, 20).withBlendMode(BlendMode.OVERLAY).withTag(3), Pictures.random(33, 21, 7));
        Layer outer = new GroupLayer(
                props(8, "outer", 0, 0).withBlendMode(BlendMode.PASS_THROUGH), List.of(inner, glow), true);
        return Document.blank(90, 60)
                .withPrompt("a red kite \u7d05 & <clouds>")
                .withLayers(List.of(background, kite, hidden, outer))
                .addRegion(new Rect(-8, 5, 40, 30))
                .addRegion(new Rect(50, 20, 30, 30))
                .withRegion(new LayerId(9), region -> region.withLink(new Link.To("a red kite")))
                .withRegion(new LayerId(10), region -> region.withLink(new Link.Nothing()));
    }

    /// One layer of every blend mode on a soft one.
    public static Document modes() {
        Document document =
                Document.blank(60, 40).add(new PixelLayer(props(1, "floor", 5, 5), Pictures.random(50, 30, 1)));
        for (BlendMode mode : BlendMode.values()) {
            if (mode != BlendMode.PASS_THROUGH) {
                LayerProps props =
                        props(document.nextId(), mode.name(), mode.ordinal(), 3).withBlendMode(mode);
                document =
                        document.add(new PixelLayer(props.withOpacity(190), Pictures.random(12, 30, mode.ordinal())));
            }
        }
        return document;
    }

    /// A file set in memory.
    public static Map<String, byte[]> files(Writing writing) throws java.io.IOException {
        Map<String, ByteArrayOutputStream> files = new TreeMap<>();
        writing.to(name -> files.computeIfAbsent(name, any -> new ByteArrayOutputStream()));
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().toByteArray(), (a, b) -> a, TreeMap::new));
    }

    /// Something that writes a file set.
    public interface Writing {
        void to(FileSet files) throws java.io.IOException;
    }
}
