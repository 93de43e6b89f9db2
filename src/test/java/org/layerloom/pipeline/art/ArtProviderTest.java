package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.ModelException;
import org.layerloom.golden.GoldenTensors;

/// Folders are recognised by their configs; whatever is wrong with one is said in one sentence that names it.
class ArtProviderTest {
    private static final String WEIGHTS = "transformer/diffusion_pytorch_model.safetensors";

    @TempDir
    private Path temporary;

    private Path folder;
    private final ArtProvider provider = new ArtProvider(List.of());

    @BeforeEach
    void copy() throws IOException {
        folder = temporary.resolve("model");
        Path source = GoldenTensors.layerloom().resolve("checkpoint");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(source.relativize(file).toString()));
            }
        }
    }

    private void assertRefused(String... parts) {
        ModelEntry entry = provider.recognise(folder).orElseThrow();
        assertThatThrownBy(() -> entry.open("cpu").close())
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("\n");
    }

    @Test
    void bothKindsAreRecognisedAndOpened() throws ModelException {
        for (Path path : List.of(folder, GoldenTensors.artCheckpoint().path())) {
            ModelEntry entry = provider.recognise(path).orElseThrow();
            assertThat(entry.abilities().embeddedGuidance()).isEqualTo(!path.equals(folder));
            try (LayerGenerator generator = entry.open("cpu")) {
                assertThat(generator.device()).startsWith("CPU, ");
            }
        }
        ModelEntry entry = provider.recognise(folder).orElseThrow();
        assertThat(entry.id()).isEqualTo("model");
        assertThat(entry.title()).isEqualTo("layerloom-tiny 0");
    }

    @Test
    void otherFoldersAreNot() throws IOException {
        assertThat(provider.recognise(temporary)).isEmpty();
        Files.writeString(folder.resolve("transformer/config.json"), "{\"num_layers\": 19}");
        assertThat(provider.recognise(folder)).as("plain FLUX").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WEIGHTS,
                "autoencoder/diffusion_pytorch_model.safetensors",
                "text_encoder/model.safetensors",
                "scheduler/scheduler_config.json",
                "autoencoder/config.json",
                "tokenizer/tokenizer.json"
            })
    void aMissingFileIsNamed(String file) throws IOException {
        Files.delete(folder.resolve(file));
        assertRefused(file.endsWith(".safetensors") ? file.substring(0, file.indexOf('/')) : file);
    }

    @Test
    void aTruncatedFileIsNamedWithItsTensor() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(WEIGHTS));
        Files.write(folder.resolve(WEIGHTS), Arrays.copyOf(bytes, bytes.length - 10));
        assertRefused(WEIGHTS, "is broken at the tensor", "truncated?");
    }

    @Test
    void brokenJsonIsNamed() throws IOException {
        Files.writeString(folder.resolve("transformer/config.json"), "{");
        assertRefused("transformer/config.json is broken: it is not JSON");
    }

    @Test
    void aMissingTensorAndAWrongShapeAreNamed() throws IOException {
        Path config = folder.resolve("transformer/config.json");
        String sound = Files.readString(config);
        Files.writeString(config, sound.replace("\"num_single_layers\": 2", "\"num_single_layers\": 3"));
        assertRefused("no tensor single_transformer_blocks.2.attn.to_q.weight in");
        Files.writeString(config, sound.replace("\"joint_attention_dim\": 32", "\"joint_attention_dim\": 33"));
        assertRefused("the tensor context_embedder.weight", "has the shape [32, 32]", "needs [32, 33]");
    }

    @Test
    void textOfAnotherWidthAndSchedulersWithoutSenseAreNamed() throws IOException {
        Path text = folder.resolve("text_encoder/config.json");
        String sound = Files.readString(text);
        Files.writeString(text, sound.replace("\"hidden_size\": 32", "\"hidden_size\": 48"));
        assertRefused(
                "the transformer takes text tokens of 32 and a pooled text of 32, the text encoders make 48 and 48");
        Files.writeString(text, sound);
        Path scheduler = folder.resolve("scheduler/scheduler_config.json");
        Files.writeString(scheduler, "{\"shift\": -1}");
        assertRefused("scheduler_config.json is broken: shift is -1.0, but must be above 0");
    }

    @Test
    void partsThatDoNotFitAreNamed() throws IOException {
        Path config = folder.resolve("transformer/config.json");
        Files.writeString(config, Files.readString(config).replace("\"token_stride\": 32", "\"token_stride\": 16"));
        assertRefused(
                "do not fit: the transformer takes 32 latent channels at 1/8 of the px, the codec makes 32 at 1/16");
    }

    @Test
    void aDeviceThatIsNotThereIsNamed() {
        ModelEntry entry = provider.recognise(folder).orElseThrow();
        assertThatThrownBy(() -> entry.open("tpu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no device is called \"tpu\"");
    }
}
