package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerloom.generate.Vocabulary;
import org.layerloom.weights.WeightsException;

final class VocabularyFileTest {
    @TempDir
    private Path folder;

    private void write(String json) throws IOException {
        Files.writeString(folder.resolve("vocabulary.json"), json);
    }

    @Test
    void the_embedded_model_knows_what_it_was_taught() throws Exception {
        Vocabulary words =
                VocabularyFile.read(Path.of("assets/models/layerloom-2")).orElseThrow();
        assertThat(words.things()).contains("birthday cake", "rocket");
        assertThat(words.styles()).containsExactly("cartoon", "flat");
        assertThat(words.unknown("a bunny, two cakes, a green heart and a submarine"))
                .singleElement()
                .satisfies(noun -> assertThat(noun.near()).contains("sailboat"));
    }

    @Test
    void a_model_without_the_file_tells_nothing() throws Exception {
        assertThat(VocabularyFile.read(folder)).isEmpty();
    }

    @Test
    void only_the_things_must_be_there() throws Exception {
        write("{\"things\": [\"cat\"]}");
        assertThat(VocabularyFile.read(folder).orElseThrow().styles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|not a JSON object",
                "{\"things\"|not JSON",
                "{}|things must not be empty",
                "{\"things\": \"cat\"}|things must be a list of words",
                "{\"things\": [1]}|things must be a list of words",
                "{\"things\": {\"cat\": \"dog\"}}|things must be a list of words",
                "{\"things\": [\"cat\"], \"synonyms\": []}|synonyms must be an object",
                "{\"things\": [\"cat\"], \"synonyms\": {\"cat\": \"kitten\"}}|cat must be a list of words",
            })
    void a_broken_file_is_told_of_in_one_sentence(String json, String wrong) throws IOException {
        write(json);
        assertThatThrownBy(() -> VocabularyFile.read(folder))
                .isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("vocabulary.json", wrong);
    }
}
