package org.layerloom.ui.prompt;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.layerloom.document.Document;
import org.layerloom.document.Rect;
import org.layerloom.generate.GenerateRequest;

/// How long runs take, told from the last one: the time of a step grows with the pixels that are made.
final class RunEstimate {
    private String model = "";
    private double nanosPerPixelStep;
    /// Steps of a run whose settings name none, as far as one was seen.
    private OptionalInt usualSteps = OptionalInt.empty();

    /// Learns from a finished run.
    ///
    /// @param steps how many it took
    /// @param time without the loading of the model
    /// @param document whose boxes they were
    void learn(GenerateRequest request, int steps, Duration time, Document document) {
        if (steps < 1) {
            return;
        }
        if (!request.model().equals(model)) {
            model = request.model();
            usualSteps = OptionalInt.empty();
        }
        if (request.settings().steps().isEmpty()) {
            usualSteps = OptionalInt.of(steps);
        }
        nanosPerPixelStep = time.toNanos() / (pixels(document) * steps);
    }

    /// How long a run on that document takes; empty where nothing like it was seen.
    ///
    /// @param steps empty = the model's own number
    Optional<Duration> of(String model, OptionalInt steps, Document document) {
        OptionalInt known = steps.isPresent() ? steps : usualSteps;
        if (!model.equals(this.model) || known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) (nanosPerPixelStep * pixels(document) * known.getAsInt())));
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
