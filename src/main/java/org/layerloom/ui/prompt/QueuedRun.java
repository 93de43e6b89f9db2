package org.layerloom.ui.prompt;

import org.layerloom.document.History;

/// A run that was asked for. What it is given is read from the document when its turn comes.
///
/// @param label what it does, as the queue and the history show it: `Generate 6 layers`
/// @param history of the document that its result belongs to
public record QueuedRun(Wish wish, String label, RunSettings settings, History history) {
    /// How many runs of the model it takes, one after the other.
    int parts() {
        return wish instanceof Wish.Choice choice ? choice.count() : 1;
    }
}
