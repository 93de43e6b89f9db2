package org.layerloom.network.flux;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.tensor.Tensor;

/// The shift, scale and gate vectors of all blocks for all steps and prompts of a run, made once: in the steps
/// themselves, nobody needs the weights that make them, a quarter of a large model.
///
/// @param times   the embedded times that the vectors were made of, (steps * prompts, dim)
/// @param prompts how many passes a step has
/// @param image   for each double block (steps * prompts, 6 dim)
/// @param text    for each double block (steps * prompts, 6 dim)
/// @param joint   for each single block (steps * prompts, 3 dim)
/// @param out     of the last norm, (steps * prompts, 2 dim)
public record Steering(
        Tensor times, int prompts, List<Tensor> image, List<Tensor> text, List<Tensor> joint, Tensor out) {
    /// One step's and prompt's vectors, each (1, dim).
    static Tensor[] vectors(Tensor of, int row, int parts) {
        try (Tensor one = of.slice(0, row, row + 1L)) {
            return one.chunk(parts, -1);
        }
    }

    int row(int step, int prompt) {
        return step * prompts + prompt;
    }

    /// All tensors it holds.
    public List<Tensor> tensors() {
        List<Tensor> all = new ArrayList<>(List.of(times, out));
        all.addAll(image);
        all.addAll(text);
        all.addAll(joint);
        return all;
    }
}
