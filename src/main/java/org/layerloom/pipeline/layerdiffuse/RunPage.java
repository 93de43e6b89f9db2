package org.layerloom.pipeline.layerdiffuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.layerloom.document.Raster;
import org.layerloom.document.Recipe;
import org.layerloom.document.Rect;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.PartlyMadeException;
import org.layerloom.generate.Target;
import org.layerloom.pipeline.LayerStack;

/// The page of a run: what was given, and what was made so far, in its place and size.
final class RunPage {
    /// A picture enlarged by more is told of: it is soft.
    private static final double ENLARGED = 1.25;

    private final GenerateRequest request;
    private final Painter painter;
    private final BoxPrompts prompts;
    private final Rect canvas;
    private final List<Placed> layers = new ArrayList<>();
    private final List<GenerateResult.Made> made = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<Raster> background = Optional.empty();
    private Optional<Raster> blend = Optional.empty();

    RunPage(GenerateRequest request, Painter painter, BoxPrompts prompts) {
        this.request = request;
        this.painter = painter;
        this.prompts = prompts;
        canvas = new Rect(0, 0, request.width(), request.height());
        painter.preview().on(stack(true));
    }

    /// All that is seen of background, given layers and layers made so far.
    Raster below() {
        return stack(true).flatten();
    }

    /// The same without a background, transparent where nothing is.
    Raster foregrounds() {
        return stack(false).flatten();
    }

    private LayerStack stack(boolean whole) {
        LayerStack stack = LayerStack.empty(request.width(), request.height());
        if (whole) {
            stack = with(stack, Fixed.Role.BACKGROUND);
            if (background.isPresent()) {
                stack = stack.with(background.get(), 0, 0);
            }
        }
        stack = with(stack, Fixed.Role.LAYER);
        for (Placed layer : layers) {
            stack = stack.with(
                    layer.raster(), layer.bounds().x(), layer.bounds().y());
        }
        return with(stack, Fixed.Role.FOREGROUND);
    }

    private LayerStack with(LayerStack stack, Fixed.Role role) {
        LayerStack next = stack;
        for (Fixed fixed : request.fixed()) {
            if (fixed.role() == role) {
                next = next.with(fixed.raster(), fixed.box().x(), fixed.box().y());
            }
        }
        return next;
    }

    /// A given picture where it lies, of the page's size.
    Raster given(Fixed.Role role) {
        return with(LayerStack.empty(request.width(), request.height()), role).flatten();
    }

    boolean hasBackground() {
        return background.isPresent()
                || request.fixed().stream().anyMatch(fixed -> fixed.role() == Fixed.Role.BACKGROUND);
    }

    /// @param picture of the whole page, of any size
    void background(Raster picture) {
        if (request.width() > ENLARGED * picture.width()) {
            notes.add(LayerDiffusePipeline.WORDS.text(
                    "note.scaled", picture.width(), picture.height(), request.width(), request.height()));
        }
        background = Optional.of(Pictures.scaled(picture, request.width(), request.height()));
        painter.preview().on(stack(true));
    }

    /// @param picture of the whole page, of any size
    void blend(Raster picture) {
        blend = Optional.of(Pictures.scaled(picture, request.width(), request.height()));
    }

    /// A blend of a part of the page, over what lies there.
    void blendIn(Raster picture, Rect region) {
        Raster scaled = Pictures.scaled(picture, region.width(), region.height());
        blend = Optional.of(stack(true).with(scaled, region.x(), region.y()).flatten());
    }

    /// The blend made last, of the page's size.
    Raster blendOnPage() {
        return blend.orElseThrow();
    }

    /// The blend was only a means.
    void forgetBlend() {
        blend = Optional.empty();
    }

    /// The layer of a target; what lies outside its box is cut off.
    void layer(int index, Placed placed) {
        Target target = request.targets().get(index);
        Placed trimmed = placed.trimmed(target.box());
        layers.add(trimmed);
        made.add(new GenerateResult.Made(
                target.layer(),
                prompts.name(index),
                trimmed.bounds().x(),
                trimmed.bounds().y(),
                trimmed.raster(),
                recipe(prompts.box(index))));
        painter.preview().on(stack(true));
    }

    private Recipe recipe(String prompt) {
        return new Recipe(prompt, request.settings().seed(), painter.model().id());
    }

    GenerateResult result() {
        for (GenerateResult.Made layer : made) {
            if (layer.raster().isEmpty()) {
                notes.add(LayerDiffusePipeline.WORDS.text("note.empty", layer.name()));
            }
        }
        Raster merged = blend.orElseGet(() -> stack(true).flatten());
        return new GenerateResult(background, blend, made, merged, recipe(prompts.whole()), notes);
    }

    /// How a run ends that is stopped: with the layers that it has finished, where there are some.
    CancellationException stopped(CancellationException stop) {
        if (made.isEmpty()) {
            return stop;
        }
        forgetBlend();
        return new PartlyMadeException(result());
    }

    Rect canvas() {
        return canvas;
    }
}
