package org.layerloom.ui.prompt;

import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Moves;
import org.layerloom.ui.Words;

/// What a run is called while it goes on.
final class RunTask {
    private static final Words WORDS = Words.of(RunTask.class);

    private RunTask() {}

    /// `Painting 8 layers`, `Re-rolling Cake, version 2 of 4`.
    ///
    /// @param part the how many-th of the run's versions it is, from 0
    static String title(QueuedRun run, Document document, int part) {
        if (!(run.wish() instanceof Wish.Choice(LayerId layer, int count))) {
            return WORDS.text("task.layers", Counts.layers(run.wish().count(document)));
        }
        String name = Moves.name(document, layer);
        return count == 1 ? WORDS.text("task.choice", name) : WORDS.text("task.choice.of", name, part + 1, count);
    }
}
