package org.layerloom.pipeline.art;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.composite.Decontamination;
import org.layerloom.document.Raster;
import org.layerloom.network.autoencoder.RgbaAutoencoder;
import org.layerloom.network.flux.TokenBox;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// Our own model's codec: each layer's crop alone, colour on grey and alpha together.
final class RgbaCodec implements LayerCodec {
    private static final int PLANES = 4;
    private static final int PATCH = 2;

    private final RgbaAutoencoder autoencoder;
    private final Device device;
    private final DType compute;

    RgbaCodec(RgbaAutoencoder autoencoder, Device device, DType compute) {
        this.autoencoder = autoencoder;
        this.device = device;
        this.compute = compute;
    }

    @Override
    public Tensor encode(int[] argb, TokenLayout layout, int layer) {
        TokenBox box = layout.box(layer);
        return Scope.scoped(() -> {
            Tensor rgba = device.tensor(Planes.straight(argb), 1, PLANES, height(box), width(box));
            return TokenLayout.patches(autoencoder.encode(rgba.to(compute)));
        });
    }

    @Override
    public List<int[]> decode(Tensor tokens, TokenLayout layout, boolean[] wanted, Work work) {
        List<int[]> layers = new ArrayList<>();
        for (int layer = 0; layer < layout.layers(); layer++) {
            layers.add(wanted[layer] ? pixels(tokens, layout, layer) : null);
            work.done(layer + 1, layout.layers());
        }
        return layers;
    }

    private int[] pixels(Tensor tokens, TokenLayout layout, int layer) {
        TokenBox box = layout.box(layer);
        float[] planes = planes(tokens, layout, layer);
        return layer < Scene.FIRST_BOX
                ? Planes.opaque(planes, width(box) * height(box))
                : Decontamination.straight(planes, width(box), height(box));
    }

    /// Colour on grey and alpha of a layer's box, four planes in about 0..1.
    float[] planes(Tensor tokens, TokenLayout layout, int layer) {
        return Scope.closing(() -> autoencoder
                .decode(layout.layer(tokens, layer).to(compute))
                .to(DType.F32)
                .toFloats());
    }

    @Override
    public Raster glance(Tensor picture, TokenLayout layout) {
        TokenBox box = layout.box(0);
        TokenLayout one = new TokenLayout(layout.columns(), layout.rows(), List.of(box));
        float[] planes = Scope.closing(() -> autoencoder
                .glance(one.layer(picture, 0).to(compute))
                .to(DType.F32)
                .toFloats());
        return Raster.of(width(box), height(box), Planes.opaque(planes, width(box) * height(box)));
    }

    private int width(TokenBox box) {
        return box.width() * PATCH * autoencoder.patch();
    }

    private int height(TokenBox box) {
        return box.height() * PATCH * autoencoder.patch();
    }
}
