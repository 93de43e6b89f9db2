package org.layerloom.pipeline.layerdiffuse;

import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.pipeline.LayerStack;
import org.layerloom.pipeline.stablediffusion.Denoising;
import org.layerloom.pipeline.stablediffusion.PictureCodec;
import org.layerloom.sampler.Sampler;
import org.layerloom.sampler.Schedule;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;

/// Shows what a pass makes while it is made, on the page as it is so far: what the latents are on the way to, at a
/// glance, so that it costs little beside a step.
final class PassPreview {
    private final PictureCodec codec;
    private final RunProgress progress;
    private final int every;
    private LayerStack page;

    PassPreview(PictureCodec codec, GenerateRequest request, RunProgress progress) {
        this.codec = codec;
        this.progress = progress;
        every = request.settings().previewEvery();
        page = LayerStack.empty(request.width(), request.height());
    }

    /// What lies on the page by now.
    void on(LayerStack stack) {
        page = stack;
    }

    /// Tells of steps, and shows the last picture of a pass: where several are made together it is the blend.
    Denoising.Watcher watcher(Pass pass, Schedule schedule) {
        return new Denoising.Watcher() {
            @Override
            public void before(int step) {
                progress.check();
                progress.step(step, schedule.steps());
            }

            @Override
            public void after(int step, Tensor x, Tensor epsilon, Tensor next) {
                progress.step(step + 1, schedule.steps());
                if (step + 1 == schedule.steps()) {
                    progress.passed();
                } else if (every > 0 && (step + 1) % every == 0) {
                    progress.preview(picture(pass.region(), x, epsilon, schedule.sigmas()[step]));
                }
            }
        };
    }

    private Raster picture(Rect region, Tensor x, Tensor epsilon, double sigma) {
        Raster small = Scope.closing(() -> {
            Tensor sample = Sampler.sample(x, epsilon, sigma);
            long last = sample.size(0) - 1;
            return Pictures.opaque(codec.glance(sample.slice(0, last, last + 1)));
        });
        Raster shown = Pictures.scaled(small, region.width(), region.height());
        return page.with(shown, region.x(), region.y()).flatten();
    }
}
