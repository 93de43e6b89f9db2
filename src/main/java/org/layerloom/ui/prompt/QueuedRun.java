package org.layerloom.ui.prompt;

import org.layerloom.document.History;
import org.layerloom.document.LayerId;
import org.layerloom.ui.modes.ModeRun;

/// A run that was asked for. What it is given is read from the document when its turn comes.
///
/// @param label what it does, as the queue and the history show it: `Generate 6 layers`
/// @param history of the document that its result belongs to
public record QueuedRun(Wish wish, String label, RunSettings settings, History history) {
    /// How many runs of the model it takes, one after the other.
    int parts() {
        return switch (wish) {
            case Wish.Choice(LayerId _, int count) -> count;
            case Wish.Variations(int count) -> count;
            case Wish.InMode(ModeRun run) -> run.parts().size();
            case Wish.Whole _, Wish.Empty _, Wish.Boxes _, Wish.Background _ -> 1;
        };
    }
}
