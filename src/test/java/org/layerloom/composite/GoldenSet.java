package org.layerloom.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Blending;
import org.layerloom.document.Document;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.LayerProps;
import org.layerloom.document.Mask;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Raster;

/// A folder of golden data for the compositor, `-Dgolden.composite=FOLDER` or the one that comes with the tests.
public record GoldenSet(Path folder) {
    static final Path RESOURCES = Path.of("src/test/resources/golden/composite");

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Modes by their PSD keys, in the menu's order as `BlendMode` has it.
    static final Map<String, BlendMode> MODES = modes();

    private static Map<String, BlendMode> modes() {
        List<String> keys = List.of(
                "pass", "norm", "diss", "dark", "mul ", "idiv", "lbrn", "dkCl", "lite", "scrn", "div ", "lddg", "lgCl",
                "over", "sLit", "hLit", "vLit", "lLit", "pLit", "hMix", "diff", "smud", "fsub", "fdiv", "hue ", "sat ",
                "colr", "lum ");
        return IntStream.range(0, keys.size()).boxed().collect(Collectors.toMap(keys::get, i -> BlendMode.values()[i]));
    }

    public static GoldenSet open() {
        return new GoldenSet(Path.of(System.getProperty("golden.composite", RESOURCES + "/open")));
    }

    JsonNode json(String name) throws IOException {
        return JSON.readTree(folder.resolve(name).toFile());
    }

    public List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(folder.resolve("docs"))) {
            return docs.filter(Files::isDirectory).sorted().toList();
        }
    }

    public static Document document(Path folder) throws IOException {
        JsonNode json = JSON.readTree(folder.resolve("doc.json").toFile());
        int[] nextId = {1};
        List<Layer> layers = layers(json.get("layers"), folder, nextId);
        return Document.blank(json.get("width").asInt(), json.get("height").asInt())
                .withLayers(layers);
    }

    private static List<Layer> layers(JsonNode json, Path folder, int[] nextId) throws IOException {
        List<Layer> layers = new ArrayList<>();
        for (JsonNode layer : json) {
            LayerProps props = LayerProps.named(
                            new LayerId(nextId[0]++), layer.get("name").asText())
                    .withPosition(layer.path("left").asInt(), layer.path("top").asInt())
                    .withBlending(new Blending(
                            MODES.get(layer.get("mode").asText()),
                            layer.get("opacity").asInt(),
                            layer.path("fill").asInt(255),
                            layer.path("clip").asBoolean(false),
                            layer.path("clbl").asBoolean(true)))
                    .withMask(mask(layer.path("mask"), folder))
                    .withVisible(layer.get("visible").asBoolean());
            layers.add(
                    layer.get("type").asText().equals("group")
                            ? new GroupLayer(props, layers(layer.get("children"), folder, nextId), true)
                            : new PixelLayer(props, pixels(layer, folder)));
        }
        return layers;
    }

    private static Raster pixels(JsonNode layer, Path folder) throws IOException {
        return layer.hasNonNull("png") ? picture(folder.resolve(layer.get("png").asText())) : Raster.empty();
    }

    private static Optional<Mask> mask(JsonNode mask, Path folder) throws IOException {
        if (!mask.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new Mask(
                mask.hasNonNull("png") ? grey(folder.resolve(mask.get("png").asText())) : Raster.empty(),
                mask.get("left").asInt(),
                mask.get("top").asInt(),
                mask.path("default").asInt(0),
                mask.path("density").asInt(255),
                !mask.path("disabled").asBoolean(false)));
    }

    /// A grey picture as a mask holds it: its bytes as alpha.
    private static Raster grey(Path png) throws IOException {
        BufferedImage image = ImageIO.read(png.toFile());
        int width = image.getWidth();
        int[] bytes = image.getRaster().getSamples(0, 0, width, image.getHeight(), 0, (int[]) null);
        return Raster.of(
                width, image.getHeight(), IntStream.of(bytes).map(v -> v << 24).toArray());
    }

    static Raster picture(Path png) throws IOException {
        BufferedImage image = ImageIO.read(png.toFile());
        int width = image.getWidth();
        return Raster.of(width, image.getHeight(), image.getRGB(0, 0, width, image.getHeight(), null, 0, width));
    }
}
