package org.layerloom.pipeline.art;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerloom.generate.MissingFile;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelEntry;
import org.layerloom.generate.Progress;
import org.layerloom.generate.WeightForm;
import org.layerloom.golden.GoldenTensors;
import org.layerloom.network.flux.ArtPass;
import org.layerloom.network.flux.FluxConfig;
import org.layerloom.pipeline.patch.PatchedNetworks;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.weights.Part;
import org.layerloom.weights.TensorWriter;
import org.layerloom.weights.TorchWriter;
import org.layerloom.weights.Weights;

/// The files that training left, over FLUX's folder: found, put together in the reference's order, and named where
/// they are missing.
class ArtFormTest {
    private static final String TRAINED = "anonymous_region_transformer_ckpt";
    private static final String LORA = "pytorch_lora_weights.safetensors";
    private static final String INDEX = "diffusion_pytorch_model.safetensors.index.json";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path models;

    private Path art;
    private Path flux;
    private Device device;

    @BeforeEach
    void layOut() throws IOException {
        device = Device.cpu();
        art = models.resolve("art");
        flux = models.resolve("FLUX.1-dev");
        copy(GoldenTensors.artCheckpoint().path(), flux);
        delete(flux.resolve("transp_vae"));
        copy(GoldenTensors.art().resolve("lora/pre_fuse"), art.resolve("pre_fuse_lora"));
        copy(GoldenTensors.art().resolve("lora/layer"), art.resolve(TRAINED));
        copy(GoldenTensors.art().resolve("lora/extra"), art.resolve("extra_lora"));
        Files.copy(
                GoldenTensors.art().resolve("raw/layer_pe.pth"),
                art.resolve(TRAINED).resolve("layer_pe.pth"));
        Files.createDirectories(art.resolve("transp_vae"));
        Files.copy(decoder().resolve("config.json"), art.resolve("transp_vae/config.json"));
        saveDecoder(art.resolve("transparent_decoder_ckpt.pt"));
        ObjectNode config = (ObjectNode)
                JSON.readTree(flux.resolve("transformer/config.json").toFile());
        config.remove("max_layer_num");
        JSON.writeValue(flux.resolve("transformer/config.json").toFile(), config);
        ObjectNode index = (ObjectNode)
                JSON.readTree(flux.resolve("transformer").resolve(INDEX).toFile());
        ((ObjectNode) index.get("weight_map")).remove("layer_pe");
        JSON.writeValue(flux.resolve("transformer").resolve(INDEX).toFile(), index);
    }

    @AfterEach
    void close() {
        device.close();
    }

    private static Path decoder() {
        return GoldenTensors.artCheckpoint().part("transp_vae");
    }

    /// As training saved it: under `model`, with torchvision's old names and a tensor that nothing uses.
    private void saveDecoder(Path file) throws IOException {
        TorchWriter writer = new TorchWriter().add("decoder.pos_embed", new float[] {1}, 1);
        try (Weights weights = Weights.open(decoder(), device, DType.F32)) {
            for (String name : weights.names()) {
                String old = name.replace(".mlp.0.", ".mlp.linear_1.").replace(".mlp.3.", ".mlp.linear_2.");
                writer.add(old, weights.get(name).toFloats(), weights.get(name).shape());
            }
        }
        writer.write(file, "model");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private ArtForm form() {
        return ArtForm.of(art, List.of());
    }

    @Test
    void trainingsFilesOverFluxGiveWhatTheReferenceGives() throws IOException {
        try (ArtModel model = ArtModel.load(form(), Device.cpu(), WeightForm.STORED, Progress.NONE);
                GoldenTensors inputs = GoldenTensors.art("mmdit_fp32", model.device());
                GoldenTensors expected = GoldenTensors.art("lora/expected", model.device())) {
            assertThat(model.config().maxLayers()).isEqualTo(52);
            assertThat(model.id()).startsWith("art@");
            new ArtPass(inputs).assertClose(expected, "prefuse+layer+extra0.5", model.transformer(List.of()));
        }
    }

    @Test
    void theDecodersOldNamesCountAsTodays() throws IOException {
        try (Weights saved = form().transparency(device, DType.F32);
                Weights published = Weights.open(decoder(), device, DType.F32)) {
            for (String name : published.names()) {
                assertThat(saved.get(name).toFloats())
                        .as(name)
                        .containsExactly(published.get(name).toFloats());
            }
        }
    }

    /// The embeddings' file comes after the first patch, so what it replaces is free of that one.
    @Test
    void whatTheEmbeddingsFileReplacesIsFreeOfTheFirstPatchAndTakesTheNext() throws IOException {
        int dim = dim();
        int layers = GoldenTensors.artCheckpoint().config("transformer").integer("max_layer_num");
        int channels = GoldenTensors.artCheckpoint().config("transformer").integer("in_channels");
        float[] replaced = new float[dim * channels];
        replaced[0] = 5;
        new TorchWriter()
                .add("layer_pe", new float[layers * dim], 1, layers, 1, 1, dim)
                .add("x_embedder.weight", replaced, dim, channels)
                .add("nobody.knows", new float[] {1}, 1)
                .write(art.resolve(TRAINED).resolve("layer_pe.pth"), null);
        lora(art.resolve("pre_fuse_lora"), channels, 100);
        lora(art.resolve(TRAINED), channels, 2);
        delete(art.resolve("extra_lora"));
        ArtForm form = form();
        try (PatchedNetworks<Float> networks = new PatchedNetworks<>(
                Part.TRANSFORMER,
                form.transformer(path -> Weights.open(path, device, DType.F32)),
                1,
                weights -> weights.get("x_embedder.weight").toFloats()[0])) {
            assertThat(networks.with(form.patches())).isEqualTo(7);
        }
    }

    private static int dim() throws IOException {
        return FluxConfig.read(GoldenTensors.artCheckpoint().config("transformer"))
                .dim();
    }

    private static void lora(Path folder, int channels, float value) throws IOException {
        float[] row = new float[channels];
        row[0] = value;
        float[] column = new float[dim()];
        column[0] = 1;
        new TensorWriter()
                .add("transformer.x_embedder.lora_A.weight", row, 1, channels)
                .add("transformer.x_embedder.lora_B.weight", column, dim(), 1)
                .write(folder.resolve(LORA));
    }

    @Test
    void fluxIsFoundInTheModelBesideItAndInTheHubsCache() throws IOException {
        assertThat(form().folder().companions()).containsExactly(flux);
        Files.move(flux, art.resolve("base"));
        assertThat(form().folder().companions()).containsExactly(art.resolve("base"));
        Path cache = models.resolve("elsewhere/hub");
        Path snapshot = cache.resolve("models--black-forest-labs--FLUX.1-dev/snapshots/3de623fc");
        Files.createDirectories(snapshot.getParent());
        Files.move(art.resolve("base"), snapshot);
        assertThat(ArtForm.of(art, List.of(cache)).folder().companions()).containsExactly(snapshot);
    }

    @Test
    void whatIsMissingIsNamedWithItsPlace() throws IOException {
        delete(flux);
        Files.delete(art.resolve(TRAINED).resolve(LORA));
        ModelEntry entry = new ArtProvider(List.of()).recognise(art).orElseThrow();
        assertThat(entry.abilities().loras()).isTrue();
        assertThat(entry.abilities().modes().get(Mode.LAYERS))
                .containsExactly(
                        new MissingFile(LORA, art.resolve(TRAINED)),
                        new MissingFile("FLUX.1-dev", art.resolve("FLUX.1-dev")));
        assertThatThrownBy(() -> entry.open("cpu").close())
                .hasMessage("the model " + art + " lacks " + LORA + ": it would go to " + art.resolve(TRAINED));
    }

    @Test
    void aMergedModelTakesWhatItHasNotFromFlux() throws IOException {
        Path merged = models.resolve("merged");
        copy(GoldenTensors.artCheckpoint().part("transformer"), merged.resolve("transformer"));
        copy(decoder(), merged.resolve("transp_vae"));
        try (ArtModel model =
                ArtModel.load(ArtForm.of(merged, List.of()), Device.cpu(), WeightForm.STORED, Progress.NONE)) {
            assertThat(model.id()).startsWith("merged@");
        }
    }
}
