package org.layerloom.network.unet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The attentions that LayerDiffuse puts in the place of those of Stable Diffusion 1.5 (its `layer_sd15_*` files):
/// several pictures ("frames": foreground, background, blend) are denoised together and see each other.
///
/// The rows of a batch are the frames of the first item, then those of the next one.
public final class AttentionSharing {
    private static final String UNITS = "hookers.layers.";

    private final int frames;
    private final Map<String, SharingUnit> units; // by the name of the attention they replace

    private AttentionSharing(int frames, Map<String, SharingUnit> units) {
        this.frames = frames;
        this.units = units;
    }

    /// Reads the units for a network. The file numbers them by the blocks down, then up, then the middle.
    ///
    /// @throws WeightsException if the file's units are not those of this network
    public static AttentionSharing load(Weights w, Unet unet) throws WeightsException {
        List<UnetStep.Attend> attentions = fileOrder(unet);
        if (w.count(UNITS + "%d") != attentions.size()) {
            throw new WeightsException("the file " + w.source() + " has attention sharing for "
                    + w.count(UNITS + "%d") + " attentions, but the model has " + attentions.size()
                    + ": use it with a model of the form of Stable Diffusion 1.5");
        }
        int frames = w.count(UNITS + "0.to_q_lora.%d");
        Map<String, SharingUnit> units = new HashMap<>();
        for (int i = 0; i < attentions.size(); i++) {
            UnetStep.Attend attend = attentions.get(i);
            units.put(attend.name(), SharingUnit.load(w.at(UNITS + i), attend.attention(), frames));
        }
        return new AttentionSharing(frames, units);
    }

    static List<UnetStep.Attend> fileOrder(Unet unet) {
        List<UnetStep.Attend> outer = new ArrayList<>();
        List<UnetStep.Attend> middle = new ArrayList<>();
        for (UnetStep step : unet.steps()) {
            if (step instanceof UnetStep.Attend attend) {
                (step.name().startsWith("mid_block.") ? middle : outer).add(attend);
            }
        }
        outer.addAll(middle);
        return outer;
    }

    /// How many pictures are denoised together: a batch must be a multiple of it.
    public int frames() {
        return frames;
    }

    /// What to put into a [UnetContext].
    public AttentionProcessor processor(SharingConditions conditions) {
        return point -> {
            Tensor hidden = point.hidden();
            if (hidden.size(0) % frames != 0) {
                throw new IllegalArgumentException(
                        "a batch of " + hidden.size(0) + " pictures does not hold " + frames + " frames each");
            }
            return units.get(point.name()).forward(point, conditions);
        };
    }
}
