package org.layerloom.network.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerloom.golden.GoldenTensors;

/// Ids of the full-size CLIP and T5 tokenizers against `tokenization.json`: exact.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArtTokenizationParityTest {
    private static final Path RESOURCES = Path.of("src/test/resources/golden/art");

    @TempDir
    private static Path folder;

    private ClipTokenizer clip;
    private T5Tokenizer t5;
    private T5Tokenizer t5Converted;

    @BeforeAll
    void load() throws IOException {
        Path beside = GoldenTensors.art().toAbsolutePath().normalize().resolveSibling("tokenizers");
        boolean own = Files.isDirectory(beside.resolve("clip")) && Files.isDirectory(beside.resolve("t5"));
        Path tokenizers = own ? beside : RESOURCES.resolve("tokenizers");
        unpack(tokenizers.resolve("clip"), folder.resolve("clip"));
        unpack(tokenizers.resolve("t5"), folder.resolve("t5"));
        unpack(tokenizers.resolve("t5"), folder.resolve("t5-converted"));
        Files.writeString(folder.resolve("t5-converted/tokenizer_config.json"), "{\"add_prefix_space\": true}");
        clip = ClipTokenizer.load(folder.resolve("clip"), ClipTokenizer.Rules.SLOW);
        t5 = T5Tokenizer.load(folder.resolve("t5"));
        t5Converted = T5Tokenizer.load(folder.resolve("t5-converted"));
    }

    @AfterAll
    void close() {
        clip.close();
        t5.close();
        t5Converted.close();
    }

    record Row(String prompt, JsonNode json) {
        long[] ids(String key) {
            return StreamSupport.stream(json.get(key).spliterator(), false)
                    .mapToLong(JsonNode::longValue)
                    .toArray();
        }

        int number(String key) {
            return json.get(key).intValue();
        }

        @Override
        public String toString() {
            return "\"" + prompt.substring(0, Math.min(40, prompt.length())) + "\"";
        }
    }

    static Stream<Row> rows() throws IOException {
        JsonNode rows = GoldenTensors.json("tokenization.json").get("rows");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Row(row.get("prompt").textValue(), row));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void clipIdsAreTheSlowTokenizers(Row row) {
        assertThat(clip.encode(row.prompt())).hasSize(row.number("clip_untruncated_len"));
        assertPadded(clip.encode(row.prompt(), 77), row.ids("clip"), row.number("clip_pad_to_77_with"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void t5IdsAreThoseOfTheTokenizerFile(Row row) {
        assertThat(t5.encode(row.prompt())).hasSize(row.number("t5_untruncated_len"));
        assertPadded(t5.encode(row.prompt(), 512), row.ids("t5"), row.number("t5_pad_to_512_with"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void withFluxsSettingT5IdsAreThoseOfTheConvertedPieces(Row row) {
        String key = row.json().has("t5_from_slow_conversion_differs") ? "t5_from_slow_conversion_differs" : "t5";
        assertPadded(t5Converted.encode(row.prompt(), 512), row.ids(key), row.number("t5_pad_to_512_with"));
    }

    @Test
    void whatTheCharacterMapTurnsIntoTrailingSpaceIsStrippedWithFluxsSetting() {
        assertThat(t5Converted.encode("end \u200b")).containsExactly(414, 1);
        assertThat(t5.encode("end \u200b")).containsExactly(414, 3, 1);
    }

    @Test
    void aLongT5TextIsCutAndKeepsItsEnd() {
        String prompt = "roses and violets ".repeat(300);
        long[] ids = t5.encode(prompt, 512);
        assertThat(ids).hasSize(512).endsWith(1).startsWith(Arrays.copyOf(t5.encode(prompt), 511));
    }

    @Test
    void controlCharactersAndCaseDoNotChangeClipIds() {
        assertThat(clip.encode("Cafe\u0301\u200d \u0007ROSE\u2029tree"))
                .containsExactly(clip.encode("caf\u00e9 rose tree"));
    }

    private static void assertPadded(long[] actual, long[] ids, long pad) {
        assertThat(actual).startsWith(ids);
        for (int i = ids.length; i < actual.length; i++) {
            assertThat(actual[i]).as("padding at %d", i).isEqualTo(pad);
        }
    }

    private static void unpack(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            files.forEach(file -> {
                String name = file.getFileName().toString();
                try (InputStream in = name.endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(file))
                        : Files.newInputStream(file)) {
                    Files.copy(in, to.resolve(name.replaceFirst("\\.gz$", "")));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
