package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.layerloom.codec.Opened;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Locks;
import org.layerloom.document.Mask;
import org.layerloom.document.Paper;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Files that psd-tools and ag-psd wrote, in all depths and colour modes, and hostile ones.
class PsdGoldenTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("golden.composite", "src/test/resources/golden/composite/open"));

    private static final Duration MOST_CPU = Duration.ofSeconds(4);
    /// Of the clock: on a busy machine a file waits longer than it takes.
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static Stream<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static Opened read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return PsdReader.read(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
        }
    }

    @TestFactory
    Stream<DynamicTest> filesOfOtherProgramsAreReadOrConvertedWithANote() throws IOException {
        return files("psd", ".json")
                .map(json -> DynamicTest.dynamicTest(json.getFileName().toString(), () -> {
                    JsonNode expected = new ObjectMapper().readTree(json.toFile());
                    Opened opened =
                            read(json.resolveSibling(expected.get("file").asText()));
                    List<Layer> layers = opened.document().layers();
                    if (expected.has("layers")) {
                        assertThat(opened.notes()).isEmpty();
                        compare(layers, expected.get("layers"));
                        comparePaper(opened.document().paper(), expected);
                    } else if (expected.has("merged_rgb_sha256")) {
                        assertThat(sha256(((RasterLayer) layers.getFirst()).raster(), 3))
                                .isEqualTo(expected.get("merged_rgb_sha256").asText());
                    } else {
                        assertThat(opened.notes()).isNotEmpty();
                        assertThat(layers).extracting(Layer::name).isEqualTo(names(expected.get("layer_names")));
                        compareColours(((RasterLayer) layers.getFirst()).raster(), json);
                    }
                }));
    }

    private static List<String> names(JsonNode json) {
        return json.isEmpty()
                ? List.of("Background")
                : json.valueStream().map(JsonNode::asText).toList();
    }

    private static void comparePaper(Paper paper, JsonNode expected) throws NoSuchAlgorithmException {
        JsonNode resources = expected.path("resources");
        JsonNode dpi = expected.has("dpi") ? expected.get("dpi") : resources.path("dpi");
        assertThat(paper.pixelsPerInch()).isEqualTo(dpi.asDouble(72));
        assertThat(paper.iccProfile().isPresent()).isEqualTo(resources.has("icc_sha256"));
        if (resources.has("icc_sha256")) {
            byte[] profile = paper.iccProfile().orElseThrow().toArray();
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(profile)))
                    .isEqualTo(resources.get("icc_sha256").asText());
        }
    }

    /// Compares with what other programs make of the colours, where that is at hand.
    private static void compareColours(Raster actual, Path json) throws IOException {
        String name = json.getFileName().toString().replace(".psd.json", ".png");
        Path picture = Path.of("src/test/resources/golden/psd", name);
        if (!Files.exists(picture) || System.getProperty("golden.composite") != null) {
            return;
        }
        int tolerance = switch (name) {
            case "lab8.png" -> 2;
            case "cmyk8.png", "rgb32.png" -> 1;
            default -> 0;
        };
        BufferedImage expected = ImageIO.read(picture.toFile());
        int[] argb = actual.toArgb();
        for (int i = 0; i < argb.length; i++) {
            int other = expected.getRGB(i % actual.width(), i / actual.width());
            for (int shift = 0; shift < 32; shift += 8) {
                assertThat(argb[i] >>> shift & 255).isCloseTo(other >>> shift & 255, within(tolerance));
            }
        }
    }

    private static void compare(List<Layer> actual, JsonNode expected) throws NoSuchAlgorithmException {
        assertThat(actual).hasSize(expected.size());
        for (int i = 0; i < actual.size(); i++) {
            Layer layer = actual.get(i);
            JsonNode json = expected.get(i);
            assertThat(layer.name()).isEqualTo(json.get("name").asText());
            assertThat(PsdMode.key(layer.props().blendMode()))
                    .isEqualTo(json.get("mode").asText());
            assertThat(layer.props().opacity()).isEqualTo(json.get("opacity").asInt());
            assertThat(layer.props().visible()).isEqualTo(json.get("visible").asBoolean());
            compareBlending(layer, json);
            compareMask(layer.props().mask(), json.path("mask"));
            switch (layer) {
                case GroupLayer group -> {
                    assertThat(group.open()).isEqualTo(json.get("open").asBoolean());
                    compare(group.children(), json.get("children"));
                }
                case RasterLayer pixels -> {
                    if (!pixels.raster().isEmpty()) {
                        assertThat(pixels.bounds().x())
                                .isEqualTo(json.get("left").asInt());
                        assertThat(pixels.bounds().y())
                                .isEqualTo(json.get("top").asInt());
                    }
                    if (json.has("rgba_sha256")) { // empty layers have none
                        assertThat(sha256(pixels.raster(), 4))
                                .as("pixels of %s", layer.name())
                                .isEqualTo(json.get("rgba_sha256").asText());
                    }
                }
            }
        }
    }

    private static void compareBlending(Layer layer, JsonNode json) {
        assertThat(layer.props().blending().fill()).isEqualTo(json.get("fill").asInt());
        assertThat(layer.props().blending().clip()).isEqualTo(json.get("clip").asBoolean());
        if (json.has("color")) {
            assertThat(layer.props().tag())
                    .isEqualTo(PsdTag.tag(json.get("color").asInt()));
        }
        if (json.has("locks")) {
            JsonNode locks = json.get("locks");
            assertThat(layer.props().locks())
                    .isEqualTo(new Locks(
                            locks.path("transparency").asBoolean(),
                            locks.path("composite").asBoolean(),
                            locks.path("position").asBoolean()));
        }
    }

    private static void compareMask(Optional<Mask> actual, JsonNode expected) throws NoSuchAlgorithmException {
        assertThat(actual.isPresent()).as("has a mask").isEqualTo(expected.isObject());
        if (actual.isPresent()) {
            Mask mask = actual.get();
            assertThat(mask.bounds())
                    .isEqualTo(new Rect(
                            expected.get("left").asInt(),
                            expected.get("top").asInt(),
                            expected.get("width").asInt(),
                            expected.get("height").asInt()));
            assertThat(mask.outside()).isEqualTo(expected.get("default").asInt());
            assertThat(mask.density()).isEqualTo(expected.get("density").asInt());
            assertThat(mask.enabled()).isNotEqualTo(expected.get("disabled").asBoolean());
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int argb : mask.raster().toArgb()) {
                digest.update((byte) (argb >>> 24));
            }
            assertThat(HexFormat.of().formatHex(digest.digest()))
                    .isEqualTo(expected.get("sha256").asText());
        }
    }

    private static String sha256(Raster raster, int channels) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int argb : raster.toArgb()) {
            byte[] rgba = {(byte) (argb >> 16), (byte) (argb >> 8), (byte) argb, (byte) (argb >>> 24)};
            digest.update(rgba, 0, channels);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @TestFactory
    Stream<DynamicTest> hostileFilesEndSoonInWordsOrAreReadWithoutHarm() throws IOException {
        return Stream.concat(files("hostile", ".psd"), files("hostile", ".gz"))
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> Assertions.assertTimeoutPreemptively(LONGEST, () -> openOrRefuse(file))));
    }

    private static void openOrRefuse(Path file) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getTotalThreadAllocatedBytes();
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime(); // of all threads: pixels are unpacked on every core
        try {
            Opened opened = read(file);
            assertThat(opened.notes()).as("what is wrong with it").isNotEmpty();
        } catch (IOException e) {
            assertThat(e.getMessage()).contains("PSD file").doesNotContain("\n");
        }
        assertThat(process.getProcessCpuTime() - cpu).isLessThan(MOST_CPU.toNanos());
        assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan((64L << 20) + 4 * Files.size(file));
    }
}
