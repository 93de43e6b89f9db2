package org.layerloom.pipeline.art;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerloom.composite.Decontamination;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.generate.Binder;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.LayerGenerator;
import org.layerloom.generate.Lora;
import org.layerloom.generate.Mode;
import org.layerloom.generate.ModelException;
import org.layerloom.generate.Phrase;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Start;
import org.layerloom.generate.Target;
import org.layerloom.network.flux.Conditioning;
import org.layerloom.network.flux.FluxConfig;
import org.layerloom.network.flux.FluxTransformer;
import org.layerloom.pipeline.patch.PatchUse;
import org.layerloom.sampler.Guidance;
import org.layerloom.sampler.Prediction;
import org.layerloom.tensor.Native;
import org.layerloom.tensor.Scope;
import org.layerloom.tensor.Tensor;
import org.layerloom.weights.Part;
import org.layerloom.weights.Patch;
import org.layerloom.weights.WeightsException;
import org.layerloom.words.Words;

/// Makes all layers of a design at once with an anonymous region transformer (ART, Pu et al. 2025), ART's or our
/// own.
///
/// The six steps: encodePrompt, prepareLatents, sigmas, denoise, decode, toLayers. A run frees what it made however
/// it ends.
final class ArtPipeline implements LayerGenerator {
    /// How much of a cut prompt's end is quoted.
    private static final int NOTE_CHARS = 20;

    private static final Words WORDS = Words.of(ArtPipeline.class);

    private final ArtModel model;
    private final PromptEncoder prompts;

    /// What a prompt became.
    ///
    /// @param phrases for each slot the part of the text that names it
    /// @param charsRead how much of the text counts
    /// @param without   null where guidance needs no second pass
    private record Reading(
            String text, List<Optional<Phrase>> phrases, int charsRead, Conditioning with, Conditioning without) {
        List<Tensor> tensors() {
            return without == null
                    ? with.parts()
                    : Stream.of(with, without).flatMap(c -> c.parts().stream()).toList();
        }
    }

    /// The closed pipeline frees the model.
    ArtPipeline(ArtModel model) {
        this.model = model;
        prompts = new PromptEncoder(model.config(), model.text(), model.device(), model.compute());
    }

    @Override
    public GenerateResult generate(GenerateRequest request, Progress progress) throws ModelException {
        if (request.mode() != Mode.LAYERS) {
            throw new IllegalArgumentException(
                    WORDS.text("mode.unknown", request.model(), request.mode().word()));
        }
        try {
            FluxTransformer transformer =
                    model.transformer(PatchUse.of(request.settings().tuning()));
            return new Batches(request, model.regions())
                    .make(
                            (part, watch) -> Scope.<GenerateResult, RuntimeException>closing(
                                    () -> run(transformer, part, watch)),
                            progress);
        } catch (WeightsException e) {
            throw new ModelException(e.getMessage(), e);
        } finally {
            Native.trimMemory();
        }
    }

    private GenerateResult run(FluxTransformer transformer, GenerateRequest request, Progress progress) {
        progress.check();
        FluxConfig config = model.config();
        Scene scene = Scene.of(request, model.canvas(), config.tokenStride(), config.boxFeatures() > 0);
        Settings settings = request.settings();
        Guidance guidance =
                new Guidance(settings.guidance().orElse(model.defaults().guidance()));
        Reading words = encodePrompt(transformer, scene, guidance, progress);
        float[] sigmas = sigmas(scene, settings.steps().orElse(model.defaults().steps()));
        Tensor noise = prepareLatents(scene);
        List<Held> held = held(scene, sigmas.length - 1);
        float embedded =
                (float) settings.embeddedGuidance().orElse(model.defaults().embedded());
        Denoiser.Plan plan = new Denoiser.Plan(
                scene.layout(), noise, sigmas, words.with, words.without, guidance, embedded, held, first(held));
        Tensor tokens = denoise(transformer, scene, plan, progress);
        List<int[]> decoded = decode(scene, tokens, progress);
        return toLayers(scene, words, decoded);
    }

    private Reading encodePrompt(FluxTransformer transformer, Scene scene, Guidance guidance, Progress progress) {
        progress.step(Progress.Stage.ENCODE, 0, 1);
        String text = prompts.text(scene);
        List<Optional<Phrase>> phrases =
                Binder.bind(text, scene.slots().stream().map(Scene.Slot::bound).toList());
        return Scope.scoped(Reading::tensors, () -> {
            PromptEncoder.Encoded encoded = prompts.prompt(scene, text, phrases);
            Conditioning with = transformer.condition(scene.layout(), encoded.prompt());
            Conditioning without =
                    guidance.needsNull() ? transformer.condition(scene.layout(), prompts.nothing(scene)) : null;
            model.text().release();
            progress.step(Progress.Stage.ENCODE, 1, 1);
            return new Reading(text, phrases, encoded.charsRead(), with, without);
        });
    }

    /// One draw for all layers over the whole canvas, of which the boxes' cells are kept.
    private Tensor prepareLatents(Scene scene) {
        int patch = FluxConfig.PATCH;
        return Scope.scoped(() -> {
            Tensor noise = model.device()
                    .randn(
                            scene.request().settings().seed(),
                            1,
                            scene.layout().layers(),
                            model.config().latentChannels(),
                            (long) patch * scene.layout().rows(),
                            (long) patch * scene.layout().columns());
            return scene.layout().pack(noise).to(model.compute());
        });
    }

    private float[] sigmas(Scene scene, int steps) {
        return model.sampler().sigmas(steps, scene.layout().tokens());
    }

    static int first(List<Held> held) {
        return held.stream()
                .filter(layer -> layer.layer() == 0)
                .mapToInt(Held::release)
                .findFirst()
                .orElse(0);
    }

    /// Given layers are held for good, layers with a start until the noise has fallen to what their strength
    /// allows. Where every layer is, the picture of them is too, and the steps before have nothing to do.
    List<Held> held(Scene scene, int steps) {
        List<Held> held = new ArrayList<>();
        boolean marked = model.config().knownEmbedding();
        scene.background().ifPresent(fixed -> held.add(given(scene, fixed, 1, steps, marked)));
        scene.backgroundStart()
                .ifPresent(start -> held.add(started(scene, start.raster(), 1, start.strength(), steps)));
        for (int i = 0; i < scene.slots().size(); i++) {
            int layer = Scene.FIRST_BOX + i;
            Scene.Slot slot = scene.slots().get(i);
            if (slot.fixed() != null) {
                held.add(given(scene, slot.fixed(), layer, steps, marked));
            } else if (slot.isStarted()) {
                held.add(started(
                        scene, slot.target().start().get(), layer, slot.target().strength(), steps));
            }
        }
        if (held.size() == scene.layout().layers() - 1) {
            int first = held.stream().mapToInt(Held::release).min().orElse(0);
            held.add(new Held(0, encode(scene, scene.startPicture(), scene.page(), 0), first, false));
        }
        return held;
    }

    private Held started(Scene scene, Raster start, int layer, double strength, int steps) {
        Rect box = layer == 1
                ? scene.page()
                : scene.slots().get(layer - Scene.FIRST_BOX).box();
        int own = Math.max(strength == 0 ? 0 : 1, (int) Math.round(steps * strength));
        return new Held(layer, encode(scene, start, box, layer), steps - own, false);
    }

    private Held given(Scene scene, Fixed fixed, int layer, int steps, boolean marked) {
        return new Held(layer, encode(scene, fixed.raster(), fixed.box(), layer), steps, marked);
    }

    private Tensor encode(Scene scene, Raster raster, Rect box, int layer) {
        return model.codec().encode(scene.place(raster, box, layer), scene.layout(), layer);
    }

    private Tensor denoise(FluxTransformer transformer, Scene scene, Denoiser.Plan plan, Progress progress) {
        int every = scene.request().settings().previewEvery();
        int all = plan.steps() - plan.first();
        progress.step(Progress.Stage.DENOISE, 0, all);
        return new Denoiser(transformer).run(plan, new Denoiser.Watcher() {
            @Override
            public void check() {
                progress.check();
            }

            @Override
            public void stepped(int step, Tensor x, Tensor velocity, Tensor next) {
                progress.step(Progress.Stage.DENOISE, step + 1 - plan.first(), all);
                if (every > 0 && (step + 1) % every == 0 && step + 1 < plan.steps()) {
                    progress.preview(preview(scene, plan, x, velocity, step));
                }
            }
        });
    }

    /// The picture as the model now expects it to become.
    private Raster preview(Scene scene, Denoiser.Plan plan, Tensor x, Tensor velocity, int step) {
        long tokens = scene.layout().box(0).area();
        Raster whole = Scope.<Raster, RuntimeException>closing(() -> {
            Tensor sample = Prediction.sample(x.slice(1, 0, tokens), velocity.slice(1, 0, tokens), plan.sigmas()[step]);
            return model.codec().glance(sample, scene.layout());
        });
        return whole.crop(scene.page(whole.width(), whole.height()));
    }

    private List<int[]> decode(Scene scene, Tensor tokens, Progress progress) {
        return model.codec().decode(tokens, scene.layout(), scene.made(), (done, total) -> {
            progress.step(Progress.Stage.DECODE, done, total);
            progress.check();
        });
    }

    private GenerateResult toLayers(Scene scene, Reading words, List<int[]> decoded) {
        GenerateRequest request = scene.request();
        Recipe recipe = new Recipe(words.text, request.settings().seed(), model.id());
        Rect canvas = new Rect(0, 0, request.width(), request.height());
        List<GenerateResult.Made> made = new ArrayList<>();
        for (int i = 0; i < scene.slots().size(); i++) {
            Target target = scene.slots().get(i).target();
            if (target != null) {
                int layer = Scene.FIRST_BOX + i;
                made.add(made(
                        target, name(target, words.phrases.get(i)), pixels(scene, decoded, layer, target), recipe));
            }
        }
        Optional<Raster> background = scene.backgroundStart()
                .filter(start -> start.strength() == 0)
                .map(Start::raster)
                .or(() -> Optional.ofNullable(decoded.get(1)).map(argb -> raster(canvas, scene.cut(argb, 1, canvas))));
        Raster merged = raster(canvas, scene.cut(decoded.getFirst(), 0, canvas));
        return new GenerateResult(background, made, merged, recipe, notes(scene, words));
    }

    /// A layer's pixels in its drawn box. One that was not to leave its start at all is that start, byte for byte.
    private static Raster pixels(Scene scene, List<int[]> decoded, int layer, Target target) {
        Rect box = target.box();
        if (target.start().isPresent() && target.strength() == 0) {
            return target.start().get();
        }
        int[] cut = scene.cut(decoded.get(layer), layer, box);
        return raster(box, scene.isResampled(layer) ? Decontamination.bleed(cut, box.width(), box.height()) : cut);
    }

    private static GenerateResult.Made made(Target target, String name, Raster raster, Recipe recipe) {
        Rect visible = raster.alphaBounds();
        Recipe own = target.prompt()
                .map(p -> new Recipe(p, recipe.seed(), recipe.model()))
                .orElse(recipe);
        return new GenerateResult.Made(
                target.layer(),
                name,
                target.box().x() + visible.x(),
                target.box().y() + visible.y(),
                raster.crop(visible),
                own);
    }

    /// Without words it is called by its number, which no other layer of the document has.
    private static String name(Target target, Optional<Phrase> phrase) {
        return target.prompt()
                .or(() -> phrase.map(Phrase::title))
                .orElse(WORDS.text("layer", target.layer().value()));
    }

    private static Raster raster(Rect box, int... argb) {
        return Raster.of(box.width(), box.height(), argb);
    }

    private List<String> notes(Scene scene, Reading words) {
        List<String> notes = new ArrayList<>();
        GenerateRequest request = scene.request();
        if (scene.isScaled() && request.settings().workingSide().isPresent()) {
            notes.add(WORDS.text(
                    "note.smaller", scene.size().width(), scene.size().height(), request.width(), request.height()));
        } else if (scene.isScaled()) {
            notes.add(WORDS.text(
                    "note.scaled",
                    scene.size().width(),
                    scene.size().height(),
                    request.width(),
                    request.height(),
                    model.canvas().min(),
                    model.canvas().max(),
                    model.canvas().multiple()));
        }
        boolean ownPrompts =
                scene.slots().stream().anyMatch(slot -> slot.prompt().isPresent());
        if (ownPrompts && model.config().regionDim() == 0) {
            notes.add(WORDS.text("note.onePrompt"));
        }
        for (Lora lora : request.settings().tuning().loras()) {
            if (changesText(lora)) {
                notes.add(WORDS.text("note.loraText", lora.file().getFileName()));
            }
        }
        if (!words.text.substring(words.charsRead).isBlank()) {
            String end = words.text.substring(Math.max(0, words.charsRead - NOTE_CHARS), words.charsRead);
            notes.add(WORDS.text("note.long", end));
        }
        return notes;
    }

    /// Whether a file would change the text encoders too, which this family leaves as they are.
    private boolean changesText(Lora lora) {
        try (Patch patch = Patch.open(Patch.Kind.SHARED, lora.file(), model.device())) {
            return patch.changes(Part.TEXT_ENCODER) || patch.changes(Part.TEXT_ENCODER_2);
        } catch (WeightsException e) {
            return false; // it was there when the run began
        }
    }

    @Override
    public String device() {
        return model.device().description();
    }

    @Override
    public void close() {
        model.close();
    }
}
