package org.layerloom.codec;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What files are called: text with places that are filled for each of them.
///
/// @param text with `{document}`, `{name}`, `{slug}`, `{index}`, `{width}`, `{height}` and `{scale}`; what is
///     no such
///     place stays as it is
public record NamePattern(String text) {
    /// The document's own name, and how much larger it is: `poster@2x`.
    public static final NamePattern FILE = new NamePattern("{document}{scale}");
    /// A number that keeps the order, and the layer's name in plain letters: `02-red-kite`.
    public static final NamePattern LAYER = new NamePattern("{index}-{slug}");

    private static final Pattern PLACE = Pattern.compile("\\{(document|name|slug|index|width|height|scale)}");

    /// What stands in a pattern's places.
    ///
    /// @param values by place, without braces
    public record Filling(Map<String, String> values) {
        public static final Filling NOTHING = new Filling(Map.of());

        /// Of a whole document.
        ///
        /// @param scale how much larger it is than on the screen; 1 adds nothing to a name
        public static Filling of(String document, double scale) {
            return NOTHING.with("document", document).with("name", document).with("scale", scale(scale));
        }

        private static String scale(double scale) {
            return scale == 1
                    ? ""
                    : "@" + String.format(Locale.ROOT, "%.4f", scale).replaceAll("\\.?0+$", "") + "x";
        }

        public Filling with(String place, String value) {
            Map<String, String> more = new TreeMap<>(values);
            more.put(place, value);
            return new Filling(more);
        }

        /// Of something within the document.
        ///
        /// @param index with leading zeros, so that names sort as layers do
        public Filling with(String name, String index, int width, int height) {
            return with("name", name)
                    .with("slug", FileNames.slug(name))
                    .with("index", index)
                    .with("width", Integer.toString(width))
                    .with("height", Integer.toString(height));
        }
    }

    /// The text with its places filled; those that the filling does not know are left out.
    public String fill(Filling filling) {
        Matcher places = PLACE.matcher(text);
        return places.replaceAll(
                place -> Matcher.quoteReplacement(filling.values().getOrDefault(place.group(1), "")));
    }
}
