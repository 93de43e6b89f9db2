package org.layerloom.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.layerloom.network.flux.TokenBox;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Weights;

/// One safetensors file of a golden set, and the set's folder: `golden.art` and `golden.layerdiffuse` name other
/// sets than the project's own.
public final class GoldenTensors implements AutoCloseable {
    private static final Path RESOURCES = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Weights weights;

    private GoldenTensors(Path folder, Weights weights) {
        this.folder = folder;
        this.weights = weights;
    }

    /// The folder of the set that ART's parity tests run on.
    public static Path art() {
        return Path.of(
                System.getProperty("golden.art", RESOURCES.resolve("art/open").toString()));
    }

    /// The checkpoint of ART's set.
    public static ModelFolder artCheckpoint() {
        return new ModelFolder(art().resolve("checkpoint"));
    }

    /// The folder of the set that the parity tests of LayerDiffuse and LayerFusion run on.
    public static Path layerDiffuse() {
        return Path.of(System.getProperty(
                "golden.layerdiffuse", RESOURCES.resolve("layerdiffuse/open").toString()));
    }

    /// What all sets of LayerDiffuse share: names of tensors, CLIP's merges.
    public static Path layerDiffuseCommon() {
        return RESOURCES.resolve("layerdiffuse/common");
    }

    /// `NAME.safetensors` of LayerDiffuse's set.
    public static GoldenTensors layerDiffuse(String name, Device device) throws IOException {
        return open(layerDiffuse(), name, device);
    }

    /// The fixtures of our own model.
    public static Path layerloom() {
        return RESOURCES.resolve("layerloom");
    }

    /// `NAME.safetensors` of ART's set.
    public static GoldenTensors art(String name, Device device) throws IOException {
        return open(art(), name, device);
    }

    public static GoldenTensors open(Path folder, String name, Device device) throws IOException {
        return new GoldenTensors(folder, Weights.open(folder.resolve(name + ".safetensors"), device, DType.F32));
    }

    public static JsonNode json(String file) throws IOException {
        return json(art(), file);
    }

    public static JsonNode json(Path folder, String file) throws IOException {
        return JSON.readTree(folder.resolve(file).toFile());
    }

    /// The named tensor; floating-point types come as float32.
    public Tensor get(String name) throws IOException {
        return weights.get(name);
    }

    public boolean has(String name) {
        return weights.has(name);
    }

    /// Fails unless shapes are equal and values lie within the tolerance.
    public void assertClose(String name, Tensor actual, double tolerance) throws IOException {
        assertClose(name, actual, get(name), tolerance);
    }

    /// As [#assertClose(String, Tensor, double)], against a part of the named tensor.
    public void assertClose(String name, Tensor actual, Tensor expected, double tolerance) {
        assertThat(actual.shape()).as("shape of " + name).containsExactly(expected.shape());
        assertThat(largestGap(actual.toFloats(), expected.toFloats()))
                .as("largest gap at " + name + " of " + folder)
                .isLessThanOrEqualTo(tolerance);
    }

    /// NaN anywhere counts as infinitely far.
    public static double largestGap(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double gap = 0;
        for (int i = 0; i < actual.length; i++) {
            double here = Math.abs((double) actual[i] - expected[i]);
            gap = Math.max(gap, Double.isNaN(here) ? Double.POSITIVE_INFINITY : here);
        }
        return gap;
    }

    /// Boxes as lists of four numbers; null is a hole.
    public static List<double[]> boxes(JsonNode list) {
        List<double[]> boxes = new ArrayList<>();
        for (JsonNode box : list) {
            boxes.add(
                    box.isNull()
                            ? null
                            : new double[] {
                                box.get(0).asDouble(),
                                box.get(1).asDouble(),
                                box.get(2).asDouble(),
                                box.get(3).asDouble()
                            });
        }
        return boxes;
    }

    /// The tokens of a set's `W`, `H` and `boxes`.
    public static TokenLayout layout(JsonNode json, int stride) {
        int width = json.get("W").asInt();
        int height = json.get("H").asInt();
        List<TokenBox> boxes = boxes(json.get("boxes")).stream()
                .map(b -> b == null ? null : TokenBox.covering(b[0], b[1], b[2], b[3], stride, width, height))
                .toList();
        return new TokenLayout(width / stride, height / stride, boxes);
    }

    /// All names that start so.
    public Set<String> names(String start) {
        return weights.names().subSet(start, start + Character.MAX_VALUE);
    }

    /// The one name that starts so; its rest says which rows or layers it holds.
    public String nameStarting(String start) {
        assertThat(names(start))
                .as("names in %s that start with %s", weights.source(), start)
                .hasSize(1);
        return names(start).iterator().next();
    }

    /// The numbers in the one name that starts so, after its start.
    public int[] numbersAfter(String start) {
        return Pattern.compile("\\d+")
                .matcher(nameStarting(start).substring(start.length()))
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
    }

    @Override
    public void close() {
        weights.close();
    }
}
