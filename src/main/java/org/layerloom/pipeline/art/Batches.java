package org.layerloom.pipeline.art;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.layerloom.document.LayerId;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.generate.Binder;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.PartlyMadeException;
import org.layerloom.generate.Phrase;
import org.layerloom.generate.Progress;
import org.layerloom.generate.Target;
import org.layerloom.pipeline.LayerStack;

/// Keeps every run within the boxes that a model was trained for: a request with more of them is made in several
/// runs, the later ones over the background of the first; of many given layers those nearest to what is made count.
final class Batches {
    /// Makes one run.
    @FunctionalInterface
    interface Run {
        GenerateResult make(GenerateRequest part, Progress progress);
    }

    private final GenerateRequest request;
    private final int regions;

    /// @param regions most boxes, made and given, that a run may hold
    Batches(GenerateRequest request, int regions) {
        this.request = request;
        this.regions = regions;
    }

    GenerateResult make(Run run, Progress progress) {
        if (request.targets().size() <= regions) {
            return run.make(part(request.targets(), request.fixed()), progress);
        }
        List<Target> targets = named();
        int runs = Math.ceilDiv(targets.size(), regions);
        List<GenerateResult> results = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            List<Target> some = targets.subList(i * regions, Math.min(targets.size(), (i + 1) * regions));
            try {
                results.add(run.make(part(some, given(results)), new PartProgress(progress, i, runs)));
            } catch (CancellationException e) {
                throw results.isEmpty() ? e : new PartlyMadeException(joined(results));
            }
        }
        return joined(results);
    }

    /// The targets with the phrases that the whole prompt has for them: a later run could not tell which are left.
    private List<Target> named() {
        List<Optional<Phrase>> phrases = Binder.bind(
                request.prompt(), request.targets().stream().map(Binder.Box::of).toList());
        List<Target> named = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            Target t = request.targets().get(i);
            Optional<String> phrase = phrases.get(i).map(Phrase::text);
            Optional<String> prompt = t.prompt().or(() -> phrase);
            named.add(t.withPrompt(prompt));
        }
        return named;
    }

    private List<Fixed> given(List<GenerateResult> results) {
        List<Fixed> given = new ArrayList<>(request.fixed());
        results.stream()
                .limit(1)
                .flatMap(first -> first.background().stream())
                .forEach(raster -> given.add(new Fixed(freeId(), canvas(), raster, Fixed.Role.BACKGROUND)));
        return given;
    }

    private LayerId freeId() {
        return new LayerId(1
                + Stream.concat(
                                request.targets().stream().map(Target::layer),
                                request.fixed().stream().map(Fixed::layer))
                        .mapToInt(LayerId::value)
                        .max()
                        .orElse(0));
    }

    private GenerateRequest part(List<Target> targets, List<Fixed> given) {
        return new GenerateRequest(
                request.model(),
                request.mode(),
                request.width(),
                request.height(),
                request.prompt(),
                request.negative(),
                request.backgroundPrompt(),
                targets,
                nearest(given, targets),
                request.settings(),
                request.backgroundStart());
    }

    /// The background, and as many of the given layers as there is room for, in their order.
    private List<Fixed> nearest(List<Fixed> given, List<Target> targets) {
        List<Fixed> byDistance = given.stream()
                .filter(fixed -> fixed.role() != Fixed.Role.BACKGROUND)
                .sorted(Comparator.comparingLong(fixed -> distance(fixed.box(), targets)))
                .limit(regions - targets.size())
                .toList();
        return given.stream()
                .filter(fixed -> fixed.role() == Fixed.Role.BACKGROUND || byDistance.contains(fixed))
                .toList();
    }

    /// Between the centres, squared, in half px.
    private static long distance(Rect box, List<Target> targets) {
        return targets.stream()
                .map(Target::box)
                .mapToLong(other -> {
                    long across = box.x() + box.right() - other.x() - other.right();
                    long down = box.y() + box.bottom() - other.y() - other.bottom();
                    return across * across + down * down;
                })
                .min()
                .orElse(0);
    }

    private Rect canvas() {
        return new Rect(0, 0, request.width(), request.height());
    }

    private GenerateResult joined(List<GenerateResult> results) {
        GenerateResult first = results.getFirst();
        List<GenerateResult.Made> layers =
                results.stream().flatMap(result -> result.layers().stream()).toList();
        List<String> notes = results.stream()
                .flatMap(result -> result.notes().stream())
                .distinct()
                .toList();
        return new GenerateResult(
                first.background(), layers, merged(first.background(), layers), first.recipe(), notes);
    }

    /// No run saw the whole: the picture is the stack's.
    private Raster merged(Optional<Raster> background, List<GenerateResult.Made> layers) {
        LayerStack stack = LayerStack.empty(request.width(), request.height());
        if (background.isPresent()) {
            stack = stack.with(background.get(), 0, 0);
        }
        for (Fixed fixed : request.fixed()) {
            stack = stack.with(fixed.raster(), fixed.box().x(), fixed.box().y());
        }
        for (GenerateResult.Made made : layers) {
            stack = stack.with(made.raster(), made.x(), made.y());
        }
        return stack.flatten();
    }

    /// One run's share of the progress of all: the denoising of all runs counts, the rest is told once.
    private record PartProgress(Progress whole, int run, int runs) implements Progress {
        @Override
        public void step(Stage stage, int done, int total) {
            switch (stage) {
                case LOAD, QUANTIZE, ENCODE -> {
                    if (run == 0) {
                        whole.step(stage, done, total);
                    }
                }
                case DENOISE -> whole.step(stage, run * total + done, runs * total);
                case DECODE -> {
                    if (run == runs - 1) {
                        whole.step(stage, done, total);
                    }
                }
            }
        }

        @Override
        public void preview(Raster picture) {
            whole.preview(picture);
        }

        @Override
        public void check() {
            whole.check();
        }
    }
}
