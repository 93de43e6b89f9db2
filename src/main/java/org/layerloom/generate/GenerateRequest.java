package org.layerloom.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;

/// Everything that a run may know. Equal requests on the same model, device and thread count give equal layers.
///
/// Order of both lists is the stacking order, bottom first.
///
/// @param model id of the model
/// @param width of the canvas, px
/// @param height of the canvas, px
/// @param negative what the picture is to stay away from; blank = nothing
/// @param backgroundPrompt of the background alone, where the mode gives it one of its own; blank = the prompt
public record GenerateRequest(
        String model,
        Mode mode,
        int width,
        int height,
        String prompt,
        String negative,
        String backgroundPrompt,
        List<Target> targets,
        List<Fixed> fixed,
        Settings settings) {
    /// Boxes that a request may hold beside the merged picture and the background.
    public static final int MAX_BOXES = 50;

    public GenerateRequest {
        Objects.requireNonNull(model);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(negative);
        Objects.requireNonNull(backgroundPrompt);
        Objects.requireNonNull(settings);
        targets = List.copyOf(targets);
        fixed = List.copyOf(fixed);
        requireContent(prompt, targets, fixed);
        requireGiven(mode, targets, fixed);
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
        long backgrounds = requireOne(Fixed.Role.BACKGROUND, fixed);
        requireOne(Fixed.Role.BLEND, fixed);
        long kept = fixed.size() - backgrounds;
        if (targets.size() + kept > MAX_BOXES) {
            throw new IllegalArgumentException(
                    targets.size() + " boxes to make and " + kept + " layers to keep are more than " + MAX_BOXES);
        }
    }

    private static long requireOne(Fixed.Role role, List<Fixed> fixed) {
        long count = fixed.stream().filter(f -> f.role() == role).count();
        if (count > 1) {
            throw new IllegalArgumentException(
                    count + " " + role.name().toLowerCase(Locale.ROOT) + "s are given: there can be one");
        }
        return count;
    }

    private static void requireGiven(Mode mode, List<Target> targets, List<Fixed> fixed) {
        for (Fixed.Role role : Fixed.Role.values()) {
            if (mode.needs(role) && fixed.stream().noneMatch(f -> f.role() == role)) {
                throw new IllegalArgumentException(mode.word() + " needs a layer as the "
                        + role.name().toLowerCase(Locale.ROOT) + ", and none is given");
            }
        }
        if (targets.isEmpty() && mode != Mode.LAYERS && mode.makes(Fixed.Role.FOREGROUND)) {
            throw new IllegalArgumentException(mode.word() + " fills boxes, and none is drawn");
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
