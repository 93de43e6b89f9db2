package org.layerloom.codec.pdf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.layerloom.document.Rect;

/// What is drawn on a page or in a group, and the objects that it names. Coordinates are document px, downward.
final class PdfContent {
    private final StringBuilder text = new StringBuilder();
    private final Map<String, TreeSet<Integer>> named = new TreeMap<>();

    /// Begins what a viewer can hide: a layer of the file.
    void begin(int layer) {
        text.append("/OC /").append(name("Properties", layer)).append(" BDC\n");
    }

    void end() {
        text.append("EMC\n");
    }

    /// @param state of opacity and blend mode
    void image(Rect place, int image, int state) {
        text.append("q /").append(name("ExtGState", state)).append(" gs ");
        text.append(place.width()).append(" 0 0 ").append(-place.height()).append(' ');
        text.append(place.x()).append(' ').append(place.bottom()).append(" cm /");
        text.append(name("XObject", image)).append(" Do Q\n");
    }

    void group(int form, int state) {
        text.append("q /").append(name("ExtGState", state)).append(" gs /");
        text.append(name("XObject", form)).append(" Do Q\n");
    }

    void add(String operators) {
        text.append(operators).append('\n');
    }

    private String name(String kind, int object) {
        named.computeIfAbsent(kind, any -> new TreeSet<>()).add(object);
        return "N" + object;
    }

    /// The dictionary of the objects that were named.
    String resources() {
        StringBuilder resources = new StringBuilder("<<");
        named.forEach((kind, objects) -> {
            resources.append(" /").append(kind).append(" <<");
            objects.forEach(object -> resources
                    .append(" /N")
                    .append(object)
                    .append(' ')
                    .append(object)
                    .append(" 0 R"));
            resources.append(" >>");
        });
        return resources.append(" >>").toString();
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
