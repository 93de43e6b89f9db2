package org.layerloom.pipeline.art;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.layerloom.generate.HubCache;
import org.layerloom.generate.Progress;
import org.layerloom.generate.UserFolder;
import org.layerloom.generate.WeightForm;
import org.layerloom.network.autoencoder.RgbaAutoencoder;
import org.layerloom.network.flux.FluxConfig;
import org.layerloom.network.flux.FluxTransformer;
import org.layerloom.network.text.FluxText;
import org.layerloom.network.text.MiniLmText;
import org.layerloom.network.text.TextEncoder;
import org.layerloom.network.transparency.TransparentDecoder;
import org.layerloom.network.vae.AutoencoderKl;
import org.layerloom.pipeline.patch.PatchUse;
import org.layerloom.pipeline.patch.PatchedNetworks;
import org.layerloom.sampler.FlowMatchEuler;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Native;
import org.layerloom.weights.Config;
import org.layerloom.weights.Int8;
import org.layerloom.weights.ModelFolder;
import org.layerloom.weights.ModelHash;
import org.layerloom.weights.Part;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A loaded checkpoint, ART's or our own: which classes run it follows from the folders and configs that are there.
///
/// @param id       name of the model with a hash of its weights: `layerloom-2@3f2a9c01`; with a mark where they were
///     made int8, which gives other layers
/// @param patches  what is merged into the transformer before an artist's own patches
/// @param regions  most boxes that one run is to hold
/// @param defaults steps and guidance where a request names none
record ArtModel(
        String id,
        Device device,
        DType compute,
        FluxConfig config,
        PatchedNetworks<FluxTransformer> transformers,
        List<PatchUse> patches,
        TextEncoder text,
        LayerCodec codec,
        FlowMatchEuler sampler,
        CanvasRange canvas,
        int regions,
        Defaults defaults)
        implements AutoCloseable {
    private static final String AUTOENCODER = "autoencoder";
    /// Parts in which the making of int8 weights is told.
    private static final int QUANTIZE_STEPS = 1000;
    private static final String INT8_MARK = "+int8";
    /// Of the free memory what is left to the work and to the decoders.
    private static final double WORKING_SHARE = 0.25;
    /// Transformers in memory at a time.
    private static final int KEPT = 1;

    /// @param embedded guidance value for models that take one as input
    record Defaults(int steps, double guidance, float embedded) {
        static Defaults read(Config index) throws WeightsException {
            Config defaults = index.object("defaults");
            return new Defaults(Math.max(1, defaults.integer("steps", 28)), defaults.number("guidance", 3.5), (float)
                    defaults.number("embedded_guidance", 4));
        }
    }

    /// Loads all parts; the device becomes the model's.
    ///
    /// @throws WeightsException if files are missing, broken, or do not fit each other
    ///
    /// @param weights  form of the transformer's large matrices
    /// @param progress is told while they are made
    static ArtModel load(ArtForm form, Device device, WeightForm weights, Progress progress) throws WeightsException {
        try {
            form.requireWhole();
            return open(form, device, weights, progress);
        } catch (WeightsException | RuntimeException | Error e) {
            device.close();
            Native.trimMemory();
            throw e;
        }
    }

    private static ArtModel open(ArtForm form, Device device, WeightForm matrices, Progress progress)
            throws WeightsException {
        ModelFolder folder = form.folder();
        Config index = form.index();
        FluxConfig config = FluxConfig.read(form.transformerConfig());
        DType compute = form.computeType(device.name());
        PatchedNetworks<FluxTransformer> transformers = new PatchedNetworks<>(
                Part.TRANSFORMER,
                weights(form, device, compute, matrices, progress),
                KEPT,
                weights -> transformer(config, weights, room(device)));
        transformers.with(form.patches()); // now, so that what is broken is said at once
        boolean own = folder.has(AUTOENCODER);
        requireText(folder, config, own);
        LayerCodec codec =
                own ? rgba(folder, config, device, beside(compute)) : flux(form, config, device, beside(compute));
        FlowMatchEuler sampler = sampler(folder.config("scheduler", "scheduler_config.json"));
        CanvasRange canvas = CanvasRange.read(index, config.tokenStride());
        int regions = Math.clamp(index.object("canvas").integer("regions", most(config)), 1, most(config));
        Defaults defaults = Defaults.read(index);
        String id = ModelHash.id(HubCache.name(folder.path()), index, form.sources())
                + (matrices == WeightForm.INT8 ? INT8_MARK : "");
        // Last, as its tokenizers are the one thing that does not die with the device.
        TextEncoder text =
                own ? MiniLmText.load(folder, device, beside(compute)) : FluxText.load(folder, device, beside(compute));
        return new ArtModel(
                id,
                device,
                compute,
                config,
                transformers,
                form.patches(),
                text,
                codec,
                sampler,
                canvas,
                regions,
                defaults);
    }

    private static FluxTransformer transformer(FluxConfig config, Weights weights, long bytes) throws WeightsException {
        FluxTransformer transformer = FluxTransformer.load(config, weights, bytes);
        weights.unmap();
        return transformer;
    }

    /// The transformer with an artist's patches after the model's own; good until others are asked for.
    FluxTransformer transformer(List<PatchUse> more) throws WeightsException {
        return transformers.with(Stream.concat(patches.stream(), more.stream()).toList());
    }

    private static Weights weights(ArtForm form, Device device, DType compute, WeightForm matrices, Progress progress)
            throws WeightsException {
        if (matrices == WeightForm.STORED) {
            return form.transformer(path -> Weights.open(path, device, compute)).compact();
        }
        Path otherwise = UserFolder.find().resolve("int8");
        Int8.Watch watch = (done, all) -> {
            progress.check();
            progress.step(Progress.Stage.QUANTIZE, (int) (QUANTIZE_STEPS * done / Math.max(1, all)), QUANTIZE_STEPS);
        };
        return form.transformer(
                path -> Int8.open(path, otherwise, device, compute, FluxTransformer::isBlockMatrix, watch));
    }

    /// Bytes that the transformer's weights may take where they are computed with.
    private static long room(Device device) {
        return (long) (device.freeBytes() * (1 - WORKING_SHARE));
    }

    /// float16 ends too early for text encoders and picture decoders.
    private static DType beside(DType compute) {
        return compute == DType.F16 ? DType.BF16 : compute;
    }

    private static int most(FluxConfig config) {
        return config.maxLayers() - Scene.FIRST_BOX;
    }

    private static LayerCodec rgba(ModelFolder folder, FluxConfig config, Device device, DType compute)
            throws WeightsException {
        RgbaAutoencoder autoencoder =
                RgbaAutoencoder.load(folder.config(AUTOENCODER), folder.weights(AUTOENCODER, device, compute));
        requireFit(folder, config, autoencoder.patch(), autoencoder.channels());
        return new RgbaCodec(autoencoder, device, compute);
    }

    private static LayerCodec flux(ArtForm form, FluxConfig config, Device device, DType compute)
            throws WeightsException {
        ModelFolder folder = form.folder();
        AutoencoderKl vae = AutoencoderKl.load(folder.config("vae"), folder.weights("vae", device, compute));
        TransparentDecoder transparency =
                TransparentDecoder.load(form.transparencyConfig(), form.transparency(device, compute));
        requireFit(folder, config, vae.factor(), vae.latentChannels());
        return new FluxCodec(vae, transparency, device, compute);
    }

    private static void requireFit(ModelFolder folder, FluxConfig config, int factor, int channels)
            throws WeightsException {
        if (factor != config.latentStride() || channels != config.latentChannels()) {
            throw new WeightsException("the parts of " + folder.path() + " do not fit: the transformer takes "
                    + config.latentChannels() + " latent channels at 1/" + config.latentStride()
                    + " of the px, the codec makes "
                    + channels + " at 1/" + factor);
        }
    }

    private static void requireText(ModelFolder folder, FluxConfig config, boolean own) throws WeightsException {
        int pooled = folder.config("text_encoder").integer("hidden_size");
        int tokens = own ? pooled : folder.config("text_encoder_2").integer("d_model");
        boolean regions = config.regionDim() == 0 || config.regionDim() == pooled;
        if (tokens != config.textDim() || pooled != config.pooledDim() || !regions) {
            throw new WeightsException(
                    "the parts of " + folder.path() + " do not fit: the transformer takes text tokens of "
                            + config.textDim() + " and a pooled text of " + config.pooledDim()
                            + ", the text encoders make " + tokens
                            + " and " + pooled);
        }
    }

    static FlowMatchEuler sampler(Config config) throws WeightsException {
        if (!config.flag("use_dynamic_shifting", false)) {
            double shift = config.number("shift", 1);
            if (shift <= 0) {
                throw new WeightsException(
                        "the file " + config.file() + " is broken: shift is " + shift + ", but must be above 0");
            }
            return new FlowMatchEuler.FixedShift(shift);
        }
        int base = config.integer("base_image_seq_len", 256);
        int max = config.integer("max_image_seq_len", 4096);
        if (base >= max) {
            throw new WeightsException("the file " + config.file() + " is broken: base_image_seq_len " + base
                    + " must be below max_image_seq_len " + max);
        }
        return new FlowMatchEuler.DynamicShift(
                base, max, config.number("base_shift", 0.5), config.number("max_shift", 1.15));
    }

    /// Frees everything, the device too.
    @Override
    public void close() {
        text.close();
        transformers.close();
        device.close();
        Native.trimMemory();
    }
}
