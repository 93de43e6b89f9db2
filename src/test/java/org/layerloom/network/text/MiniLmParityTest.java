package org.layerloom.network.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.ModelFolder;

/// MiniLM, the tiny one of the fixtures and the real one of our model, against the training code's
/// `text.safetensors`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmParityTest {
    private Device device;
    private GoldenTensors golden;
    private JsonNode json;
    private double tolerance;
    private MiniLmText real;

    @BeforeAll
    void open() throws IOException {
        device = Device.cpu();
        golden = GoldenTensors.open(GoldenTensors.layerloom(), "text", device);
        json = GoldenTensors.json(GoldenTensors.layerloom(), "text.json");
        tolerance = json.get("tolerance").doubleValue();
        real = MiniLmText.load(new ModelFolder(Path.of("assets/models/layerloom-2")), device, DType.F32);
    }

    @AfterAll
    void close() {
        real.close();
        device.close();
    }

    @Test
    void theTinyEncoderMatches() throws IOException {
        ModelFolder folder = new ModelFolder(GoldenTensors.layerloom().resolve("checkpoint"));
        try (MiniLmText tiny = MiniLmText.load(folder, device, DType.F32)) {
            assertPrompts(tiny, "tiny.");
        }
    }

    @Test
    void theRealEncoderMatches() throws IOException {
        assertPrompts(real, "");
    }

    @Test
    void tokensAreCutAtTheLimitAndPooledOverWhatIsLeft() {
        TextEncoding encoding = real.encode("a red balloon and ".repeat(40));
        assertThat(encoding.tokens().shape()).containsExactly(1, MiniLmText.MOST_TOKENS, 384);
        assertThat(encoding.spans()).hasSize(MiniLmText.MOST_TOKENS);
        assertThat(encoding.pooled().shape()).containsExactly(1, 384);
    }

    @Test
    void aTextWithoutWordsHasNoTokens() {
        TextEncoding encoding = real.encode("");
        assertThat(encoding.tokens().shape()).containsExactly(1, 0, 384);
        assertThat(encoding.spans()).isEmpty();
    }

    @Test
    void spansAreCharsOfTheJavaString() {
        String prompt = "Fête \uD83C\uDF88 and a\u0301 balloon \uD83C\uDF89, 日本 SALE";
        List<String> words = real.encode(prompt).spans().stream()
                .map(span -> prompt.substring(span.start(), span.end()))
                .toList();
        assertThat(words)
                .containsExactly(
                        "Fê", "te", "\uD83C\uDF88", "and", "a", "balloon", "\uD83C\uDF89", ",", "日", "本", "SALE");
    }

    @Test
    void aPhrasesTokensAreThoseThatLieInIt() {
        String prompt = "a red balloon on a balloon-blue sky";
        int from = prompt.indexOf("red");
        int to = from + "red balloon".length();
        List<Integer> inside = new ArrayList<>();
        List<TokenSpan> spans = real.encode(prompt).spans();
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).within(from, to)) {
                inside.add(i);
            }
        }
        assertThat(inside).containsExactly(1, 2);
    }

    private void assertPrompts(MiniLmText encoder, String prefix) throws IOException {
        int compared = 0;
        for (JsonNode row : json.get("prompts")) {
            String name = row.get("name").textValue();
            if (name.startsWith("tiny.") == prefix.startsWith("tiny.")) {
                assertPrompt(encoder.encode(row.get("prompt").textValue()), name, row.get("offsets"));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(3);
    }

    private void assertPrompt(TextEncoding actual, String name, JsonNode offsets) throws IOException {
        long width = actual.pooled().size(1);
        Tensor tokens = actual.tokens().reshape(actual.tokens().size(1), width);
        golden.assertClose(name + ".hidden", tokens, tolerance);
        golden.assertClose(name + ".pooled", actual.pooled().reshape(width), tolerance);
        assertThat(actual.spans()).hasSize(offsets.size());
        for (int i = 0; i < offsets.size(); i++) {
            TokenSpan span = actual.spans().get(i);
            assertThat(new int[] {span.start(), span.end()})
                    .as("place of token %d of %s", i, name)
                    .containsExactly(
                            offsets.get(i).get(0).intValue(),
                            offsets.get(i).get(1).intValue());
        }
    }
}
