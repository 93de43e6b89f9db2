package org.layerloom.readers;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.layerloom.codec.Trimmed;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Locks;
import org.layerloom.document.Mask;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// In which aspects a document differs from what another program tells of its file. What a program does not tell at all
/// is not compared.
final class Told {
    private static final Map<String, BlendMode> MODES = modes();
    /// Sheet colours of PSD files by tag, pink as red.
    private static final int[] COLOURS = {1, 2, 3, 4, 5, 6, 1, 7};

    private final SortedMap<String, String> differing = new TreeMap<>();
    private String layer = "page";
    private final boolean trimmed;

    private Told(boolean trimmed) {
        this.trimmed = trimmed;
    }

    private static Map<String, BlendMode> modes() {
        List<String> keys = List.of(
                "pass", "norm", "diss", "dark", "mul ", "idiv", "lbrn", "dkCl", "lite", "scrn", "div ", "lddg", "lgCl",
                "over", "sLit", "hLit", "vLit", "lLit", "pLit", "hMix", "diff", "smud", "fsub", "fdiv", "hue ", "sat ",
                "colr", "lum ");
        return IntStream.range(0, keys.size()).boxed().collect(Collectors.toMap(keys::get, i -> BlendMode.values()[i]));
    }

    /// @param trimmed whether the file holds only those pixels of a layer that show
    /// @param seen the other program's tree, as the scripts of src/test/readers write it
    /// @return the first difference of each aspect
    static SortedMap<String, String> differing(Document document, boolean trimmed, JsonNode seen) {
        Told told = new Told(trimmed);
        told.page(document, seen);
        told.layers(document.layers(), seen.path("layers"));
        return told.differing;
    }

    private void page(Document document, JsonNode seen) {
        if (!document.guides().isEmpty()) {
            check("guides", document.guides().size(), seen.get("guides"));
        }
        if (document.paper().iccProfile().isPresent()) {
            check("profile", document.paper().iccProfile().get().size(), seen.get("iccBytes"));
        }
        if (seen.has("pixelsPerInch")) {
            check("resolution", (int) document.paper().pixelsPerInch(), seen.get("pixelsPerInch"));
        }
    }

    private void layers(List<Layer> layers, JsonNode seen) {
        if (layers.size() != seen.size()) {
            differing.put("tree", layers.size() + " layers, told " + seen.size() + ", after " + layer);
            return;
        }
        for (int i = 0; i < layers.size(); i++) {
            layer(layers.get(i), seen.get(i));
        }
    }

    private void layer(Layer layer, JsonNode seen) {
        LayerProps props = layer.props();
        this.layer = props.name();
        if (layer instanceof GroupLayer group) {
            check("tree", true, seen.get("group"));
            check("open groups", group.open(), seen.get("open"));
            layers(group.children(), seen.path("children"));
        } else if (layer instanceof RasterLayer pixels) {
            check("tree", false, seen.get("group"));
            pixels(pixels, seen);
        }
        check("names", props.name(), seen.get("name"));
        check("opacity", props.opacity(), seen.get("opacity"));
        check("visibility", props.visible(), seen.get("visible"));
        check("fill", props.blending().fill(), seen.get("fill"));
        if (seen.path("color").asInt(0) > 0) { // a layer without a colour has the quiet one here
            check("colours", COLOURS[props.tag()], seen.get("color"));
        }
        check("clipping", props.blending().clip(), seen.get("clip"));
        if (seen.has("mode")) {
            compare("modes", props.blendMode(), MODES.get(seen.get("mode").asText()));
        }
        if (seen.has("locks")) {
            JsonNode locks = seen.get("locks");
            compare(
                    "locks",
                    props.locks(),
                    new Locks(
                            locks.get(0).asBoolean(),
                            locks.get(1).asBoolean(),
                            locks.get(2).asBoolean()));
        }
        if (seen.has("mask")) {
            mask(props.mask(), seen.get("mask"));
        }
    }

    private void pixels(RasterLayer layer, JsonNode seen) {
        Rect place = trimmed ? Trimmed.of(layer).place() : layer.bounds();
        if (!place.isEmpty()) {
            check("places", place.x(), seen.get("left"));
            check("places", place.y(), seen.get("top"));
            check("places", place.width(), seen.get("width"));
            check("places", place.height(), seen.get("height"));
            int[] argb = (trimmed ? Trimmed.of(layer).raster() : layer.raster()).toArgb();
            check("pixels", sha256(argb), seen.get("pixels"));
        }
    }

    private void mask(Optional<Mask> expected, JsonNode seen) {
        if (expected.isEmpty() || expected.get().bounds().isEmpty()) {
            compare("masks", expected.isEmpty(), seen.isNull());
            return;
        }
        Mask mask = expected.get();
        check("masks", mask.bounds().x(), seen.path("left"));
        check("masks", mask.bounds().y(), seen.path("top"));
        check("masks", mask.bounds().width(), seen.path("width"));
        check("masks", mask.bounds().height(), seen.path("height"));
        check("masks", mask.outside(), seen.path("outside"));
        check("masks", mask.density(), seen.path("density"));
        check("masks", mask.enabled(), seen.path("enabled"));
    }

    private void check(String aspect, Object expected, JsonNode seen) {
        if (seen != null) {
            Object told = switch (expected) {
                case Boolean any -> seen.asBoolean();
                case Integer any -> (int) Math.round(seen.asDouble(Double.NaN));
                default -> seen.asText();
            };
            compare(aspect, expected, told);
        }
    }

    private void compare(String aspect, Object expected, Object told) {
        if (!expected.equals(told)) {
            differing.putIfAbsent(aspect, layer + ": " + expected + ", told " + told);
        }
    }

    private static String sha256(int... argb) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int pixel : argb) {
                digest.update(
                        new byte[] {(byte) (pixel >> 16), (byte) (pixel >> 8), (byte) pixel, (byte) (pixel >>> 24)});
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
