package org.layerloom.codec.psd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.layerloom.codec.Opened;
import org.layerloom.document.GroupLayer;
import org.layerloom.document.Layer;
import org.layerloom.document.Locks;
import org.layerloom.document.Mask;
import org.layerloom.document.Raster;
import org.layerloom.document.RasterLayer;
import org.layerloom.document.Rect;

/// Files that psd-tools and ag-psd wrote, and hostile ones. PSB and other depths and colour modes are refused in words.
class PsdGoldenTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("golden.composite", "src/test/resources/golden/composite/open"));

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
    Stream<DynamicTest> filesOfOtherProgramsAreReadOrRefusedInWords() throws IOException {
        return files("psd", ".json")
                .map(json -> DynamicTest.dynamicTest(json.getFileName().toString(), () -> {
                    JsonNode expected = new ObjectMapper().readTree(json.toFile());
                    Path file = json.resolveSibling(expected.get("file").asText());
                    boolean ours = expected.get("version").asInt() == 1
                            && expected.get("depth").asInt() == 8
                            && expected.get("color_mode").asInt() == 3;
                    if (!ours) {
                        assertThatIOException()
                                .isThrownBy(() -> read(file))
                                .withMessageMatching(".*(only RGB of 8 bits|PSB).*");
                    } else if (expected.has("layers")) {
                        compare(read(file).document().layers(), expected.get("layers"));
                    } else {
                        Raster picture =
                                ((RasterLayer) read(file).document().layers().getFirst()).raster();
                        assertThat(sha256(picture, 3))
                                .isEqualTo(expected.get("merged_rgb_sha256").asText());
                    }
                }));
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
                        () -> Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> openOrRefuse(file))));
    }

    private static void openOrRefuse(Path file) {
        try {
            Opened opened = read(file);
            assertThat(opened.notes()).as("what is wrong with it").isNotEmpty();
        } catch (IOException e) {
            assertThat(e.getMessage()).contains("PSD file").doesNotContain("\n");
        }
    }
}
