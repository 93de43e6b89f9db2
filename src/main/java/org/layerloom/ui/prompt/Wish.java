package org.layerloom.ui.prompt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.document.PixelLayer;
import org.layerloom.document.Region;
import org.layerloom.edit.Moves;
import org.layerloom.generate.KeptLayers;
import org.layerloom.ui.modes.ModeRun;
import org.layerloom.ui.modes.Modes;
import org.layerloom.words.Words;

/// What a run is asked to make, before it is known what the document holds when its turn comes.
public sealed interface Wish {
    Words WORDS = Words.of(Wish.class);

    /// Every box and the background, but for what is kept.
    record Whole() implements Wish {}

    /// The whole as many times, each with a seed of its own, to choose from.
    record Variations(int count) implements Wish {}

    /// The boxes that have no layer yet.
    record Empty() implements Wish {}

    /// These boxes and no others.
    record Boxes(List<LayerId> boxes) implements Wish {
        public Boxes {
            boxes = List.copyOf(boxes);
        }
    }

    /// A background behind the layers that are there.
    record Background() implements Wish {}

    /// So many versions of one layer to choose from; a background has no box and can be asked for too.
    record Choice(LayerId layer, int count) implements Wish {}

    /// What a mode other than layers in boxes makes.
    record InMode(ModeRun run) implements Wish {}

    /// The boxes to make in a document: those that are wanted, are there, and are not kept.
    default Set<LayerId> boxes(Document document) {
        Set<LayerId> kept = KeptLayers.of(document);
        return document.regions().stream()
                .map(Region::layer)
                .filter(id -> !kept.contains(id) && !isUnpainted(document, id))
                .filter(id -> switch (this) {
                    case Whole(), Variations(int _) -> true;
                    case Empty() -> document.layer(id).isEmpty();
                    case Boxes(List<LayerId> boxes) -> boxes.contains(id);
                    case Background() -> false;
                    case Choice(LayerId layer, int _) -> layer.equals(id);
                    case InMode(ModeRun run) -> run.boxes().contains(id);
                })
                .collect(Collectors.toSet());
    }

    /// The boxes that may be set as text before the rest is painted round them, also where an older prompt's text is.
    default Set<LayerId> texts(Document document) {
        return switch (this) {
            case Whole(), Variations(int _) -> {
                Set<LayerId> boxes =
                        document.regions().stream().map(Region::layer).collect(Collectors.toSet());
                boxes.removeAll(KeptLayers.of(document));
                yield boxes;
            }
            case Boxes(List<LayerId> wanted) -> {
                Set<LayerId> boxes = new HashSet<>(wanted);
                boxes.removeAll(KeptLayers.of(document));
                yield boxes;
            }
            case Empty() -> boxes(document);
            case Background(), Choice(LayerId _, int _), InMode(ModeRun _) -> Set.of();
        };
    }

    /// Whether a box has a layer that no run paints: text, say, or what was placed there.
    static boolean isUnpainted(Document document, LayerId box) {
        return document.region(box).isPresent()
                && document.layer(box)
                        .filter(layer -> !(layer instanceof PixelLayer))
                        .isPresent();
    }

    /// Whether the background is made with the boxes.
    default boolean makesBackground(Document document) {
        return switch (this) {
            case Whole(), Variations(int _) -> !Backgrounds.isKept(document);
            case Background() -> Backgrounds.haveRoom(document);
            case Empty(), Boxes(List<LayerId> _) -> false;
            case Choice(LayerId layer, int _) -> Backgrounds.is(layer, document);
            case InMode _ -> false;
        };
    }

    /// How many layers it makes of a document.
    default int count(Document document) {
        return this instanceof InMode(ModeRun run)
                ? run.count(document)
                : boxes(document).size() + (makesBackground(document) ? 1 : 0);
    }

    /// What the queue and the history call it: `Generate 6 layers`, `Re-roll Cake`.
    default String label(Document document) {
        return switch (this) {
            case Choice(LayerId layer, int _) -> WORDS.text("wish.choice", Moves.name(document, layer));
            case InMode(ModeRun run) -> Modes.label(run, document);
            case Variations(int count) -> WORDS.text("wish.variations", count);
            case Whole(), Empty(), Background(), Boxes(List<LayerId> _) ->
                WORDS.text("wish.layers", Counts.layers(count(document)));
        };
    }
}
