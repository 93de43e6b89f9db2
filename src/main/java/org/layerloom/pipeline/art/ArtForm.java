package org.layerloom.pipeline.art;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.layerloom.generate.HubCache;
import org.layerloom.generate.MissingFile;
import org.layerloom.pipeline.patch.PatchUse;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.weights.Config;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.Part;
import org.layerloom.weights.Patch;
import org.layerloom.weights.TensorShapes;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The forms in which an anonymous region transformer is kept: merged (`transformer` with everything in it), or as
/// the files that training left, which go over FLUX's own transformer. What a form has not itself is FLUX's.
///
/// @param folder       the parts by their names; those that are not there are looked for in FLUX's folder
/// @param embeddings   the file of the layers' embeddings and of what else replaces FLUX's tensors; null where merged
/// @param transparency file or folder of the transparent decoder
/// @param patches      what is merged into FLUX's transformer, in this order
record ArtForm(ModelFolder folder, Path embeddings, Path transparency, List<PatchUse> patches) {
    static final String TRANSFORMER = "transformer";

    private static final String CONFIG = "config.json";
    /// The key that FLUX has not and every model of this family has.
    private static final String FAMILY_KEY = "max_layer_num";

    private static final String LAYER_PE = "layer_pe";
    private static final String TRANSPARENCY = "transp_vae";
    private static final String AUTOENCODER = "autoencoder";
    private static final String TRAINED = "anonymous_region_transformer_ckpt";
    private static final String DECODER = "transparent_decoder_ckpt";
    private static final String LORA = "pytorch_lora_weights.safetensors";
    private static final double EXTRA_STRENGTH = 0.5;
    /// In FLUX's folder, beside the transformer.
    private static final List<String> SHARED = List.of(
            "vae/config.json",
            "text_encoder/config.json",
            "text_encoder_2/config.json",
            "tokenizer",
            "tokenizer_2",
            "scheduler");

    /// Whether a folder is one of the forms; broken ones count, as opening them says what is broken.
    static boolean isAt(Path path) {
        return isMerged(path) || Files.isDirectory(path.resolve(TRAINED));
    }

    private static boolean isMerged(Path path) {
        Path config = path.resolve(TRANSFORMER).resolve(CONFIG);
        if (!Files.isRegularFile(config)) {
            return false;
        }
        try {
            return Config.read(config).has(FAMILY_KEY);
        } catch (WeightsException e) {
            return true;
        }
    }

    /// The form of a folder that [#isAt] knows.
    ///
    /// @param roots folders that models lie in, where FLUX may be
    static ArtForm of(Path path, List<Path> roots) {
        boolean merged = isMerged(path);
        boolean own = Files.exists(path.resolve(AUTOENCODER));
        List<Path> flux = own || complete(path, merged) ? List.of() : flux(path, roots, merged);
        ModelFolder folder = new ModelFolder(path, flux);
        if (merged) {
            return new ArtForm(folder, null, path.resolve(TRANSPARENCY), List.of());
        }
        Path embeddings = either(path.resolve(TRAINED), LAYER_PE, "pth");
        List<PatchUse> patches = new ArrayList<>();
        patches.add(new PatchUse(
                path.resolve("pre_fuse_lora").resolve(LORA), 1, Patch.Kind.SYSTEM_WITHOUT_ALPHA, names(embeddings)));
        patches.add(new PatchUse(path.resolve(TRAINED).resolve(LORA), 1, Patch.Kind.SYSTEM));
        Path extra = path.resolve("extra_lora").resolve(LORA);
        if (Files.exists(extra)) {
            patches.add(new PatchUse(extra, EXTRA_STRENGTH, Patch.Kind.SYSTEM));
        }
        return new ArtForm(folder, embeddings, either(path, DECODER, "pt"), patches);
    }

    private static boolean complete(Path path, boolean merged) {
        return (merged || Files.exists(path.resolve(TRANSFORMER).resolve(CONFIG)))
                && SHARED.stream().allMatch(part -> Files.exists(path.resolve(part)));
    }

    /// A file as safetensors where there is such a one, else as published.
    private static Path either(Path folder, String name, String ending) {
        Path converted = folder.resolve(name + ".safetensors");
        return Files.exists(converted) ? converted : folder.resolve(name + "." + ending);
    }

    private static Set<String> names(Path file) {
        try {
            return TensorShapes.read(file).names();
        } catch (WeightsException e) {
            return Set.of(); // opening it says what is wrong
        }
    }

    /// FLUX's folder: in the model's, beside it, or in a folder that models lie in; the first in this order, those
    /// of the right kind only.
    private static List<Path> flux(Path path, List<Path> roots, boolean merged) {
        Path around = path.toAbsolutePath().normalize().getParent();
        return Stream.concat(Stream.of(path), Stream.concat(Stream.ofNullable(around), roots.stream()))
                .flatMap(place -> HubCache.children(place).stream())
                .filter(candidate -> isFlux(candidate, merged))
                .limit(1)
                .toList();
    }

    private static boolean isFlux(Path candidate, boolean merged) {
        if (!Files.isRegularFile(candidate.resolve("text_encoder_2/config.json"))) {
            return false;
        }
        if (merged) {
            return Files.isRegularFile(candidate.resolve("vae/config.json"));
        }
        Path config = candidate.resolve(TRANSFORMER).resolve(CONFIG);
        try {
            // The transformer that ART was trained over: distilled for guidance, and of pictures alone.
            Config read = Config.read(config);
            return read.flag("guidance_embeds", false) && read.integer("in_channels", 0) == 64;
        } catch (WeightsException e) {
            return false;
        }
    }

    /// Whether it is FLUX with layers, and no model of our own.
    boolean isOverFlux() {
        return !folder.has(AUTOENCODER);
    }

    /// Whether guidance is an input of its transformer; not where that cannot be read.
    boolean takesGuidance() {
        try {
            return folder.config(TRANSFORMER).flag("guidance_embeds", false);
        } catch (WeightsException e) {
            return false; // opening it says what is wrong
        }
    }

    /// The files without which it cannot run, each with the folder that it would go to.
    List<MissingFile> missing() {
        List<MissingFile> missing = new ArrayList<>();
        if (!isOverFlux()) {
            return missing;
        }
        Stream.concat(Stream.of(transparency), patches.stream().map(PatchUse::file))
                .forEach(file -> addMissing(missing, file));
        if (embeddings != null) {
            addMissing(missing, embeddings);
        }
        List<String> shared = new ArrayList<>(SHARED);
        shared.add(TRANSFORMER + "/" + CONFIG);
        boolean whole = shared.stream().allMatch(folder::has);
        if (!whole) {
            missing.add(new MissingFile("FLUX.1-dev", folder.path().resolve("FLUX.1-dev")));
        }
        return missing;
    }

    private static void addMissing(List<MissingFile> missing, Path file) {
        if (!Files.exists(file)) {
            missing.add(new MissingFile(file.getFileName().toString(), file.getParent()));
        }
    }

    /// @throws WeightsException naming the first file that is missing, and where it would go
    void requireWhole() throws WeightsException {
        Optional<MissingFile> first = missing().stream().findFirst();
        if (first.isPresent()) {
            throw new WeightsException("the model " + folder.path() + " lacks "
                    + first.get().name() + ": it would go to " + first.get().place());
        }
    }

    /// The transformer's settings: FLUX's own say nothing of layers, of which there are as many as embeddings.
    Config transformerConfig() throws WeightsException {
        Config config = folder.config(TRANSFORMER);
        if (embeddings == null) {
            return config;
        }
        long[] shape = TensorShapes.read(embeddings).shape(LAYER_PE);
        if (shape.length < 2) {
            throw new WeightsException("no tensor " + LAYER_PE + " of layers in " + embeddings);
        }
        return config.with(FAMILY_KEY, Math.toIntExact(Math.min(shape[1], Integer.MAX_VALUE)));
    }

    /// Settings of the whole: those of the transformer where a folder has none.
    Config index() throws WeightsException {
        return Files.exists(folder.path().resolve(ModelFolder.INDEX)) ? folder.index() : transformerConfig();
    }

    /// The type that the transformer's weights are made for.
    DType storedType(String device) throws WeightsException {
        return Weights.computeType(folder.part(TRANSFORMER), device);
    }

    /// The type to compute in: the one that the weights are made for, but float32 where the processor would take
    /// several times as long for bf16; the weights stay in bf16 then.
    DType computeType(String device) throws WeightsException {
        DType made = storedType(device);
        return made == DType.BF16 && !Device.isFastInBf16(device) ? DType.F32 : made;
    }

    /// Opens weights in one way or another.
    @FunctionalInterface
    interface Opener {
        Weights open(Path stored) throws WeightsException;
    }

    /// The transformer's weights before patches.
    Weights transformer(Opener opener) throws WeightsException {
        Weights stored = opener.open(folder.part(TRANSFORMER));
        return embeddings == null ? stored : stored.over(embeddings);
    }

    /// The transparent decoder's settings, which may be absent: the tensors' shapes say most of them.
    Config transparencyConfig() throws WeightsException {
        return folder.has(TRANSPARENCY + "/" + CONFIG) ? folder.config(TRANSPARENCY) : Config.empty(transparency);
    }

    Weights transparency(Device device, DType compute) throws WeightsException {
        return Weights.open(Part.TRANSPARENCY, transparency, device, compute);
    }

    /// All that makes it another model than its neighbour.
    List<Path> sources() {
        return embeddings == null ? List.of(folder.path()) : List.of(folder.path(), folder.part(TRANSFORMER));
    }
}
