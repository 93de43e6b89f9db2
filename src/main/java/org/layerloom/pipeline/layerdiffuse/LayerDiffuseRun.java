package org.layerloom.pipeline.layerdiffuse;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.Mode;
import org.layerloom.generate.Target;
import org.layerloom.pipeline.stablediffusion.PictureSize;
import org.layerloom.weights.StableDiffusionKind;
import org.layerloom.weights.WeightsException;

/// The passes of one request, and how what they make comes to lie on the page.
final class LayerDiffuseRun {
    private final GenerateRequest request;
    private final LayerFiles files;
    private final BoxPrompts prompts;
    private final Rect canvas;
    private final boolean xl;

    LayerDiffuseRun(GenerateRequest request, LayerFiles files) {
        this.request = request;
        this.files = files;
        prompts = new BoxPrompts(request);
        canvas = new Rect(0, 0, request.width(), request.height());
        xl = files.kind() == StableDiffusionKind.SDXL;
    }

    List<String> prompts() {
        return prompts.all();
    }

    /// How many passes the run takes.
    int passes() {
        int pair = xl ? 2 : 1; // XL makes the blend first, then takes it apart
        int targets = (int) request.targets().stream().filter(this::isMade).count();
        return Math.max(
                1,
                switch (request.mode()) {
                    case LAYERS -> layerPasses(targets, pair);
                    case FOREGROUND, HARMONISE -> targets;
                    case FOREGROUND_TO_BACKGROUND -> pair;
                    case BACKGROUND_TO_FOREGROUND -> pair * targets;
                    default -> 1;
                });
    }

    private int layerPasses(int targets, int pair) {
        if (isFromBelow()) {
            int fitting = (int)
                    request.targets().stream().filter(t -> t.start().isEmpty()).count();
            return (given(Fixed.Role.BACKGROUND).isPresent() ? 0 : 1)
                    + (isFitted() ? pair * fitting + targets - fitting : targets);
        }
        return targets + (files.has(behind()) && targets > 0 ? pair : 1);
    }

    private List<LayerFile> behind() {
        return LayerDiffuseAbilities.needs(files.kind(), Mode.FOREGROUND_TO_BACKGROUND);
    }

    /// Whether layers can be made to fit what lies below them.
    private boolean isFitted() {
        return files.has(LayerDiffuseAbilities.needs(files.kind(), Mode.BACKGROUND_TO_FOREGROUND));
    }

    /// Whether the background comes first and the layers after it: it is given, or only so they fit each other.
    private boolean isFromBelow() {
        return given(Fixed.Role.BACKGROUND).isPresent() || isFitted() && !files.has(behind());
    }

    private Optional<Fixed> given(Fixed.Role role) {
        return request.fixed().stream().filter(fixed -> fixed.role() == role).findFirst();
    }

    private boolean isMade(Target target) {
        return target.start().isEmpty() || target.strength() > 0;
    }

    GenerateResult make(Painter painter) throws WeightsException {
        RunPage page = new RunPage(request, painter, prompts);
        try {
            make(page, painter);
            return page.result();
        } catch (CancellationException e) {
            throw page.stopped(e);
        }
    }

    private void make(RunPage page, Painter painter) throws WeightsException {
        switch (request.mode()) {
            case LAYERS -> layers(page, painter);
            case FOREGROUND -> foregrounds(page, painter);
            case FOREGROUND_TO_BLEND ->
                page.blend(
                        patched(painter, LayerFile.XL_FOREGROUND_TO_BLEND, prompts.whole(), page.foregrounds(), null));
            case BACKGROUND_TO_BLEND ->
                page.blend(patched(painter, LayerFile.XL_BACKGROUND_TO_BLEND, prompts.whole(), page.below(), null));
            case BLEND_TO_BACKGROUND ->
                page.background(patched(
                        painter,
                        LayerFile.XL_BLEND_TO_BACKGROUND,
                        prompts.behind(),
                        page.foregrounds(),
                        page.given(Fixed.Role.BLEND)));
            case BLEND_TO_FOREGROUND -> fromBlend(page, painter);
            case FOREGROUND_TO_BACKGROUND -> behind(page, painter, prompts.behind());
            case BACKGROUND_TO_FOREGROUND -> onBackground(page, painter);
            case JOINT -> joint(page, painter);
            case HARMONISE -> new Harmonising(request, painter, prompts).make(page);
        }
    }

    private void layers(RunPage page, Painter painter) throws WeightsException {
        boolean fromBelow = isFromBelow();
        if (fromBelow && given(Fixed.Role.BACKGROUND).isEmpty()) {
            plainBackground(page, painter);
        }
        for (int i = 0; i < request.targets().size(); i++) {
            Target target = request.targets().get(i);
            if (fromBelow && isFitted() && target.start().isEmpty()) {
                onBackground(page, painter, i);
            } else {
                foreground(page, painter, i);
            }
        }
        if (!fromBelow && files.has(behind()) && !request.targets().isEmpty()) {
            behind(page, painter, prompts.background());
        } else if (!fromBelow) {
            plainBackground(page, painter);
        }
        page.forgetBlend();
    }

    private void plainBackground(RunPage page, Painter painter) throws WeightsException {
        PictureSize size = painter.size(canvas);
        page.background(painter.opaque(Pass.of(prompts.background(), canvas, size, new Pass.Change.None())));
    }

    private void foregrounds(RunPage page, Painter painter) throws WeightsException {
        for (int i = 0; i < request.targets().size(); i++) {
            foreground(page, painter, i);
        }
    }

    /// A layer of its own; from a start picture it stays in its place, from noise it fills its box.
    private void foreground(RunPage page, Painter painter, int index) throws WeightsException {
        Target target = request.targets().get(index);
        if (!isMade(target)) {
            page.layer(index, new Placed(target.start().get(), target.box()));
            return;
        }
        PictureSize size = painter.size(target.box());
        LayerFile file = LayerFile.foreground(files.kind());
        Pass.Change change =
                xl ? new Pass.Change.Patched(file, List.of()) : new Pass.Change.Shared(file, Optional.empty());
        Optional<Raster> start = target.start()
                .filter(raster -> target.strength() < 1)
                .map(raster -> Pictures.scaled(raster, size.width(), size.height()));
        Raster made = painter.transparent(
                Pass.of(prompts.box(index), target.box(), size, change).from(start, target.strength()));
        page.layer(index, start.isPresent() ? Placed.filling(made, target.box()) : Placed.fitted(made, target.box()));
    }

    private Raster patched(Painter painter, LayerFile file, String prompt, Raster first, Raster second)
            throws WeightsException {
        return painter.opaque(conditioned(painter, file, prompt, canvas, first, second));
    }

    /// A pass whose conditions are what is seen of whole pages in a region.
    private Pass conditioned(Painter painter, LayerFile file, String prompt, Rect region, Raster first, Raster second) {
        PictureSize size = painter.size(region);
        List<Raster> conditions = (second == null ? List.of(first) : List.of(first, second))
                .stream().map(page -> Pictures.framed(page, region, size)).toList();
        return Pass.of(prompt, region, size, new Pass.Change.Patched(file, conditions));
    }

    private void fromBlend(RunPage page, Painter painter) throws WeightsException {
        Pass pass = conditioned(
                painter,
                LayerFile.XL_BLEND_TO_FOREGROUND,
                prompts.box(0),
                canvas,
                page.below(),
                page.given(Fixed.Role.BLEND));
        Raster made = painter.transparent(pass);
        for (int i = 0; i < request.targets().size(); i++) {
            page.layer(i, Placed.filling(made, canvas));
        }
    }

    /// A background for the foregrounds that are there.
    private void behind(RunPage page, Painter painter, String prompt) throws WeightsException {
        Raster foregrounds = page.foregrounds();
        if (xl) {
            Raster blend = patched(painter, LayerFile.XL_FOREGROUND_TO_BLEND, prompts.whole(), foregrounds, null);
            page.blend(blend);
            page.background(
                    patched(painter, LayerFile.XL_BLEND_TO_BACKGROUND, prompt, foregrounds, page.blendOnPage()));
            return;
        }
        PictureSize size = painter.size(canvas);
        Pass pass = Pass.of(
                List.of(prompts.backgroundAmong(), prompts.whole()),
                canvas,
                size,
                new Pass.Change.Shared(
                        LayerFile.SD15_FOREGROUND_TO_BACKGROUND,
                        Optional.of(Pictures.framed(foregrounds, canvas, size))));
        List<Raster> made = painter.together(pass, false);
        page.background(made.get(0));
        page.blend(made.get(1));
    }

    private void onBackground(RunPage page, Painter painter) throws WeightsException {
        for (int i = 0; i < request.targets().size(); i++) {
            if (isMade(request.targets().get(i))) {
                onBackground(page, painter, i);
            } else {
                foreground(page, painter, i);
            }
        }
    }

    /// A layer that fits what lies below it, made in its box alone.
    private void onBackground(RunPage page, Painter painter, int index) throws WeightsException {
        Rect box = request.targets().get(index).box();
        Raster below = page.below();
        if (xl) {
            Raster blend = painter.opaque(
                    conditioned(painter, LayerFile.XL_BACKGROUND_TO_BLEND, prompts.box(index), box, below, null));
            page.blendIn(blend, box);
            Pass pass = conditioned(
                    painter, LayerFile.XL_BLEND_TO_FOREGROUND, prompts.box(index), box, below, page.blendOnPage());
            page.layer(index, Placed.filling(painter.transparent(pass), box));
            return;
        }
        PictureSize size = painter.size(box);
        Pass pass = Pass.of(
                List.of(prompts.box(index), prompts.box(index)),
                box,
                size,
                new Pass.Change.Shared(
                        LayerFile.SD15_BACKGROUND_TO_FOREGROUND, Optional.of(Pictures.framed(below, box, size))));
        List<Raster> made = painter.together(pass, true);
        page.blendIn(made.get(1), box);
        page.layer(index, Placed.filling(made.get(0), box));
    }

    private void joint(RunPage page, Painter painter) throws WeightsException {
        Target target = request.targets().getFirst();
        Pass pass = Pass.of(
                List.of(prompts.foregroundAmong(), prompts.backgroundAmong(), prompts.whole()),
                canvas,
                painter.size(canvas),
                new Pass.Change.Shared(LayerFile.SD15_JOINT, Optional.empty()));
        List<Raster> made = painter.together(pass, true);
        page.layer(
                0,
                target.box().equals(canvas)
                        ? Placed.filling(made.get(0), canvas)
                        : Placed.fitted(made.get(0), target.box()));
        page.background(made.get(1));
        page.blend(made.get(2));
    }
}
