package org.layerloom.pipeline.stablediffusion;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.generate.HubCache;
import org.layerloom.network.unet.Unet;
import org.layerloom.network.unet.UnetConfig;
import org.layerloom.pipeline.patch.PatchUse;
import org.layerloom.pipeline.patch.PatchedNetworks;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Native;
import org.layerloom.weights.Config;
import org.layerloom.weights.Merge;
import org.layerloom.weights.ModelHash;
import org.layerloom.weights.Part;
import org.layerloom.weights.Patch;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// A loaded Stable Diffusion model: its denoiser stays mapped, with and without patches; the autoencoder is loaded;
/// the text encoders come and go with each run.
public final class StableDiffusion implements AutoCloseable {
    private static final int LATENT_CHANNELS = 4;
    /// A run needs at most two denoisers at a time: patched and not.
    private static final int KEPT = 2;
    /// Width of the prompt's states of Stable Diffusion 2, which is otherwise of the same form.
    private static final int SD2_CROSS_DIM = 1024;

    private final Checkpoint checkpoint;
    private final String id;
    private final Device device;
    private final DType compute;
    private final NoiseSettings noise;
    private final UnetConfig unetConfig;
    private final int trainingSize;
    private final PatchedNetworks<Unet> unets;
    private final PictureCodec codec;

    private StableDiffusion(Checkpoint checkpoint, Device device) throws WeightsException {
        this.checkpoint = checkpoint;
        this.device = device;
        id = ModelHash.id(HubCache.name(checkpoint.path()), List.of(checkpoint.path()));
        compute = checkpoint.computeType(device);
        noise = NoiseSettings.read(checkpoint.scheduler());
        Config unet = checkpoint.config(Part.UNET);
        requireKind(unet);
        unetConfig = UnetConfig.of(unet);
        Weights weights = checkpoint.weights(Part.UNET, device, compute);
        requireChannels(weights);
        unets = new PatchedNetworks<>(Part.UNET, weights, KEPT, merged -> Unet.load(merged, unetConfig));
        codec = PictureCodec.load(checkpoint, device);
        trainingSize = unet.integer("sample_size") * codec.factor();
    }

    /// Opens all parts; the device becomes the model's.
    ///
    /// @throws WeightsException if files are missing, broken, or of another family
    public static StableDiffusion load(Checkpoint checkpoint, Device device) throws WeightsException {
        try {
            return new StableDiffusion(checkpoint, device);
        } catch (WeightsException | RuntimeException | Error e) {
            device.close();
            Native.trimMemory();
            throw e;
        }
    }

    private void requireKind(Config unet) throws WeightsException {
        boolean sizes = unet.has("addition_embed_type");
        boolean second = !sizes && unet.integer("cross_attention_dim", 0) == SD2_CROSS_DIM;
        if (sizes != (kind() == StableDiffusionKind.SDXL) || second) {
            throw new WeightsException(
                    "the file " + unet.file() + " is of a model of another family: " + kind().title() + " is expected");
        }
    }

    private static void requireChannels(Weights unet) throws WeightsException {
        long channels = unet.size("conv_in.weight", 1);
        if (channels != LATENT_CHANNELS) {
            throw new WeightsException("the denoiser " + unet.source() + " takes " + channels
                    + " channels (for inpainting?), but one of " + LATENT_CHANNELS + " is expected");
        }
    }

    /// Name of the model with a hash of its files.
    public String id() {
        return id;
    }

    public StableDiffusionKind kind() {
        return checkpoint.kind();
    }

    public Device device() {
        return device;
    }

    /// The type that the denoiser computes in.
    public DType compute() {
        return compute;
    }

    public NoiseSettings noise() {
        return noise;
    }

    /// Whether the denoiser takes sizes and a pooled prompt.
    public boolean takesSizes() {
        return unetConfig.takesSizes();
    }

    /// Side of a training picture, px.
    public int trainingSize() {
        return trainingSize;
    }

    public PictureCodec codec() {
        return codec;
    }

    /// Reads a run's prompts; the tensors are the caller's scope's.
    ///
    /// @param loras what of them changes the text encoders is merged
    public List<PromptPair> read(List<String> prompts, String negative, List<PatchUse> loras) throws WeightsException {
        List<Patch> patches = PatchUse.open(loras, device);
        try {
            List<Merge> merges = new ArrayList<>();
            for (int i = 0; i < loras.size(); i++) {
                merges.add(new Merge(patches.get(i), loras.get(i).strength()));
            }
            return new PromptReading(checkpoint, device, compute, merges).read(prompts, negative);
        } finally {
            patches.forEach(Patch::close);
            Native.trimMemory();
        }
    }

    /// The denoiser with patches merged one after the other; good until two others were asked for.
    public Unet unet(List<PatchUse> patches) throws WeightsException {
        return unets.with(patches);
    }

    /// Frees everything, the device too.
    @Override
    public void close() {
        unets.close();
        codec.close();
        device.close();
        Native.trimMemory();
    }
}
