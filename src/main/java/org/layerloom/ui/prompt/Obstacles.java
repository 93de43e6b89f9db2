package org.layerloom.ui.prompt;

import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Moves;
import org.layerloom.generate.Abilities;
import org.layerloom.generate.GenerateRequest;
import org.layerloom.generate.KeptLayers;
import org.layerloom.generate.Mode;
import org.layerloom.ui.modes.ModeRun;
import org.layerloom.ui.modes.Modes;
import org.layerloom.words.Words;

/// Why a run cannot be asked for, as a sentence without full stop.
final class Obstacles {
    private static final Words WORDS = Words.of(Obstacles.class);

    private Obstacles() {}

    /// The first obstacle of a run with a model; empty where there is none.
    static Optional<String> of(Wish wish, Document document, Abilities abilities) {
        return ofMode(wish instanceof Wish.InMode(ModeRun run) ? run.mode() : Mode.LAYERS, abilities)
                .or(() -> ofSteering(wish, abilities))
                .or(() -> ofContent(wish, document))
                .or(() -> ofPrompt(wish, document));
    }

    /// What is said where another version of a layer is wanted that is kept as it is.
    static Optional<String> locked(Wish wish, Document document) {
        return wish instanceof Wish.Choice(LayerId layer, int _)
                        && KeptLayers.of(document).contains(layer)
                ? Optional.of(WORDS.text("locked", Moves.name(document, layer)))
                : Optional.empty();
    }

    private static Optional<String> ofMode(Mode mode, Abilities abilities) {
        if (!abilities.modes().containsKey(mode)) {
            return Optional.of(WORDS.text("obstacle.mode", Modes.title(mode)));
        }
        return abilities.can(mode) ? Optional.empty() : Optional.of(WORDS.text("obstacle.files", Modes.title(mode)));
    }

    /// A kind of control picture that was chosen with another model.
    private static Optional<String> ofSteering(Wish wish, Abilities abilities) {
        return wish instanceof Wish.InMode(ModeRun run)
                ? run.steering()
                        .map(steering -> steering.control().kind())
                        .filter(kind -> !abilities.can(kind))
                        .map(kind -> WORDS.text("obstacle.files", Modes.title(kind)))
                : Optional.empty();
    }

    private static Optional<String> ofContent(Wish wish, Document document) {
        if (wish instanceof Wish.InMode(ModeRun run)) {
            return run.obstacle(document);
        }
        if (document.regions().isEmpty() && !(wish instanceof Wish.Background)) {
            return Optional.of(WORDS.text("obstacle.no.box"));
        }
        int boxes = document.regions().size();
        return boxes > GenerateRequest.MAX_BOXES
                ? Optional.of(WORDS.text("obstacle.boxes", boxes, GenerateRequest.MAX_BOXES))
                : Optional.empty();
    }

    /// One of the prompts that the run reads must say something.
    private static Optional<String> ofPrompt(Wish wish, Document document) {
        boolean anyPrompt = !document.prompt().isBlank()
                || document.regions().stream()
                        .filter(region -> reads(wish, region.layer()))
                        .anyMatch(region -> !region.prompt().isBlank());
        return anyPrompt ? Optional.empty() : Optional.of(WORDS.text("obstacle.no.prompt"));
    }

    private static boolean reads(Wish wish, LayerId box) {
        return !(wish instanceof Wish.Background)
                && (!(wish instanceof Wish.InMode(ModeRun run)) || run.boxes().contains(box));
    }
}
