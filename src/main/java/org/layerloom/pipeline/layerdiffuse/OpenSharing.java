package org.layerloom.pipeline.layerdiffuse;

import java.util.List;
import java.util.Map;
import org.layerloom.document.Raster;
import org.layerloom.network.unet.AttentionSharing;
import org.layerloom.network.unet.ControlEncoder;
import org.layerloom.network.unet.SharingConditions;
import org.layerloom.network.unet.Unet;
import org.layerloom.pipeline.stablediffusion.GuidedUnet;
import org.layerloom.pipeline.stablediffusion.StableDiffusion;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The attention sharing of a run's passes: its file is opened for the first pass that needs it and stays open for
/// those that follow, until one needs another file.
final class OpenSharing implements AutoCloseable {
    private final StableDiffusion model;
    private final LayerFiles files;
    private LayerFile file; // null where none is open
    private Unet unet;
    private Weights weights;
    private AttentionSharing attention;

    OpenSharing(StableDiffusion model, LayerFiles files) {
        this.model = model;
        this.files = files;
    }

    /// The denoiser with shared attentions; what is made for the pass is the caller's scope's.
    GuidedUnet on(GuidedUnet guided, Pass.Change.Shared shared) throws WeightsException {
        if (shared.file() != file || guided.unet() != unet) {
            open(shared.file(), guided.unet());
        }
        Map<Long, Tensor> signals =
                shared.given().isPresent() ? signals(shared.given().get()) : Map.of();
        return guided.withAttention(attention.processor(new SharingConditions(signals, List.of(), null)));
    }

    private void open(LayerFile wanted, Unet on) throws WeightsException {
        close();
        weights = Weights.open(files.get(wanted), model.device(), model.compute());
        attention = AttentionSharing.load(weights, on);
        unet = on;
        file = wanted;
    }

    private Map<Long, Tensor> signals(Raster given) throws WeightsException {
        return ControlEncoder.load(weights)
                .forward(Pictures.onGrey(model.device(), given).to(model.compute()));
    }

    @Override
    public void close() {
        file = null;
        unet = null;
        attention = null;
        if (weights != null) {
            weights.close();
            weights = null;
        }
    }
}
