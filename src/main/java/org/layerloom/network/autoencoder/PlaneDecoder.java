package org.layerloom.network.autoencoder;

import java.util.List;
import org.layerloom.network.Conv2d;
import org.layerloom.tensor.Ops;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The decoding half: a linear map gives each cell its patch, convolutions at 1/16, 1/8 and 1/4 of the pixels add
/// what the cell's neighbours tell, and two at full size smooth the seams.
record PlaneDecoder(
        int patch,
        Conv2d linear,
        ReflectConv convIn,
        List<ResidualBlock> blocks16,
        Conv2d up16,
        List<ResidualBlock> blocks8,
        Conv2d up8,
        List<ResidualBlock> blocks4,
        ReflectConv convOut,
        ReflectConv refine1,
        ReflectConv refine2) {
    static PlaneDecoder load(AutoencoderConfig config, Weights w) throws WeightsException {
        int quarter = config.widths()[0];
        int eighth = config.widths()[1];
        int sixteenth = config.widths()[2];
        int rest = config.patch() / 4;
        int planes = AutoencoderConfig.PLANES;
        return new PlaneDecoder(
                config.patch(),
                Conv2d.pointwise(w.at("linear"), (long) planes * config.patch() * config.patch(), config.channels()),
                ReflectConv.load(w.at("conv_in"), sixteenth, config.channels()),
                ResidualBlock.loadAll(w, "blocks16", config.blocks()[2], sixteenth),
                Conv2d.pointwise(w.at("up16"), 4L * eighth, sixteenth),
                ResidualBlock.loadAll(w, "blocks8", config.blocks()[1], eighth),
                Conv2d.pointwise(w.at("up8"), 4L * quarter, eighth),
                ResidualBlock.loadAll(w, "blocks4", config.blocks()[0], quarter),
                ReflectConv.load(w.at("conv_out"), (long) planes * rest * rest, quarter),
                ReflectConv.load(w.at("refine1"), config.refine(), planes),
                ReflectConv.load(w.at("refine2"), planes, config.refine()));
    }

    /// (b, channels, h, w) to four planes in about -1..1, (b, 4, h * patch, w * patch).
    Tensor forward(Tensor z) {
        return Scope.scoped(() -> {
            Tensor y = flat(z).add(Scope.scoped(() -> detail(z)));
            return y.add(refine2.forward(Ops.silu(refine1.forward(y))));
        });
    }

    /// What each cell says alone: the linear map's part.
    Tensor flat(Tensor z) {
        return Ops.pixelShuffle(linear.forward(z), patch);
    }

    private Tensor detail(Tensor z) {
        Tensor h = ResidualBlock.run(blocks16, convIn.forward(z));
        h = ResidualBlock.run(blocks8, Ops.pixelShuffle(up16.forward(h), 2));
        h = ResidualBlock.run(blocks4, Ops.pixelShuffle(up8.forward(h), 2));
        return Ops.pixelShuffle(convOut.forward(Ops.silu(h)), patch / 4);
    }
}
