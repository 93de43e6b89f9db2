package org.layerloom.pipeline.layerdiffuse;

import java.util.List;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Progress;
import org.layerloom.pipeline.stablediffusion.StableDiffusion;
import org.layerloom.tensor.Native;
import org.layerloom.tensor.Scope;
import org.layerloom.weights.WeightsException;
import org.layerloom.words.Words;

/// Makes transparent layers, and pictures that go with given ones, with Stable Diffusion and LayerDiffuse (Zhang and
/// Agrawala 2024), and harmonised ones with LayerFusion (Dalva et al. 2024).
///
/// A run is one pass or several, each from noise to a picture; what they are is up to the mode ([LayerDiffuseRun]).
final class LayerDiffusePipeline implements LayerGenerator {
    static final Words WORDS = Words.of(LayerDiffusePipeline.class);

    private final StableDiffusion model;
    private final LayerFiles files;
    private final TransparencyNets nets;

    /// The closed pipeline frees the model.
    LayerDiffusePipeline(StableDiffusion model, LayerFiles files) {
        this.model = model;
        this.files = files;
        nets = new TransparencyNets(model, files);
    }

    @Override
    public GenerateResult generate(GenerateRequest request, Progress progress) throws ModelException {
        try {
            requireFiles(request);
            progress.check();
            return Scope.<GenerateResult, WeightsException>closing(() -> run(request, progress));
        } catch (WeightsException e) {
            throw new ModelException(e.getMessage(), e);
        } finally {
            Native.trimMemory();
        }
    }

    private GenerateResult run(GenerateRequest request, Progress progress) throws WeightsException {
        try (ControlPictures controls = new ControlPictures(model, files, request)) {
            LayerDiffuseRun run = new LayerDiffuseRun(request, files);
            progress.step(Progress.Stage.ENCODE, 0, 1);
            RunProgress whole = new RunProgress(progress, run.passes());
            try (Painter painter = new Painter(model, files, nets, request, controls, whole)) {
                painter.read(run.prompts(), request.negative().strip());
                progress.step(Progress.Stage.ENCODE, 1, 1);
                return run.make(painter);
            }
        }
    }

    /// Says what is missing before anything is loaded.
    private void requireFiles(GenerateRequest request) throws WeightsException {
        List<LayerFile> needs = LayerDiffuseAbilities.needs(files.kind(), request.mode());
        if (needs == null) {
            throw new IllegalArgumentException(
                    WORDS.text("mode.unknown", request.model(), request.mode().word()));
        }
        for (LayerFile file : needs) {
            files.get(file);
        }
        for (Fixed fixed : request.fixed()) {
            if (fixed.control().isPresent() && !request.mode().takesControl()) {
                throw new IllegalArgumentException(
                        WORDS.text("control.none", request.mode().word()));
            }
            if (fixed.control().isPresent()) {
                files.controlNet(fixed.control().get().kind());
            }
        }
        if (request.mode() == Mode.JOINT && request.targets().size() != 1) {
            throw new IllegalArgumentException(
                    WORDS.text("joint.one", request.targets().size()));
        }
    }

    @Override
    public String device() {
        return model.device().description();
    }

    @Override
    public void close() {
        nets.close();
        model.close();
    }
}
