package org.layerloom.codec.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.Rect;

/// Four numbers that may be a box, as a text has them.
///
/// @param sized  whether the last two are known to be width and height
/// @param edged  whether they are known to be the right and lower edge
/// @param prompt what the box is of; empty = not said
record RawBox(double[] numbers, boolean sized, boolean edged, String prompt) {
    private static final List<String> LISTS = List.of("box", "bbox", "bounding_box", "bounds", "rect", "coordinates");
    private static final List<List<String>> SIZED = List.of(
            List.of("x", "y", "width", "height"),
            List.of("x", "y", "w", "h"),
            List.of("left", "top", "width", "height"));
    private static final List<List<String>> EDGED = List.of(
            List.of("x0", "y0", "x1", "y1"),
            List.of("x1", "y1", "x2", "y2"),
            List.of("xmin", "ymin", "xmax", "ymax"),
            List.of("x_min", "y_min", "x_max", "y_max"),
            List.of("left", "top", "right", "bottom"));
    private static final String[] PROMPTS = {"prompt", "caption", "label", "description", "text", "content", "name"};
    private static final double FAR = 1e6;

    /// The box that a value is, or null.
    static RawBox of(JsonNode node) {
        if (node.isArray()) {
            double[] numbers = numbers(node);
            return numbers == null ? null : new RawBox(numbers, false, false, "");
        }
        String prompt = LayoutAnswer.text(node, PROMPTS);
        for (String name : LISTS) {
            RawBox inner = node.has(name) ? of(node.get(name)) : null;
            if (inner != null) {
                return new RawBox(inner.numbers, inner.sized, inner.edged, prompt);
            }
        }
        double[] sized = first(node, SIZED);
        if (sized != null) {
            return new RawBox(sized, true, false, prompt);
        }
        double[] edged = first(node, EDGED);
        return edged == null ? null : new RawBox(edged, false, true, prompt);
    }

    private static double[] first(JsonNode node, List<List<String>> forms) {
        return forms.stream()
                .filter(form -> form.stream().allMatch(node::has))
                .map(form -> numbers(form.stream().map(node::get).toList()))
                .filter(numbers -> numbers != null)
                .findFirst()
                .orElse(null);
    }

    /// Four numbers, written as such or in quotation marks; null if they are not.
    private static double[] numbers(Iterable<JsonNode> nodes) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode node : nodes) {
            double number = node.isTextual() || node.isNumber() ? node.asDouble(Double.NaN) : Double.NaN;
            if (!(Math.abs(number) <= FAR)) {
                return null;
            }
            numbers.add(number);
        }
        return numbers.size() == 4
                ? numbers.stream().mapToDouble(Double::doubleValue).toArray()
                : null;
    }

    /// Whether the last two can be the right and lower edge.
    boolean canBeCorners() {
        return !sized && numbers[2] > numbers[0] && numbers[3] > numbers[1];
    }

    /// Whether the numbers can be parts of the page.
    boolean isFraction() {
        for (double number : numbers) {
            if (number < 0 || number > 1) {
                return false;
            }
        }
        return true;
    }

    /// The box in px.
    ///
    /// @param corners whether numbers that can be either are corners
    /// @param across  what the numbers are multiplied by
    Rect rect(boolean corners, double across, double down) {
        boolean edges = edged || !sized && corners;
        double right = edges ? numbers[2] : numbers[0] + numbers[2];
        double bottom = edges ? numbers[3] : numbers[1] + numbers[3];
        int x = (int) Math.round(numbers[0] * across);
        int y = (int) Math.round(numbers[1] * down);
        return new Rect(
                x,
                y,
                Math.max(0, (int) Math.round(right * across) - x),
                Math.max(0, (int) Math.round(bottom * down) - y));
    }
}
