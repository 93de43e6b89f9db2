package org.layerloom.pipeline.art;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.MemoryNeed;
import org.layerloom.generate.WeightForm;
import org.layerloom.network.Pieces;
import org.layerloom.network.flux.FluxConfig;
import org.layerloom.network.flux.FluxTransformer;
import org.layerloom.network.flux.WeightBytes;
import org.layerloom.pipeline.patch.PatchUse;
import org.layerloom.tensor.DType;
import org.layerloom.weights.Int8;
import org.layerloom.weights.Part;
import org.layerloom.weights.Patch;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// What a run will need of memory, from the headers of the model's files and the boxes of the request: nothing is
/// loaded.
///
/// @param bytes  of the transformer's weights
/// @param config of the transformer
/// @param width  bytes of a number that is computed with
record ArtNeed(WeightBytes bytes, FluxConfig config, CanvasRange canvas, int width) {
    /// Tokens of text, at most.
    private static final int TEXT_TOKENS = 512;
    /// Vectors of the model's width that a token has at the peak of a block: its own, normed, queries, keys and
    /// values before and after they are turned, what the attention made, and the result.
    private static final int VECTORS = 12;
    /// The same in float32, where queries and keys are turned.
    private static final int WIDE_VECTORS = 4;
    /// Vectors that a token of the piece has that goes through the MLP: four before and after GELU, five joined.
    private static final int PIECE_VECTORS = 14;

    /// @param device that is asked for: float16 is computed with only on a GPU
    /// @param more   an artist's own patches
    static ArtNeed read(ArtForm model, WeightForm form, String device, List<PatchUse> more) throws WeightsException {
        model.requireWhole();
        FluxConfig config = FluxConfig.read(model.transformerConfig());
        DType compute = model.computeType(device);
        ArtForm.Opener opener = form == WeightForm.INT8
                ? path -> Int8.headers(path, compute, FluxTransformer::isBlockMatrix)
                : path -> Weights.headers(path, compute).compact();
        List<PatchUse> uses =
                Stream.concat(model.patches().stream(), more.stream()).toList();
        List<Patch> patches = PatchUse.open(uses, null);
        try (Weights stored = model.transformer(opener)) {
            Weights weights = stored.with(Part.TRANSFORMER, PatchUse.merges(uses, patches, Part.TRANSFORMER));
            return new ArtNeed(
                    WeightBytes.of(config, weights),
                    config,
                    CanvasRange.read(model.index(), config.tokenStride()),
                    compute.bytes());
        } finally {
            patches.forEach(Patch::close);
        }
    }

    MemoryNeed of(GenerateRequest request) {
        Scene scene = scene(request);
        return new MemoryNeed(
                bytes.all(), bytes.outside(), working(scene.layout().tokens(), scene.size()));
    }

    /// The longer side, px, of the largest canvas smaller than the request's on which the run would fit; empty where it
    /// would on none that the model makes, as it is not the canvas that takes the memory.
    OptionalInt smallerSide(GenerateRequest request, Predicate<MemoryNeed> fits) {
        CanvasRange.Size size = scene(request).size();
        int fitting = 0;
        int above = Math.max(size.width(), size.height()) / canvas.multiple();
        int middle = canvas.least() / canvas.multiple();
        while (middle < above) {
            if (fits.test(of(request.workingAt(middle * canvas.multiple())))) {
                fitting = middle;
            } else if (fitting == 0) {
                break; // not even the least one
            } else {
                above = middle;
            }
            middle = fitting + Math.max(1, (above - fitting) / 2);
        }
        return fitting == 0 ? OptionalInt.empty() : OptionalInt.of(fitting * canvas.multiple());
    }

    private Scene scene(GenerateRequest request) {
        return Scene.of(request, canvas, config.tokenStride(), config.boxFeatures() > 0);
    }

    /// The larger one of what the transformer makes of all tokens and what the decoder makes of the picture.
    private long working(int tokens, CanvasRange.Size size) {
        long all = tokens + TEXT_TOKENS;
        long piece = Math.min(all, Pieces.MOST_TOKENS) * config.dim() * PIECE_VECTORS * width;
        long token = (long) config.dim() * (VECTORS * width + WIDE_VECTORS * Float.BYTES);
        long picture = (long) size.width() * size.height() * FluxCodec.PIXEL_VALUES * width;
        return Math.max(all * token + piece, picture);
    }
}
