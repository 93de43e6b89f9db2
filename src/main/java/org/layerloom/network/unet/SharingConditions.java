package org.layerloom.network.unet;

import java.util.List;
import java.util.Map;
import org.layerloom.tensor.Tensor;

/// What steers the frames of [AttentionSharing] beside the common prompt.
///
/// @param signals       of a given picture by their number of cells, from a [ControlEncoder]; empty where none is
///                      given
/// @param prompts       for each frame the states of its own prompt (1, m, cross dim), or null: then the batch's
/// @param unconditional 1 for a row of the batch that has no prompt (the negative half of guidance), else 0; (rows)
public record SharingConditions(Map<Long, Tensor> signals, List<Tensor> prompts, Tensor unconditional) {
    /// No given picture, no prompts of frames.
    public static final SharingConditions NONE = new SharingConditions(Map.of(), List.of(), null);

    /// The prompt's states of one frame, (b, m, cross dim): its own, but not where there is to be no prompt.
    ///
    /// @param states of the whole batch, (b frames, m, cross dim)
    Tensor prompt(Tensor states, int frame, int frames) {
        Tensor common = frame(states, frame, frames);
        Tensor own = frame < prompts.size() ? prompts.get(frame) : null;
        if (own == null) {
            return common;
        }
        Tensor mark = frame(unconditional.reshape(-1, 1, 1), frame, frames).to(states.dtype());
        return own.mul(mark.mul(-1).add(1)).add(common.mul(mark));
    }

    /// The rows of one frame: (b frames, n, d) to (b, n, d).
    static Tensor frame(Tensor x, int frame, int frames) {
        long items = x.size(0) / frames;
        return x.reshape(items, frames, x.size(1), x.size(2))
                .slice(1, frame, frame + 1L)
                .reshape(items, x.size(1), x.size(2));
    }
}
