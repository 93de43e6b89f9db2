package org.layerloom.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

/// Everything that a run may know. Equal requests on the same model, device and thread count give equal layers.
///
/// A background is made unless one of `fixed` is a BACKGROUND. Order of both lists is the stacking order, bottom
/// first.
///
/// @param model id of the model
/// @param width of the canvas, px
/// @param height of the canvas, px
/// @param negative what the picture is to stay away from; blank = nothing
public record GenerateRequest(
        String model,
        Mode mode,
        int width,
        int height,
        String prompt,
        String negative,
        List<Target> targets,
        List<Fixed> fixed,
        Settings settings) {
    /// Boxes that a request may hold beside the merged picture and the background.
    public static final int MAX_BOXES = 50;

    public GenerateRequest {
        Objects.requireNonNull(model);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(negative);
        Objects.requireNonNull(settings);
        targets = List.copyOf(targets);
        fixed = List.copyOf(fixed);
        requireContent(prompt, targets, fixed);
        requireBoxesInside(new Rect(0, 0, width, height), targets);
        requireDistinctIds(targets, fixed);
    }

    /// Makes every box of the document, and the background; what the document holds already is made anew.
    public static GenerateRequest of(Document document, String model, Settings settings) {
        List<Target> targets = document.regions().stream()
                .filter(region -> !region.box().intersect(document.canvas()).isEmpty())
                .map(region -> target(document, region))
                .toList();
        return new GenerateRequest(
                model,
                Mode.LAYERS,
                document.width(),
                document.height(),
                document.prompt(),
                "",
                targets,
                List.of(),
                settings);
    }

    private static Target target(Document document, Region region) {
        return Target.of(region.layer(), region.box().intersect(document.canvas()), region.prompt());
    }

    private static void requireContent(String prompt, List<Target> targets, List<Fixed> fixed) {
        if (prompt.isBlank() && targets.stream().noneMatch(t -> t.prompt().isPresent())) {
            throw new IllegalArgumentException("the prompt is empty: say what the picture shows");
        }
        long backgrounds =
                fixed.stream().filter(f -> f.role() == Fixed.Role.BACKGROUND).count();
        if (backgrounds > 1) {
            throw new IllegalArgumentException(backgrounds + " backgrounds are given: there can be one");
        }
        long kept = fixed.size() - backgrounds;
        if (targets.size() + kept > MAX_BOXES) {
            throw new IllegalArgumentException(
                    targets.size() + " boxes to make and " + kept + " layers to keep are more than " + MAX_BOXES);
        }
    }

    private static void requireBoxesInside(Rect canvas, List<Target> targets) {
        if (canvas.isEmpty()) {
            throw new IllegalArgumentException(
                    "the canvas is " + canvas.width() + " x " + canvas.height() + ": each side must be 1 or more");
        }
        for (Target target : targets) {
            Rect box = target.box();
            if (box.isEmpty() || !canvas.contains(box)) {
                throw new IllegalArgumentException("the box of layer "
                        + target.layer().value() + " (" + box.x() + ", "
                        + box.y() + ", " + box.width() + " x " + box.height() + ") does not lie on the canvas of "
                        + canvas.width() + " x " + canvas.height());
            }
        }
    }

    private static void requireDistinctIds(List<Target> targets, List<Fixed> fixed) {
        List<LayerId> ids = new ArrayList<>(targets.stream().map(Target::layer).toList());
        fixed.forEach(f -> ids.add(f.layer()));
        Set<LayerId> seen = new HashSet<>();
        for (LayerId id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("layer " + id.value() + " stands in the request twice");
            }
        }
    }
}
