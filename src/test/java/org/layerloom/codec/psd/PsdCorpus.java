package org.layerloom.codec.psd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.layerloom.codec.Opened;
import org.layerloom.composite.Compositor;
import org.layerloom.document.BlendMode;
import org.layerloom.document.Document;
import org.layerloom.document.FillLayer;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Opens every file that `src/test/readers/psd_trees.py` lists and compares the layer trees: names, nesting, places,
/// opacity, blend modes, visibility, clipping, masks. Where the list has the files' flattened pictures, they are
/// compared with our own of the layers. Not part of the tests: the files are other people's.
///
/// Arguments: the folder, the list, the folder of pictures.
final class PsdCorpus {
    private static final double MAX_SECONDS = 5;

    private final Path pictures;
    private final Map<String, List<String>> outcomes = new TreeMap<>();
    private final List<String> gaps = new ArrayList<>();
    private int exact;

    private PsdCorpus(Path pictures) {
        this.pictures = pictures;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        PsdCorpus corpus = new PsdCorpus(Path.of(args[2]));
        JsonNode list = new ObjectMapper().readTree(Path.of(args[1]).toFile());
        list.fieldNames().forEachRemaining(name -> corpus.open(folder.resolve(name), name, list.get(name)));
        corpus.print();
    }

    private void open(Path file, String name, JsonNode expected) {
        long start = System.nanoTime();
        boolean other = expected.has("error");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Opened opened = PsdReader.read(in);
            double seconds = (System.nanoTime() - start) / 1e9;
            List<String> wrong = other ? List.of() : differences(opened.document(), expected);
            if (seconds > MAX_SECONDS) {
                add("slow", name, String.format("%.1f s", seconds));
            } else if (other) {
                add("opened, not by psd-tools", name, expected.get("error").asText());
            } else if (wrong.isEmpty()) {
                add("right", name, "");
                compare(opened, name, expected);
            } else {
                add("wrong", name, wrong.toString());
            }
        } catch (IOException e) {
            add(other ? "refused, also by psd-tools" : "refused", name, e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            add("EXCEPTION", name, e + " at " + e.getStackTrace()[0]);
        }
    }

    private void add(String outcome, String name, String detail) {
        outcomes.computeIfAbsent(outcome, o -> new ArrayList<>()).add(name + "  " + detail);
    }

    private static List<String> differences(Document document, JsonNode expected) {
        List<String> wrong = new ArrayList<>();
        note(wrong, "page", document.canvas(), new Rect(0, 0, number(expected, "width"), number(expected, "height")));
        List<Layer> layers = document.layers();
        if (expected.get("layers").isEmpty()) {
            note(wrong, "layers of a flat file", layers.size(), 1);
        } else {
            differences(layers, expected.get("layers"), "", wrong);
        }
        return wrong;
    }

    private static void differences(List<Layer> layers, JsonNode expected, String path, List<String> wrong) {
        note(wrong, "layers in " + path, layers.size(), expected.size());
        for (int i = 0; i < Math.min(layers.size(), expected.size()); i++) {
            differences(
                    layers.get(i),
                    expected.get(i),
                    path + "/" + expected.get(i).get("name").asText(),
                    wrong);
        }
    }

    private static void differences(Layer layer, JsonNode json, String path, List<String> wrong) {
        note(wrong, path + " name", layer.name(), json.get("name").asText());
        note(wrong, path + " opacity", layer.props().opacity(), number(json, "opacity"));
        note(
                wrong,
                path + " visible",
                layer.props().visible(),
                json.get("visible").asBoolean());
        note(
                wrong,
                path + " clip",
                layer.props().blending().clip(),
                json.get("clip").asBoolean());
        BlendMode mode = PsdMode.mode(json.get("mode").asText()).orElse(BlendMode.NORMAL);
        note(wrong, path + " mode", layer.props().blendMode(), mode);
        note(
                wrong,
                path + " group",
                layer instanceof GroupLayer,
                json.get("group").asBoolean());
        if (layer instanceof RasterLayer pixels && !(layer instanceof FillLayer)) {
            note(wrong, path + " place", pixels.raster().isEmpty() ? null : pixels.bounds(), rect(json.get("place")));
        }
        mask(layer.props().mask(), json.get("mask"), path, wrong);
        if (layer instanceof GroupLayer group) {
            differences(group.children(), json.get("children"), path, wrong);
        }
    }

    private static void mask(Optional<Mask> mask, JsonNode json, String path, List<String> wrong) {
        note(wrong, path + " mask", mask.isPresent(), json.isObject());
        if (mask.isPresent() && json.isObject()) {
            Raster raster = mask.get().raster();
            note(
                    wrong,
                    path + " mask place",
                    raster.isEmpty() ? null : mask.get().bounds(),
                    rect(json.get("place")));
            note(
                    wrong,
                    path + " mask enabled",
                    mask.get().enabled(),
                    !json.get("disabled").asBoolean());
            note(wrong, path + " mask outside", mask.get().outside(), number(json, "outside") < 128 ? 0 : 255);
        }
    }

    private static Rect rect(JsonNode place) {
        return place.isNull()
                ? null
                : new Rect(
                        place.get(0).asInt(),
                        place.get(1).asInt(),
                        place.get(2).asInt(),
                        place.get(3).asInt());
    }

    private static int number(JsonNode json, String field) {
        return json.get(field).asInt();
    }

    private static void note(List<String> wrong, String what, Object actual, Object expected) {
        if (actual == null ? expected != null : !actual.equals(expected)) {
            wrong.add(what + ": " + actual + " instead of " + expected);
        }
    }

    /// Compares the layers' picture with the one in the file, premultiplied.
    private void compare(Opened opened, String name, JsonNode expected) throws IOException {
        if (!expected.has("picture")) {
            return;
        }
        BufferedImage file =
                ImageIO.read(pictures.resolve(expected.get("picture").asText()).toFile());
        Raster ours = Compositor.flatten(opened.document());
        int largest = 0;
        long sum = 0;
        int[] row = new int[ours.width()];
        for (int y = 0; y < ours.height(); y++) {
            ours.copyRow(0, y, row.length, row, 0);
            for (int x = 0; x < row.length; x++) {
                int gap = gap(row[x], file.getRGB(x, y));
                largest = Math.max(largest, gap);
                sum += gap;
            }
        }
        if (largest <= 2) {
            exact++;
        } else {
            double mean = sum / (double) (ours.width() * (long) ours.height());
            gaps.add(String.format("%3d %7.3f  %s  %s", largest, mean, name, opened.notes()));
        }
    }

    private static int gap(int a, int b) {
        int alphaA = a >>> 24;
        int alphaB = b >>> 24;
        int gap = Math.abs(alphaA - alphaB);
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = (a >> shift & 255) * alphaA - (b >> shift & 255) * alphaB;
            gap = Math.max(gap, Math.abs(difference) / 255);
        }
        return gap;
    }

    private void print() {
        outcomes.forEach((outcome, files) -> System.out.println(outcome + ": " + files.size()));
        System.out.println("flattened within 2 of 255: " + exact + " of " + (exact + gaps.size()));
        outcomes.forEach((outcome, files) -> {
            if (!outcome.equals("right")) {
                System.out.println("\n" + outcome);
                files.forEach(file -> System.out.println("  " + file));
            }
        });
        System.out.println("\nfurther off: largest gap, mean gap");
        gaps.stream().sorted().forEach(System.out::println);
    }
}
