package org.layerloom.pipeline.layerdiffuse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Control;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.network.unet.ControlNet;
import org.layerloom.network.unet.ControlResiduals;
import org.layerloom.network.unet.UnetContext;
import org.layerloom.pipeline.LayerStack;
import org.layerloom.pipeline.layerdiffuse.control.Canny;
import org.layerloom.pipeline.layerdiffuse.control.Scribble;
import org.layerloom.pipeline.stablediffusion.GuidedUnet;
import org.layerloom.pipeline.stablediffusion.PictureSize;
import org.layerloom.pipeline.stablediffusion.StableDiffusion;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Config;
import org.layerloom.weights.Weights;
import org.layerloom.weights.WeightsException;

/// The pictures of a request that steer shapes, with their ControlNets, which live as long as the run.
final class ControlPictures implements AutoCloseable {
    private static final int WEAK_EDGE = 100;
    private static final int STRONG_EDGE = 200;

    private final StableDiffusion model;
    private final List<Steering> steerings = new ArrayList<>();
    private final List<Weights> open = new ArrayList<>();

    /// @param page the given picture where it lies, of the page's size
    private record Steering(ControlNet net, Control control, Raster page) {}

    ControlPictures(StableDiffusion model, LayerFiles files, GenerateRequest request) throws WeightsException {
        this.model = model;
        try {
            for (Fixed fixed : request.fixed()) {
                if (fixed.control().isPresent()) {
                    Raster page = LayerStack.empty(request.width(), request.height())
                            .with(fixed.raster(), fixed.box().x(), fixed.box().y())
                            .flatten();
                    Control control = fixed.control().get();
                    steerings.add(new Steering(load(files, control.kind()), control, page));
                }
            }
        } catch (WeightsException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private ControlNet load(LayerFiles files, Control.Kind kind) throws WeightsException {
        Path folder = files.controlNet(kind);
        Weights weights = Weights.open(folder, model.device(), model.compute());
        open.add(weights);
        return ControlNet.load(weights, Config.read(folder.resolve("config.json")));
    }

    /// What steers a pass that shows a part of the page.
    GuidedUnet.Control of(Rect region, PictureSize size) {
        if (steerings.isEmpty()) {
            return GuidedUnet.Control.NONE;
        }
        List<Tensor> maps = steerings.stream()
                .map(s -> s.net.embed(map(Pictures.framed(s.page, region, size), s.control.kind())
                        .to(model.compute())))
                .toList();
        return (latents, timestep, context) -> context.withControl(residuals(maps, latents, timestep, context));
    }

    private ControlResiduals residuals(List<Tensor> maps, Tensor latents, double timestep, UnetContext context) {
        ControlResiduals sum = null;
        for (int i = 0; i < maps.size(); i++) {
            Steering s = steerings.get(i);
            ControlResiduals one = s.net.forward(latents, maps.get(i), timestep, context, s.control.weight());
            sum = sum == null ? one : sum.plus(one);
        }
        return sum;
    }

    /// What a ControlNet of this kind was trained to see, (1, 3, h, w) in 0..1.
    private Tensor map(Raster picture, Control.Kind kind) {
        Raster opaque = LayerStack.empty(picture.width(), picture.height())
                .with(Raster.filled(picture.width(), picture.height(), paper(kind)), 0, 0)
                .with(picture, 0, 0)
                .flatten();
        int[] argb = opaque.toArgb();
        byte[] lines = switch (kind) {
            case CANNY -> Canny.edges(argb, picture.width(), picture.height(), WEAK_EDGE, STRONG_EDGE);
            case SCRIBBLE -> Scribble.lines(argb);
            case DEPTH -> null;
        };
        if (lines == null) {
            return Pictures.onGrey(model.device(), opaque);
        }
        float[] planes = new float[3 * lines.length];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = (lines[i % lines.length] & 255) / 255f;
        }
        return model.device().tensor(planes, 1, 3, picture.height(), picture.width());
    }

    /// What lies behind a given layer where it is transparent: far away for depth, paper for a drawing.
    private static int paper(Control.Kind kind) {
        return kind == Control.Kind.DEPTH ? 0xFF000000 : 0xFFFFFFFF;
    }

    @Override
    public void close() {
        open.forEach(Weights::close);
    }
}
