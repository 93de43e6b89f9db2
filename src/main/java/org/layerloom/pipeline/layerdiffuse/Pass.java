package org.layerloom.pipeline.layerdiffuse;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.pipeline.stablediffusion.PictureSize;

/// One way from noise to pictures.
///
/// @param prompts one for each picture that is made together
/// @param region  what of the page they show
/// @param size    in which they are made
/// @param change  what is done to the denoiser
/// @param start   a transparent picture of `size` to start from; empty = from noise alone
/// @param strength 0..1, how far the result may leave `start`
record Pass(
        List<String> prompts, Rect region, PictureSize size, Change change, Optional<Raster> start, double strength) {
    /// What LayerDiffuse does to the denoiser.
    sealed interface Change {
        /// Nothing.
        record None() implements Change {}

        /// A patch, and pictures of the pass's size put behind its latents.
        record Patched(LayerFile file, List<Raster> conditions) implements Change {}

        /// Pictures that see each other, and one that they see too.
        record Shared(LayerFile file, Optional<Raster> given) implements Change {}
    }

    static Pass of(String prompt, Rect region, PictureSize size, Change change) {
        return new Pass(List.of(prompt), region, size, change, Optional.empty(), 1);
    }

    static Pass of(List<String> prompts, Rect region, PictureSize size, Change change) {
        return new Pass(prompts, region, size, change, Optional.empty(), 1);
    }

    Pass from(Optional<Raster> raster, double howFar) {
        return new Pass(prompts, region, size, change, raster, howFar);
    }
}
