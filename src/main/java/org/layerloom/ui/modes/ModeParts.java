package org.layerloom.ui.modes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.Settings;

/// The parts of one run in a mode, made one after the other, and what they come to together. The document is
/// changed by all of them at once, when the last is made, or by those that were made when the run was stopped.
public final class ModeParts {
    private final List<ModeRun> parts;
    private final List<Landing> made = new ArrayList<>();

    public ModeParts(ModeRun run) {
        parts = run.parts();
    }

    /// The next part's request; the parts before count as made.
    ///
    /// @param document as it is now
    /// @throws IllegalArgumentException with a sentence for the user, where something is missing
    public GenerateRequest next(Document document, String model, String negative, Settings settings) {
        return ModePlan.request(parts.get(made.size()), layersOf(made, document), model, negative, settings);
    }

    /// Takes what the part of the last request has made.
    public void take(GenerateRequest request, GenerateResult result) {
        made.add(new Landing(parts.get(made.size()), request, result));
    }

    public boolean isComplete() {
        return made.size() == parts.size();
    }

    public boolean isEmpty() {
        return made.isEmpty();
    }

    /// How many layers the document gets or has made anew; something must have been made.
    public int count() {
        return made.stream().mapToInt(Landing::count).sum()
                + (made.getLast().result().blend().isPresent() ? 1 : 0);
    }

    /// Puts all that was made into the document as it is now. The pictures of foreground and background together
    /// are steps on the way: only the last one is kept.
    public Document applyTo(Document document) {
        List<Landing> before = made.subList(0, made.size() - 1);
        return made.getLast().applyTo(layersOf(before, document));
    }

    private static Document layersOf(List<Landing> landings, Document document) {
        Document next = document;
        for (Landing landing : landings) {
            next = landing.with(Optional.empty()).applyTo(next);
        }
        return next;
    }
}
