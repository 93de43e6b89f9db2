package org.layerloom.ui.modes;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Region;
import org.layerloom.generate.Fixed.Role;
import org.layerloom.generate.GenerateResult;
import org.layerloom.generate.KeptLayers;
import org.layerloom.generate.Mode;

/// A run in a mode as it was asked for: of the selection nothing depends on it any more, but the pictures are those
/// of the document when the run's turn comes.
///
/// @param boxes to be filled, bottom first, or layers to be varied; empty = a new box as large as the page, where the
///     mode fills boxes
/// @param pictures what it is given, by role; what could not be found is left out
/// @param strength how far the layers of the boxes may leave what they are now; empty = they start from noise
public record ModeRun(
        Mode mode,
        List<LayerId> boxes,
        Map<Role, Source> pictures,
        String backgroundPrompt,
        Optional<Steering> steering,
        OptionalDouble strength) {
    public ModeRun {
        Objects.requireNonNull(mode);
        Objects.requireNonNull(backgroundPrompt);
        boxes = List.copyOf(boxes);
        pictures = Map.copyOf(pictures);
    }

    /// The run that a mode and its inputs mean for a document and what is selected in it. Boxes that are selected are
    /// filled, else those without a layer; not what is locked or given.
    public static ModeRun of(Mode mode, ModeInputs inputs, Document document, List<LayerId> selected) {
        Optional<LayerId> primary = selected.reversed().stream()
                .filter(id -> document.layer(id).isPresent())
                .findFirst();
        Map<Role, Source> pictures = new EnumMap<>(Role.class);
        for (Role role : Modes.asked(mode)) {
            found(inputs.picture(role), primary).ifPresent(source -> pictures.put(role, source));
        }
        Optional<Steering> steering = inputs.steering()
                .filter(steers -> mode.takesControl())
                .flatMap(steers -> found(steers.picture(), primary).map(steers::with));
        OptionalDouble strength = mode == Mode.FOREGROUND ? inputs.strength() : OptionalDouble.empty();
        ModeRun run =
                new ModeRun(mode, List.of(), pictures, inputs.backgroundPrompt().strip(), steering, strength);
        return mode.makes(Role.FOREGROUND) ? run.with(boxes(run, document, selected)) : run;
    }

    private static Optional<Source> found(Source source, Optional<LayerId> selected) {
        return switch (source) {
            case Source.Selected _ -> selected.map(Source.Of::new);
            case Source.Nothing _ -> Optional.empty();
            case Source.Of _, Source.Below _, Source.Everything _ -> Optional.of(source);
        };
    }

    private static List<LayerId> boxes(ModeRun run, Document document, List<LayerId> selected) {
        Set<LayerId> kept = KeptLayers.of(document);
        if (run.strength().isPresent()) {
            return selected.stream()
                    .filter(id -> document.layer(id)
                            .filter(PixelLayer.class::isInstance)
                            .isPresent())
                    .filter(id -> !kept.contains(id))
                    .toList();
        }
        List<LayerId> free = document.regions().stream()
                .filter(region -> !region.box().intersect(document.canvas()).isEmpty())
                .map(Region::layer)
                .filter(id -> !kept.contains(id) && !run.isGiven(id))
                .toList();
        List<LayerId> wanted = free.stream().filter(selected::contains).toList();
        List<LayerId> boxes = !wanted.isEmpty()
                ? wanted
                : free.stream().filter(id -> document.layer(id).isEmpty()).toList();
        return run.mode() == Mode.JOINT ? boxes.stream().limit(1).toList() : boxes;
    }

    boolean isGiven(LayerId id) {
        return pictures.containsValue(new Source.Of(id));
    }

    public ModeRun with(List<LayerId> other) {
        return new ModeRun(mode, other, pictures, backgroundPrompt, steering, strength);
    }

    /// The runs of the model that it takes, one after the other: boxes that are filled to fit what is below them are
    /// each filled after those below.
    public List<ModeRun> parts() {
        boolean onBelow = pictures.get(Role.BACKGROUND) instanceof Source.Below;
        return onBelow && boxes.size() > 1
                ? boxes.stream().map(box -> with(List.of(box))).toList()
                : List.of(this);
    }

    /// What is missing of a document for the run, as a sentence without full stop; empty where nothing is.
    public Optional<String> obstacle(Document document) {
        for (Role role : Modes.asked(mode)) {
            Source source = pictures.get(role);
            if (source == null && !mode.needs(role)) {
                continue;
            }
            if (source == null || !isThere(source, document)) {
                return Optional.of(Modes.missing(role, source));
            }
        }
        if (pictures.values().stream().distinct().count() < pictures.size()) {
            return Optional.of(Modes.text("obstacle.same"));
        }
        if (steering.filter(steers -> !isThere(steers.picture(), document)).isPresent()) {
            return Optional.of(Modes.text("obstacle.control"));
        }
        if (makesBackground(document) && isBackgroundKept(document)) {
            return Optional.of(Modes.text("obstacle.locked"));
        }
        boolean startless = strength.isPresent()
                && boxes.stream().noneMatch(id -> document.layer(id).isPresent());
        return startless ? Optional.of(Modes.text("obstacle.start")) : Optional.empty();
    }

    /// Whether a background comes out; one that is given stays.
    private boolean makesBackground(Document document) {
        Source given = pictures.get(Role.BACKGROUND);
        return mode.makes(Role.BACKGROUND) && (given == null || isNothingBelow(given, document));
    }

    /// Whether what is below is given, and nothing is there.
    boolean isNothingBelow(Source given, Document document) {
        return given instanceof Source.Below
                && Below.layers(this, document).stream().noneMatch(layer -> isSeen(layer, document));
    }

    /// How many layers come out of it.
    public int count(Document document) {
        int layers = mode.makes(Role.FOREGROUND) ? Math.max(1, boxes.size()) : 0;
        return layers + (makesBackground(document) ? 1 : 0) + (mode.makes(Role.BLEND) ? 1 : 0);
    }

    /// A background that a run made is made anew, and not another beside it.
    private static boolean isBackgroundKept(Document document) {
        return GenerateResult.background(document)
                .filter(background -> background.props().recipe().isPresent())
                .filter(background -> KeptLayers.of(document).contains(background.id()))
                .isPresent();
    }

    private boolean isThere(Source source, Document document) {
        return switch (source) {
            case Source.Of(LayerId id) ->
                document.layer(id).filter(layer -> isOnPage(layer, document)).isPresent();
            // Where there is nothing below, a background that may be left out is.
            case Source.Below _ -> !mode.needs(Role.BACKGROUND) || !isNothingBelow(source, document);
            case Source.Everything _ -> document.layers().stream().anyMatch(layer -> isSeen(layer, document));
            case Source.Selected _, Source.Nothing _ -> false;
        };
    }

    private static boolean isSeen(Layer layer, Document document) {
        return layer.props().visible() && isOnPage(layer, document);
    }

    private static boolean isOnPage(Layer layer, Document document) {
        return !layer.bounds().intersect(document.canvas()).isEmpty();
    }
}
