package org.layerloom.pipeline.art;

import java.util.ArrayList;
import java.util.List;
import org.layerloom.composite.Decontamination;
import org.layerloom.document.Raster;
import org.layerloom.network.flux.TokenBox;
import org.layerloom.network.flux.TokenLayout;
import org.layerloom.network.transparency.CellBox;
import org.layerloom.network.transparency.TransparentDecoder;
import org.layerloom.network.vae.AutoencoderKl;
import org.layerloom.network.vae.LatentColours;
import org.layerloom.network.vae.Tiling;
import org.layerloom.tensor.DType;
import org.layerloom.tensor.Device;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// ART's codec: FLUX's VAE for whole pictures, the transparent decoder for all layers' alpha (spec sections 7 and
/// 8).
///
/// Outside its box a layer is mid grey. The reference draws that grey from a distribution at random; here it is the
/// mean.
final class FluxCodec implements LayerCodec {
    /// Values that a pixel of a picture has at the peak of the VAE: three times its 256 channels.
    static final int PIXEL_VALUES = 768;

    private static final int PATCH = 2;
    private static final Tiling TILES = Tiling.of(64);

    private final AutoencoderKl vae;
    private final TransparentDecoder transparency;
    private final Device device;
    private final DType compute;
    private Tensor grey; // of the last canvas
    private LatentColours colours; // known from the first glance on

    FluxCodec(AutoencoderKl vae, TransparentDecoder transparency, Device device, DType compute) {
        this.vae = vae;
        this.transparency = transparency;
        this.device = device;
        this.compute = compute;
    }

    @Override
    public Tensor encode(int[] argb, TokenLayout layout, int layer) {
        TokenBox box = layout.box(layer);
        int cell = vae.factor();
        int width = layout.columns() * PATCH * cell;
        int height = layout.rows() * PATCH * cell;
        float[] planes = Planes.onGrey(
                argb, box.width() * PATCH * cell, box.x() * PATCH * cell, box.y() * PATCH * cell, width, height);
        return Scope.scoped(() -> {
            Tensor image = device.tensor(planes, 1, 3, height, width).to(compute);
            boolean whole = fits(width, height);
            Tensor latents = vae.scale((whole ? vae.encode(image) : vae.encode(image, TILES, () -> {})).mean());
            return TokenLayout.patches(latents.slice(2, (long) PATCH * box.y(), (long) PATCH * (box.y() + box.height()))
                    .slice(3, (long) PATCH * box.x(), (long) PATCH * (box.x() + box.width())));
        });
    }

    @Override
    public List<int[]> decode(Tensor tokens, TokenLayout layout, boolean[] wanted, Work work) {
        return Scope.closing(() -> {
            Tensor z = latents(tokens.to(compute), layout, grey(layout));
            List<int[]> layers = new ArrayList<>();
            for (int layer = 0; layer < Scene.FIRST_BOX; layer++) {
                layers.add(wanted[layer] ? picture(z.slice(0, layer, layer + 1L)) : null);
                work.done(layer + 1, Scene.FIRST_BOX + 1);
            }
            List<Tensor> crops = transparency.decode(z, cells(layout));
            for (int layer = Scene.FIRST_BOX; layer < layout.layers(); layer++) {
                TokenBox box = layout.box(layer);
                layers.add(wanted[layer] ? Planes.argb(TransparentDecoder.bytes(crops.get(layer))) : null);
                if (wanted[layer]) {
                    int cell = PATCH * vae.factor();
                    layers.set(
                            layer, Decontamination.bleed(layers.get(layer), box.width() * cell, box.height() * cell));
                }
            }
            work.done(Scene.FIRST_BOX + 1, Scene.FIRST_BOX + 1);
            return layers;
        });
    }

    @Override
    public Raster glance(Tensor picture, TokenLayout layout) {
        if (colours == null) {
            colours = LatentColours.fit(vae);
        }
        int[] argb = Scope.closing(() -> {
            TokenLayout one = new TokenLayout(layout.columns(), layout.rows(), List.of(layout.box(0)));
            return Planes.opaque(bytes(colours.forward(vae.unscale(one.layer(picture, 0)))));
        });
        return Raster.of(PATCH * layout.columns(), PATCH * layout.rows(), argb);
    }

    /// Latents of all layers in the VAE's own space, (layers, 16, h, w), grey outside the boxes.
    ///
    /// @param grey (layers or 1, 16, h, w), in the VAE's own space
    Tensor latents(Tensor tokens, TokenLayout layout, Tensor grey) {
        return Scope.scoped(() -> {
            Tensor outside = vae.scale(grey).expand(layout.layers(), -1, -1, -1);
            Tensor all = layout.unpack(
                    tokens, outside.reshape(1, layout.layers(), grey.size(1), grey.size(2), grey.size(3)));
            return vae.unscale(all.reshape(layout.layers(), grey.size(1), grey.size(2), grey.size(3)));
        });
    }

    Tensor grey(TokenLayout layout) {
        int token = PATCH * vae.factor();
        long rows = (long) PATCH * layout.rows();
        long columns = (long) PATCH * layout.columns();
        if (grey == null || grey.size(2) != rows || grey.size(3) != columns) {
            Tensor made = vae.greyMean(layout.rows() * token, layout.columns() * token)
                    .keep();
            if (grey != null) {
                grey.close();
            }
            grey = made;
        }
        return grey;
    }

    /// Whether there is memory for a whole picture at once; else it goes through the VAE in tiles, a little off.
    private boolean fits(long width, long height) {
        return width * height * PIXEL_VALUES * compute.bytes() <= device.freeBytes();
    }

    List<CellBox> cells(TokenLayout layout) {
        List<CellBox> cells = new ArrayList<>();
        for (int layer = 0; layer < layout.layers(); layer++) {
            TokenBox box = layout.box(layer);
            cells.add(
                    box == null
                            ? null
                            : new CellBox(PATCH * box.x(), PATCH * box.y(), PATCH * box.width(), PATCH * box.height()));
        }
        return cells;
    }

    private int[] picture(Tensor z) {
        boolean whole = fits(z.size(3) * vae.factor(), z.size(2) * vae.factor());
        return Scope.closing(() -> Planes.opaque(bytes(whole ? vae.decode(z) : vae.decode(z, TILES, () -> {}))));
    }

    /// Pictures (b, 3, h, w) in -1..1 as bytes, pixel by pixel; values are rounded, halves to even.
    static byte[] bytes(Tensor rgb) {
        return Scope.closing(() -> rgb.to(DType.F32)
                .div(2)
                .add(0.5)
                .clip(0, 1)
                .mul(255)
                .round()
                .transpose(0, 2, 3, 1)
                .toBytes());
    }
}
