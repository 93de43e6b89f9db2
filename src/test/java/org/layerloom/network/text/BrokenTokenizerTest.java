package org.layerloom.network.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.weights.WeightsException;

/// Broken tokenizer folders fail at load, in one sentence that names the file.
class BrokenTokenizerTest {
    private static final String VOCAB = "{\"a\": 0, \"b\": 1, \"a</w>\": 2, \"b</w>\": 3, \"ab</w>\": 4,"
            + " \"<|startoftext|>\": 5, \"<|endoftext|>\": 6}";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeClip() throws IOException {
        write("vocab.json", VOCAB);
        write("merges.txt", "#version: 0.2\na b</w>\n");
    }

    @Test
    void aMissingVocabularyIsNamed() throws IOException {
        Files.delete(folder.resolve("vocab.json"));
        assertClipFails("vocab.json");
    }

    @Test
    void missingMergesAreNamed() throws IOException {
        Files.delete(folder.resolve("merges.txt"));
        assertClipFails("merges.txt");
    }

    @Test
    void aVocabularyThatIsNotJsonIsNamed() throws IOException {
        write("vocab.json", VOCAB.substring(0, 20));
        assertClipFails("vocab.json");
    }

    @Test
    void aMissingEndTokenIsNamed() throws IOException {
        write("vocab.json", VOCAB.replace("<|endoftext|>", "end"));
        assertClipFails("<|endoftext|>");
    }

    @Test
    void aMergeOfAnUnknownPieceFails() throws IOException {
        write("merges.txt", "#version: 0.2\na c</w>\n");
        assertClipFails(folder.toString());
    }

    @Test
    void aTokenizerFileThatIsNoTokenizerFails() throws IOException {
        write("tokenizer.json", "{\"version\": \"1.0\"}");
        assertThatThrownBy(() -> T5Tokenizer.load(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> WordPieceTokenizer.load(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aTokenizerWithoutBertsFrameFails() throws IOException {
        write(
                "tokenizer.json",
                "{\"version\": \"1.0\", \"model\": {\"type\": \"WordPiece\", \"unk_token\": \"[UNK]\","
                        + " \"continuing_subword_prefix\": \"##\", \"max_input_chars_per_word\": 100,"
                        + " \"vocab\": {\"[UNK]\": 0, \"a\": 1}}}");
        assertThatThrownBy(() -> WordPieceTokenizer.load(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("puts 0 tokens around a text");
    }

    private void assertClipFails(String naming) {
        assertThatThrownBy(() -> ClipTokenizer.load(folder, ClipTokenizer.Rules.FAST))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining(naming)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
