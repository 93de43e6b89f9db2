package org.layerloom.network.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.weights.ModelFolder;

/// Prompts with weights and of more than 77 ids.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongPromptTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final double TOLERANCE = 1e-4;
    private static final int LENGTH = 77;

    private ClipTokenizer tokenizer;

    @BeforeAll
    void load() throws IOException {
        tokenizer = ClipTokenizer.standard(false);
    }

    @AfterAll
    void close() {
        tokenizer.close();
    }

    @Test
    void aShortPromptIsTheOneChunkThatPaddingGives() {
        for (String prompt : List.of("", "a red fox", "red ".repeat(75))) {
            List<PromptChunk> chunks = cut(prompt);
            assertThat(chunks).hasSize(1);
            assertThat(chunks.getFirst().ids()).containsExactly(tokenizer.encode(prompt, LENGTH));
            assertThat(chunks.getFirst().isWeighted()).isFalse();
        }
    }

    @Test
    void aLongPromptGoesOnInTheNextChunk() {
        assertThat(words("red ".repeat(76))).containsExactly(75, 1);
        assertThat(words("red ".repeat(230))).containsExactly(75, 75, 75, 5);
    }

    @Test
    void aPhraseThatANearCommaBeginsMovesWhole() {
        assertThat(words("red ".repeat(59) + ", " + "fox ".repeat(30))).containsExactly(60, 30);
        assertThat(words("red ".repeat(55) + ", " + "fox ".repeat(30))).containsExactly(56, 30);
        assertThat(words("red ".repeat(54) + ", " + "fox ".repeat(30))).containsExactly(75, 10);
        assertThat(words("red ".repeat(74) + ", fox")).containsExactly(75, 1);
        assertThat(words("red, ".repeat(37) + "fox , fox")).containsExactly(75, 2);
    }

    @Test
    void aBreakBeginsAChunk() {
        assertThat(words("a fox BREAK snow")).containsExactly(2, 1);
        assertThat(words("a fox BREAK")).containsExactly(2);
        assertThat(words("BREAK a fox")).containsExactly(0, 2);
    }

    @Test
    void weightsStandAtTheirPieces() {
        PromptChunk chunk = cut("a (red fox:1.5) [sky]").getFirst();
        assertThat(Arrays.copyOf(chunk.weights(), 6)).containsExactly(1, 1, 1.5f, 1.5f, (float) (1 / 1.1), 1);
        assertThat(chunk.isWeighted()).isTrue();
    }

    @Test
    void theEncodersGiveTheReferencesStates() throws IOException {
        ModelFolder sdxl = new ModelFolder(GOLDEN.resolve("layerdiffuse/open/tiny-sdxl"));
        JsonNode prompts =
                GoldenTensors.json(GOLDEN.resolve("prompts"), "prompts.json").get("prompts");
        try (Device device = Device.cpu();
                GoldenTensors golden = GoldenTensors.open(GOLDEN.resolve("prompts"), "prompts", device);
                SdxlText both = SdxlText.load(sdxl, device, DType.F32);
                Sd15Text one = Sd15Text.load(sdxl, device, DType.F32)) {
            assertThat(prompts).isNotEmpty();
            for (int i = 0; i < prompts.size(); i++) {
                TextEncoding encoding = both.encode(prompts.get(i).textValue());
                golden.assertClose(i + ".sdxl.tokens", encoding.tokens(), TOLERANCE);
                golden.assertClose(i + ".sdxl.pooled", encoding.pooled(), TOLERANCE);
                TextEncoding last = one.encode(prompts.get(i).textValue());
                golden.assertClose(i + ".sd15.tokens", last.tokens(), TOLERANCE);
            }
        }
    }

    @Test
    void wordsThatOneEncoderCutsFinerPadTheOther() throws IOException {
        ModelFolder sdxl = new ModelFolder(GOLDEN.resolve("layerdiffuse/open/tiny-sdxl"));
        try (Device device = Device.cpu();
                SdxlText both = SdxlText.load(sdxl, device, DType.F32)) {
            int open = device.openTensors();
            long tokens = Scope.<Long, RuntimeException>closing(
                    () -> both.encode("no" + "!".repeat(150)).tokens().size(1));
            assertThat(tokens).isEqualTo(3L * LENGTH);
            assertThat(device.openTensors()).isEqualTo(open);
        }
    }

    private List<PromptChunk> cut(String prompt) {
        return PromptChunk.cut(WeightedPrompt.parse(prompt), tokenizer, LENGTH);
    }

    /// How many pieces each chunk has.
    private List<Integer> words(String prompt) {
        long end = tokenizer.encode("")[1];
        return cut(prompt).stream()
                .map(chunk -> (int) Arrays.stream(chunk.ids())
                                .takeWhile(id -> id != end)
                                .count()
                        - 1)
                .toList();
    }
}
