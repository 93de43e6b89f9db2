package org.layerloom.ui.modes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.Link;
import org.layerloom.document.Raster;
import org.layerloom.document.Rect;
import org.layerloom.document.Region;
import org.layerloom.edit.Moves;
import org.layerloom.generate.BoxPrompts;
import org.layerloom.generate.Fixed;
import org.layerloom.generate.Fixed.Role;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.Settings;
import org.layerloom.generate.Target;

/// A run in a mode whose turn has come: what is asked of the model, out of the run and the document as it is now.
public final class ModePlan {
    private final ModeRun run;
    private final Document document;
    private int nextId;

    private ModePlan(ModeRun run, Document document) {
        this.run = run;
        this.document = document;
        nextId = document.nextId();
    }

    /// @param run one part of a run
    /// @param document with what the parts before have made
    /// @param model the model's id
    /// @param negative what the picture is to stay away from; blank = nothing
    /// @throws IllegalArgumentException with a sentence for the user, where something is missing
    public static GenerateRequest request(
            ModeRun run, Document document, String model, String negative, Settings settings) {
        run.obstacle(document).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        ModePlan plan = new ModePlan(run, document);
        List<Target> targets = plan.targets();
        return new GenerateRequest(
                model,
                run.mode(),
                document.width(),
                document.height(),
                document.prompt(),
                negative,
                Modes.promptsBackground(run.mode()) ? run.backgroundPrompt() : "",
                targets,
                plan.fixed(),
                settings);
    }

    private List<Target> targets() {
        if (!run.mode().makes(Role.FOREGROUND)) {
            return List.of();
        }
        if (run.boxes().isEmpty()) {
            return List.of(Target.of(newId(), document.canvas(), ""));
        }
        Map<LayerId, String> prompts = prompts();
        return run.boxes().stream()
                .filter(id -> !place(id).isEmpty())
                .map(id -> target(id, prompts.getOrDefault(id, "")))
                .toList();
    }

    /// A box that is the only one may say all that the whole prompt says.
    private Map<LayerId, String> prompts() {
        return document.regions().size() > 1
                ? BoxPrompts.of(document)
                : document.regions().stream().collect(Collectors.toMap(Region::layer, Region::prompt));
    }

    private Rect place(LayerId id) {
        return Moves.place(document, id).intersect(document.canvas());
    }

    private Target target(LayerId id, String prompt) {
        Link link = document.region(id).map(Region::link).orElse(new Link.Automatic());
        Target plain = Target.of(id, place(id), prompt).with(link);
        Optional<Layer> start = run.strength().isEmpty() ? Optional.empty() : document.layer(id);
        return start.map(layer -> plain.startingFrom(
                        Pictures.bare(layer, plain.box()), run.strength().getAsDouble()))
                .orElse(plain);
    }

    private List<Fixed> fixed() {
        List<Fixed> fixed = new ArrayList<>();
        for (Role role : Modes.asked(run.mode())) {
            Optional.ofNullable(run.pictures().get(role))
                    .filter(source -> run.mode().needs(role) || !run.isNothingBelow(source, document))
                    .ifPresent(source -> fixed.add(fixed(source, role)));
        }
        run.steering().ifPresent(steering -> {
            Rect page = document.canvas();
            Raster raster = Pictures.draw(steering.picture(), run, document, page);
            fixed.add(Fixed.control(newId(), page, raster, steering.control()));
        });
        return fixed;
    }

    /// Backgrounds and pictures are of the page's size; a foreground is no larger than what of it is on the page.
    private Fixed fixed(Source source, Role role) {
        Optional<LayerId> layer = source instanceof Source.Of(LayerId given) ? Optional.of(given) : Optional.empty();
        Rect page = document.canvas();
        Rect box = role == Role.FOREGROUND
                ? layer.flatMap(document::layer)
                        .map(foreground -> foreground.bounds().intersect(page))
                        .orElse(page)
                : page;
        LayerId id = layer.filter(given -> !run.boxes().contains(given)).orElseGet(this::newId);
        return new Fixed(id, box, Pictures.draw(source, run, document, box), role);
    }

    /// An id that neither a layer nor a box of the document has.
    private LayerId newId() {
        return new LayerId(nextId++);
    }
}
