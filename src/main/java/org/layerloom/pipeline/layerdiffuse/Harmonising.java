package org.layerloom.pipeline.layerdiffuse;

import java.util.List;
import java.util.Optional;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.network.unet.UnetContext;
import org.layerloom.pipeline.layerfusion.FusionPrompts;
import org.layerloom.pipeline.layerfusion.FusionTensors;
import org.layerloom.pipeline.layerfusion.LayerFusionSampling;
import org.layerloom.pipeline.layerfusion.LayerFusionStep;
import org.layerloom.pipeline.stablediffusion.Denoising;
import org.layerloom.pipeline.stablediffusion.GuidedUnet;
import org.layerloom.pipeline.stablediffusion.PictureSize;
import org.layerloom.pipeline.stablediffusion.PromptPair;
import org.layerloom.sampler.Schedule;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.WeightsException;

/// LayerFusion box by box: the first box gets its foreground together with a background for the page, unless one is
/// given; for each further one what lies in its box by then is kept as the background.
final class Harmonising {
    /// The paper's boundary coefficient, and the share that the background takes of the blend.
    private static final double SHARPNESS = 10;

    private static final double SHARE = 0.5;

    private final GenerateRequest request;
    private final Painter painter;
    private final BoxPrompts prompts;

    /// What one run of LayerFusion gives, decoded; the background only where it is not kept.
    private record Triple(Raster foreground, Raster blend, Optional<Raster> background) {}

    Harmonising(GenerateRequest request, Painter painter, BoxPrompts prompts) {
        this.request = request;
        this.painter = painter;
        this.prompts = prompts;
    }

    void make(RunPage page) throws WeightsException {
        for (int i = 0; i < request.targets().size(); i++) {
            Rect box = request.targets().get(i).box();
            if (page.hasBackground()) {
                Triple made = triple(i, box, Optional.of(page.below()));
                page.blendIn(made.blend, box);
                page.layer(i, Placed.filling(made.foreground, box));
            } else {
                Triple made = triple(i, page.canvas(), Optional.empty());
                page.background(made.background.orElseThrow());
                page.blend(made.blend);
                boolean whole = box.equals(page.canvas());
                page.layer(i, whole ? Placed.filling(made.foreground, box) : Placed.fitted(made.foreground, box));
            }
        }
    }

    /// @param below the page as it is, where it is to stay
    private Triple triple(int index, Rect region, Optional<Raster> below) throws WeightsException {
        PictureSize size = painter.size(region);
        Pass pass = Pass.of(prompts.whole(), region, size, new Pass.Change.None());
        return Scope.<Triple, WeightsException>closing(() -> {
            Schedule schedule = painter.schedule(pass);
            Denoising loop = painter.loop(pass, schedule);
            LayerFusionStep step =
                    new LayerFusionStep(painter.unet(LayerFile.XL_FOREGROUND), painter.unet(), SHARPNESS, SHARE);
            LayerFusionSampling sampling = new LayerFusionSampling(
                    step, told(index, size), painter.guidance(), painter.model().compute());
            Optional<Tensor> kept = below.map(page -> painter.model()
                    .codec()
                    .encode(Pictures.onGrey(painter.model().device(), Pictures.framed(page, region, size))));
            FusionTensors made = sampling.run(loop, kept, painter.preview().watcher(pass, schedule));
            return new Triple(
                    painter.transparent(made.foreground()),
                    painter.opaque(made.blended()),
                    below.isPresent() ? Optional.empty() : Optional.of(painter.opaque(made.background())));
        });
    }

    private FusionPrompts told(int index, PictureSize size) {
        PromptPair foreground = painter.prompt(prompts.box(index));
        return new FusionPrompts(
                context(foreground, size),
                context(painter.prompt(prompts.whole()), size),
                context(painter.prompt(prompts.background()), size),
                foreground.end());
    }

    private UnetContext context(PromptPair prompt, PictureSize size) {
        return GuidedUnet.context(
                List.of(prompt), painter.model().takesSizes(), size.width(), size.height(), painter.guidance());
    }
}
