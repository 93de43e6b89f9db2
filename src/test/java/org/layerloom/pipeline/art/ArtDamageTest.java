package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.generate.ModelException;
import org.layerloom.golden.GoldenTensors;

/// A checkpoint of shards that is damaged, lies, is another's or was fetched in part: one sentence, with the tensor or
/// the file.
class ArtDamageTest {
    private static final String SHARD = "diffusion_pytorch_model-00002-of-00003.safetensors";
    private static final String INDEX = "diffusion_pytorch_model.safetensors.index.json";

    @TempDir
    private Path model;

    private Path transformer;

    @BeforeEach
    void copy() throws IOException {
        Path source = GoldenTensors.artCheckpoint().path();
        transformer = model.resolve("transformer");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = model.resolve(source.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private void assertRefused(String... parts) {
        ArtProvider provider = new ArtProvider(List.of());
        assertThatThrownBy(() ->
                        provider.recognise(model).orElseThrow().open("cpu").close())
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContaining("\n");
    }

    private void edit(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    @Test
    void aMissingShardIsNamed() throws IOException {
        Files.delete(transformer.resolve(SHARD));
        assertRefused("the file " + transformer.resolve(SHARD) + " is missing");
    }

    @Test
    void aShardWhoseDownloadDidNotEndIsSaidToBeSuch() throws IOException {
        Path left = transformer.resolve("3f9a.incomplete");
        Files.move(transformer.resolve(SHARD), left);
        assertRefused(SHARD + " is missing (a download did not end: " + left + "; fetch the model again)");
    }

    @Test
    void aLinkOfTheHubsCacheIntoNothingIsSaidToBeADownloadThatDidNotEnd() throws IOException {
        Path snapshot = model.resolve("models--o--art/snapshots/c0");
        Files.createDirectories(snapshot.getParent());
        Files.createDirectories(snapshot);
        try (Stream<Path> children = Files.list(model)) {
            for (Path child :
                    children.filter(c -> !c.endsWith("models--o--art")).toList()) {
                Files.move(child, snapshot.resolve(child.getFileName().toString()));
            }
        }
        Path shard = snapshot.resolve("transformer").resolve(SHARD);
        Path blobs = Files.createDirectories(model.resolve("models--o--art/blobs"));
        Files.move(shard, blobs.resolve("ab12.incomplete"));
        Files.createSymbolicLink(shard, Path.of("../../../blobs/ab12"));
        model = snapshot;
        assertRefused(SHARD + " is missing (a download did not end: ", "ab12.incomplete; fetch the model again)");
    }

    @Test
    void aShardThatWasCutIsNamedWithItsTensor() throws IOException {
        byte[] bytes = Files.readAllBytes(transformer.resolve(SHARD));
        Files.write(transformer.resolve(SHARD), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(SHARD, "is broken at the tensor ", "truncated?");
    }

    @Test
    void aTensorThatTheIndexNamesAndNoShardHasIsNamed() throws IOException {
        edit(transformer.resolve(INDEX), "\"layer_pe\"", "\"layer_pf\"");
        assertRefused("no tensor layer_pf in ", "where the index ", " says it is");
    }

    @Test
    void aTensorOfAnotherShapeThanTheConfigsIsNamed() throws IOException {
        edit(transformer.resolve("config.json"), "\"max_layer_num\": 52", "\"max_layer_num\": 53");
        assertRefused("the tensor layer_pe in ", "has the shape [1, 52, 1, 1, ", "needs [1, 53, 1, 1, ");
    }

    @Test
    void aConfigWithoutSenseIsNamed() throws IOException {
        edit(transformer.resolve("config.json"), "\"attention_head_dim\": ", "\"attention_head_dim\": 2");
        assertRefused("config.json is broken: axes_dims_rope is [", "add up to attention_head_dim 2");
    }

    @Test
    void aPartOfAnotherNetworkIsNamedByTheTensorThatItLacks() throws IOException {
        Files.copy(
                model.resolve("vae/diffusion_pytorch_model.safetensors"),
                model.resolve("transp_vae/diffusion_pytorch_model.safetensors"),
                StandardCopyOption.REPLACE_EXISTING);
        assertRefused("no tensor decoder.fc_in.weight in " + model.resolve("transp_vae"));
    }

    @Test
    void aShardThatIsAWebPageOrAPointerIsNamed() throws IOException {
        Files.writeString(
                transformer.resolve(SHARD), "version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 9\n");
        assertRefused(SHARD + " is broken: it is a pointer of Git LFS, not the file itself");
    }
}
