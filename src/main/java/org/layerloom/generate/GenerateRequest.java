package org.layerloom.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.document.TextLayer;
import org.layerloom.words.Words;

/// Everything that a run may know. Equal requests on the same model, device and thread count give equal layers.
///
/// Order of both lists is the stacking order, bottom first.
///
/// @param model id of the model
/// @param width of the canvas, px
/// @param height of the canvas, px
/// @param negative what the picture is to stay away from; blank = nothing
/// @param backgroundPrompt of the background alone, where the mode gives it one of its own; blank = the prompt
/// @param backgroundStart what the background starts from, in the mode of layers; empty = from noise alone
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
        Settings settings,
        Optional<Start> backgroundStart) {
    private static final Words WORDS = Words.of(GenerateRequest.class);

    /// Boxes that a request may hold beside the merged picture and the background.
    public static final int MAX_BOXES = 50;

    /// A request whose background starts from noise.
    public GenerateRequest(
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
        this(
                model,
                mode,
                width,
                height,
                prompt,
                negative,
                backgroundPrompt,
                targets,
                fixed,
                settings,
                Optional.empty());
    }

    public GenerateRequest {
        Objects.requireNonNull(model);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(negative);
        Objects.requireNonNull(backgroundPrompt);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(backgroundStart);
        targets = List.copyOf(targets);
        fixed = List.copyOf(fixed);
        requireContent(prompt, targets, fixed);
        requireGiven(mode, targets, fixed);
        requireBoxesInside(new Rect(0, 0, width, height), targets);
        requireDistinctIds(targets, fixed);
    }

    /// The same with a background that starts from a picture.
    public GenerateRequest withBackgroundStart(Optional<Start> start) {
        return new GenerateRequest(
                model, mode, width, height, prompt, negative, backgroundPrompt, targets, fixed, settings, start);
    }

    /// The same on a canvas of the model's of no more than so many px.
    public GenerateRequest workingAt(int side) {
        return new GenerateRequest(
                model,
                mode,
                width,
                height,
                prompt,
                negative,
                backgroundPrompt,
                targets,
                fixed,
                settings.workingAt(OptionalInt.of(side)),
                backgroundStart);
    }

    /// Makes every box of the document, and the background; what the document holds already is made anew, but for
    /// boxes of text, which is given.
    public static GenerateRequest of(Document document, String model, Settings settings) {
        List<Target> targets = document.regions().stream()
                .filter(region -> !region.box().intersect(document.canvas()).isEmpty())
                .filter(region -> !isText(document, region))
                .map(region -> target(document, region))
                .toList();
        Map<LayerId, Phrase> phrases = BoxPhrases.of(document);
        List<Fixed> texts = document.regions().stream()
                .filter(region -> isText(document, region))
                .flatMap(region -> document.layer(region.layer()).stream())
                .flatMap(text -> Fixed.of((TextLayer) text, document.canvas(), Fixed.Role.LAYER).stream())
                .map(text -> text.with(BoxPhrases.settled(phrases, text.layer())))
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
                texts,
                settings);
    }

    private static boolean isText(Document document, Region region) {
        return document.layer(region.layer())
                .filter(TextLayer.class::isInstance)
                .isPresent();
    }

    private static Target target(Document document, Region region) {
        return Target.of(region.layer(), region.box().intersect(document.canvas()), region.prompt())
                .with(region.link());
    }

    private static void requireContent(String prompt, List<Target> targets, List<Fixed> fixed) {
        if (prompt.isBlank() && targets.stream().noneMatch(t -> t.prompt().isPresent())) {
            throw new IllegalArgumentException(WORDS.text("prompt.empty"));
        }
        long backgrounds = requireOne(Fixed.Role.BACKGROUND, fixed);
        requireOne(Fixed.Role.BLEND, fixed);
        long kept = fixed.size() - backgrounds;
        if (targets.size() + kept > MAX_BOXES) {
            throw new IllegalArgumentException(WORDS.text("boxes.many", targets.size(), kept, MAX_BOXES));
        }
    }

    private static long requireOne(Fixed.Role role, List<Fixed> fixed) {
        long count = fixed.stream().filter(f -> f.role() == role).count();
        if (count > 1) {
            throw new IllegalArgumentException(WORDS.text("role.twice", count, WORDS.text("role." + role)));
        }
        return count;
    }

    private static void requireGiven(Mode mode, List<Target> targets, List<Fixed> fixed) {
        for (Fixed.Role role : Fixed.Role.values()) {
            if (mode.needs(role) && fixed.stream().noneMatch(f -> f.role() == role)) {
                throw new IllegalArgumentException(WORDS.text("role.missing", mode.word(), WORDS.text("role." + role)));
            }
        }
        if (targets.isEmpty() && mode != Mode.LAYERS && mode.makes(Fixed.Role.FOREGROUND)) {
            throw new IllegalArgumentException(WORDS.text("mode.noBox", mode.word()));
        }
    }

    private static void requireBoxesInside(Rect canvas, List<Target> targets) {
        if (canvas.isEmpty()) {
            throw new IllegalArgumentException(WORDS.text("canvas.empty", canvas.width(), canvas.height()));
        }
        for (Target target : targets) {
            Rect box = target.box();
            if (box.isEmpty() || !canvas.contains(box)) {
                throw new IllegalArgumentException(WORDS.text(
                        "box.outside",
                        target.layer().value(),
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height(),
                        canvas.width(),
                        canvas.height()));
            }
        }
    }

    private static void requireDistinctIds(List<Target> targets, List<Fixed> fixed) {
        List<LayerId> ids = new ArrayList<>(targets.stream().map(Target::layer).toList());
        fixed.forEach(f -> ids.add(f.layer()));
        Set<LayerId> seen = new HashSet<>();
        for (LayerId id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(WORDS.text("layer.twice", id.value()));
            }
        }
    }
}
