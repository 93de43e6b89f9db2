package org.layerloom.ui.prompt;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Mode;
import org.layerloom.ui.modes.ModeRun;

/// How long runs take, told from the last one: the time of a step grows with the pixels that are made, or with the
/// layers where each is made alone.
final class RunEstimate {
    private String model = "";
    private Mode mode = Mode.LAYERS;
    private double nanosPerStep;
    /// Steps of a run whose settings name none, as far as one was seen.
    private OptionalInt usualSteps = OptionalInt.empty();

    /// Learns from a finished run, unless it started from layers (such a run has fewer steps than are asked for) or
    /// was made smaller than the page.
    ///
    /// @param steps how many it took
    /// @param time without the loading of the model
    /// @param document whose boxes they were
    void learn(GenerateRequest request, int steps, Duration time, Document document) {
        if (steps < 1 || isStarted(request) || request.settings().workingSide().isPresent()) {
            return;
        }
        if (!request.model().equals(model) || request.mode() != mode) {
            model = request.model();
            mode = request.mode();
            usualSteps = OptionalInt.empty();
        }
        if (request.settings().steps().isEmpty()) {
            usualSteps = OptionalInt.of(steps);
        }
        double work = mode == Mode.LAYERS
                ? pixels(document)
                : layers(request.targets().size());
        nanosPerStep = time.toNanos() / (work * steps);
    }

    private static boolean isStarted(GenerateRequest request) {
        return request.targets().stream().anyMatch(target -> target.strength() < 1)
                || request.backgroundStart().isPresent();
    }

    /// How long a run on that document takes; empty where nothing like it was seen.
    ///
    /// @param steps empty = the model's own number
    Optional<Duration> of(String model, Wish wish, OptionalInt steps, Document document) {
        OptionalInt known = steps.isPresent() ? steps : usualSteps;
        Mode wanted = wish instanceof Wish.InMode(ModeRun run) ? run.mode() : Mode.LAYERS;
        if (!model.equals(this.model) || wanted != mode || known.isEmpty()) {
            return Optional.empty();
        }
        double work =
                wish instanceof Wish.InMode(ModeRun run) ? layers(run.boxes().size()) : pixels(document);
        return Optional.of(Duration.ofNanos((long) (nanosPerStep * work * known.getAsInt())));
    }

    /// Layers in modes are each made at the size that the model likes.
    private static int layers(int boxes) {
        return Math.max(1, boxes);
    }

    /// The merged picture, the background, and each box.
    private static double pixels(Document document) {
        Rect page = document.canvas();
        return 2.0 * page.area()
                + document.regions().stream()
                        .mapToLong(region -> region.box().intersect(page).area())
                        .sum();
    }
}
