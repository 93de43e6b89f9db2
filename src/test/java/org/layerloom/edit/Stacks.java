package org.layerloom.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// Documents written as their ids, bottom first: `1 2[3 4] 5` is a layer, a group of two, and a layer; `^3` is
/// clipped.
final class Stacks {
    private Stacks() {}

    /// A page of 64 x 64 px; each layer is one dot at its own id in both directions.
    static Document of(String stack) {
        Deque<List<Layer>> open = new ArrayDeque<>();
        Deque<String> groups = new ArrayDeque<>();
        open.push(new ArrayList<>());
        for (String part : stack.replace("[", " [ ").replace("]", " ] ").strip().split("\\s+")) {
            switch (part) {
                case "[" -> open.push(new ArrayList<>());
                case "]" -> {
                    List<Layer> children = open.pop();
                    int id = open.peek().removeLast().id().value();
                    LayerProps props =
                            LayerProps.named(new LayerId(id), "G" + id).withBlendMode(BlendMode.PASS_THROUGH);
                    open.peek().add(new GroupLayer(props, children, true));
                }
                default -> open.peek().add(dot(part));
            }
        }
        return Document.blank(64, 64).withLayers(open.pop());
    }

    private static Layer dot(String part) {
        boolean clip = part.startsWith("^");
        int id = Integer.parseInt(clip ? part.substring(1) : part);
        LayerProps props = LayerProps.named(new LayerId(id), "L" + id).withPosition(id, id);
        return new PixelLayer(
                props.withBlending(props.blending().withClip(clip)), Raster.filled(1, 1, 0xff000000 | id));
    }

    static String shape(Document document) {
        return document.layers().stream().map(Stacks::shape).collect(Collectors.joining(" "));
    }

    private static String shape(Layer layer) {
        String name = (Clipping.isClipped(layer) ? "^" : "") + layer.id().value();
        return layer instanceof GroupLayer group
                ? name + "[" + group.children().stream().map(Stacks::shape).collect(Collectors.joining(" ")) + "]"
                : name;
    }

    static LayerId id(int value) {
        return new LayerId(value);
    }

    static List<LayerId> ids(int... values) {
        return Arrays.stream(values).mapToObj(LayerId::new).toList();
    }

    static Stream<LayerId> all(Document document) {
        return document.allLayers().map(Layer::id);
    }
}
