package org.layerloom.pipeline.layerdiffuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Settings;
import org.layerloom.network.unet.Unet;
import org.layerloom.pipeline.patch.PatchUse;
import org.layerloom.pipeline.stablediffusion.Denoising;
import org.layerloom.pipeline.stablediffusion.GuidedUnet;
import org.layerloom.pipeline.stablediffusion.PictureSize;
import org.layerloom.pipeline.stablediffusion.PromptPair;
import org.layerloom.pipeline.stablediffusion.StableDiffusion;
import org.layerloom.sampler.Guidance;
import org.layerloom.sampler.SamplerKind;
import org.layerloom.sampler.Schedule;
import org.layerloom.sampler.SeededNoise;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Patch;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.WeightsException;

/// Makes the passes of one run.
final class Painter implements AutoCloseable {
    private static final double GUIDANCE = 7;
    private static final int XL_STEPS = 25;
    private static final int SD15_STEPS = 20;
    /// DPM++ leaves artefacts where a foreground is taken out of a blend (README of LayerDiffuse for Forge).
    private static final SamplerKind TO_FOREGROUND = SamplerKind.EULER_ANCESTRAL;
    /// Half of the noise is best for a background behind a given foreground (the same).
    private static final double TO_BACKGROUND_STOP = 0.5;

    private final StableDiffusion model;
    private final LayerFiles files;
    private final TransparencyNets nets;
    private final Settings settings;
    private final ControlPictures controls;
    private final RunProgress progress;
    private final OpenSharing sharing;
    private final PassPreview preview;
    private final Map<String, PromptPair> prompts = new HashMap<>();
    private int passes;

    Painter(
            StableDiffusion model,
            LayerFiles files,
            TransparencyNets nets,
            GenerateRequest request,
            ControlPictures controls,
            RunProgress progress) {
        this.model = model;
        this.files = files;
        this.nets = nets;
        this.settings = request.settings();
        this.controls = controls;
        this.progress = progress;
        sharing = new OpenSharing(model, files);
        preview = new PassPreview(model.codec(), request, progress);
    }

    /// Reads all prompts of the run; must come first.
    void read(List<String> texts, String negative) throws WeightsException {
        List<PromptPair> pairs = model.read(texts, negative, loras());
        for (int i = 0; i < texts.size(); i++) {
            prompts.put(texts.get(i), pairs.get(i));
        }
    }

    PromptPair prompt(String text) {
        return prompts.get(text);
    }

    StableDiffusion model() {
        return model;
    }

    /// The size in which a part of the page is made.
    PictureSize size(Rect region) {
        return PictureSize.of(region, model.trainingSize(), settings.workingSide());
    }

    PassPreview preview() {
        return preview;
    }

    int steps() {
        return settings.steps().orElse(model.kind() == StableDiffusionKind.SDXL ? XL_STEPS : SD15_STEPS);
    }

    Guidance guidance() {
        return new Guidance(settings.guidance().orElse(GUIDANCE));
    }

    /// The denoiser with the artist's patches, and with one of LayerDiffuse before them where it is named.
    Unet unet(LayerFile... changes) throws WeightsException {
        List<PatchUse> uses = new ArrayList<>();
        for (LayerFile file : changes) {
            uses.add(new PatchUse(files.get(file), settings.tuning().patchStrength(), Patch.Kind.SYSTEM));
        }
        uses.addAll(loras());
        return model.unet(uses);
    }

    private List<PatchUse> loras() {
        return PatchUse.of(settings.tuning());
    }

    /// A transparent picture of one pass.
    Raster transparent(Pass pass) throws WeightsException {
        return Scope.<Raster, WeightsException>closing(() -> transparent(latents(pass)));
    }

    /// An opaque picture of one pass.
    Raster opaque(Pass pass) throws WeightsException {
        return Scope.<Raster, WeightsException>closing(() -> opaque(latents(pass)));
    }

    /// The pictures of a pass that makes several.
    ///
    /// @param foreground whether the first one is transparent
    List<Raster> together(Pass pass, boolean foreground) throws WeightsException {
        return Scope.<List<Raster>, WeightsException>closing(() -> {
            Tensor latents = latents(pass);
            List<Raster> pictures = new ArrayList<>();
            for (int i = 0; i < latents.size(0); i++) {
                Tensor one = latents.slice(0, i, i + 1L);
                pictures.add(foreground && i == 0 ? transparent(one) : opaque(one));
            }
            return pictures;
        });
    }

    /// @param latents of one picture
    Raster transparent(Tensor latents) throws WeightsException {
        int[] done = {0};
        return nets.decode(latents, () -> progress.decoding(done[0]++, TransparencyNets.parts()));
    }

    Raster opaque(Tensor latents) {
        return Scope.closing(() -> Pictures.opaque(model.codec().decode(latents, () -> progress.decoding(0, 1))));
    }

    /// Latents of all pictures of a pass, (pictures, 4, h/8, w/8).
    Tensor latents(Pass pass) throws WeightsException {
        return Scope.<WeightsException>scoped(() -> denoise(pass));
    }

    private Tensor denoise(Pass pass) throws WeightsException {
        Schedule schedule = schedule(pass);
        double end = model.noise().training().stopAt(stopAt(pass).orElse(1));
        GuidedUnet changed = changed(pass);
        boolean stops = schedule.sigmas()[schedule.steps() - 1] < end;
        GuidedUnet plain = stops ? guided(pass, unet(), null) : changed;
        Denoising loop = loop(pass, schedule);
        Tensor start = pass.start().isPresent()
                ? schedule.start(nets.encode(pass.start().get()), loop.noise().start())
                : schedule.start(loop.noise().start());
        return loop.run(
                start,
                (x, step) -> (schedule.sigmas()[step] < end ? plain : changed).epsilon(x, schedule.timesteps()[step]),
                preview.watcher(pass, schedule));
    }

    private GuidedUnet changed(Pass pass) throws WeightsException {
        return switch (pass.change()) {
            case Pass.Change.None _ -> guided(pass, unet(), null);
            case Pass.Change.Patched patched -> guided(pass, unet(patched.file()), condition(patched.conditions()));
            case Pass.Change.Shared shared -> sharing.on(guided(pass, unet(), null), shared);
        };
    }

    private Tensor condition(List<Raster> pictures) {
        if (pictures.isEmpty()) {
            return null;
        }
        return Tensor.concat(
                1,
                pictures.stream()
                        .map(picture -> model.codec().encode(Pictures.onGrey(model.device(), picture)))
                        .toList());
    }

    private GuidedUnet guided(Pass pass, Unet unet, Tensor condition) {
        return new GuidedUnet(
                unet,
                GuidedUnet.context(
                        pass.prompts().stream().map(prompts::get).toList(),
                        model.takesSizes(),
                        pass.size().width(),
                        pass.size().height(),
                        guidance()),
                condition,
                controls.of(pass.region(), pass.size()),
                guidance(),
                model.compute());
    }

    /// The loop of a pass, its noise seeded by the run's seed and the pass's number.
    Denoising loop(Pass pass, Schedule schedule) {
        long seed = settings.seed() + 1_000_003L * passes++;
        int factor = model.codec().factor();
        SeededNoise noise = new SeededNoise(
                model.device(),
                seed,
                pass.prompts().size(),
                model.codec().latentChannels(),
                pass.size().height() / factor,
                pass.size().width() / factor);
        return new Denoising(schedule, sampler(pass).sampler(), noise);
    }

    Schedule schedule(Pass pass) {
        double strength = pass.start().isPresent() ? pass.strength() : 1;
        return sampler(pass).schedule(model.noise().training(), model.noise().spacing(), steps(), strength);
    }

    private SamplerKind sampler(Pass pass) {
        if (settings.tuning().sampler().isEmpty()) {
            return isPatch(pass, LayerFile.XL_BLEND_TO_FOREGROUND) ? TO_FOREGROUND : SamplerKind.DPMPP_2M_KARRAS;
        }
        String label = settings.tuning().sampler().get();
        for (SamplerKind kind : SamplerKind.values()) {
            if (kind.label().equalsIgnoreCase(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(LayerDiffusePipeline.WORDS.text("sampler.unknown", label));
    }

    private OptionalDouble stopAt(Pass pass) {
        OptionalDouble chosen = settings.tuning().stopAt();
        boolean half = chosen.isEmpty() && isPatch(pass, LayerFile.XL_BLEND_TO_BACKGROUND);
        return half ? OptionalDouble.of(TO_BACKGROUND_STOP) : chosen;
    }

    private static boolean isPatch(Pass pass, LayerFile file) {
        return pass.change() instanceof Pass.Change.Patched patched && patched.file() == file;
    }

    /// Frees what the passes shared; the model stays.
    @Override
    public void close() {
        sharing.close();
    }
}
