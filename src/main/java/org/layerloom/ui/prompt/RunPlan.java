package org.layerloom.ui.prompt;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Region;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.Settings;

/// A run that is about to start: what is asked, how it is called meanwhile and in the history, and which part of
/// its result goes into the document.
///
/// @param task `Painting 8 layers`
/// @param label `Generate 8 layers`
/// @param keepsBackground whether the document's background stays as it is
record RunPlan(GenerateRequest request, String task, String label, boolean keepsBackground) {
    /// Every box and the background.
    static RunPlan whole(Document document, String model, Settings settings) {
        GenerateRequest request = GenerateRequest.of(document, model, settings);
        return painting(request, request.targets().size() + 1, false);
    }

    /// The boxes that have no layer yet.
    static RunPlan empty(Document document, String model, Settings settings) {
        Set<LayerId> boxes = document.regions().stream()
                .map(Region::layer)
                .filter(id -> document.layer(id).isEmpty())
                .collect(Collectors.toSet());
        GenerateRequest request = PartRequest.of(document, boxes, model, settings);
        return painting(request, request.targets().size(), true);
    }

    private static RunPlan painting(GenerateRequest request, int count, boolean keepsBackground) {
        return new RunPlan(request, "Painting " + layers(count), "Generate " + layers(count), keepsBackground);
    }

    /// One box, anew or for the first time.
    static RunPlan reroll(Document document, LayerId box, String model, Settings settings) {
        GenerateRequest request = PartRequest.of(document, Set.of(box), model, settings);
        return document.layer(box)
                .map(Layer::name)
                .map(name -> new RunPlan(request, "Re-rolling " + name, "Re-roll " + name, true))
                .orElseGet(() -> painting(request, 1, true));
    }

    /// The document with the result in it.
    Document applied(GenerateResult result, Document document) {
        GenerateResult part = keepsBackground
                ? new GenerateResult(
                        Optional.empty(), result.layers(), result.merged(), result.recipe(), result.notes())
                : result;
        return part.applyTo(document);
    }

    /// How many layers the run made.
    int made(GenerateResult result) {
        return result.layers().size() + (keepsBackground || result.background().isEmpty() ? 0 : 1);
    }

    static String layers(int count) {
        return count == 1 ? "1 layer" : count + " layers";
    }
}
