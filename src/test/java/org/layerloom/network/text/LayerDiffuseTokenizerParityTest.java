package org.layerloom.network.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerloom.golden.GoldenTensors;

/// Ids of OpenAI's vocabulary against `j_clip_bpe.json`: exact.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerDiffuseTokenizerParityTest {
    @TempDir
    private static Path folder;

    private ClipTokenizer first;
    private ClipTokenizer second;
    private ClipTokenizer slow;

    @BeforeAll
    void load() throws IOException {
        first = ClipTokenizer.standard(false);
        second = ClipTokenizer.standard(true);
        ClipVocabulary vocabulary = ClipVocabulary.standard("<|startoftext|>", "<|endoftext|>");
        Files.writeString(folder.resolve("vocab.json"), new JsonMapper().writeValueAsString(vocabulary.vocab()));
        Files.writeString(folder.resolve("merges.txt"), vocabulary.merges());
        slow = ClipTokenizer.load(folder, ClipTokenizer.Rules.SLOW);
    }

    @AfterAll
    void close() {
        first.close();
        second.close();
        slow.close();
    }

    record Row(String prompt, JsonNode json) {
        long[] ids(String key) {
            return StreamSupport.stream(json.get(key).spliterator(), false)
                    .mapToLong(JsonNode::longValue)
                    .toArray();
        }

        @Override
        public String toString() {
            return "\"" + prompt.substring(0, Math.min(40, prompt.length())) + "\"";
        }
    }

    static Stream<Row> rows() throws IOException {
        JsonNode rows = GoldenTensors.json(GoldenTensors.layerDiffuse(), "j_clip_bpe.json")
                .get("rows");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Row(row.get("prompt").textValue(), row));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theFirstTokenizerPadsWithItsEndToken(Row row) {
        assertThat(first.encode(row.prompt())).containsExactly(row.ids("fast_full"));
        assertThat(first.encode(row.prompt(), 77)).containsExactly(row.ids("ids77_pad_eos"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theSecondTokenizerPadsWithAnExclamationMarkAndFindsItInTheText(Row row) {
        assertThat(second.encode(row.prompt())).containsExactly(row.ids("tok2_fast_full"));
        assertThat(second.encode(row.prompt(), 77)).containsExactly(row.ids("ids77_pad_bang"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theSlowRulesGiveTheSlowTokenizersIds(Row row) {
        String key = row.json().get("slow_same").booleanValue() ? "fast_full" : "slow_full";
        assertThat(slow.encode(row.prompt())).containsExactly(row.ids(key));
    }
}
