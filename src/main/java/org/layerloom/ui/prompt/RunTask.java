package org.layerloom.ui.prompt;

import java.time.Duration;
import java.util.Optional;
import org.layerloom.document.Document;
import org.layerloom.document.LayerId;
import org.layerloom.edit.Moves;
import org.layerloom.words.Words;

/// One run of the model, as a part of what was asked for.
///
/// @param title what it does: `Painting 8 layers`, `Re-rolling Cake, version 2 of 4`
/// @param part the how many-th of `parts` it is, from 0
/// @param after time that the parts after it take, as far as that can be told
record RunTask(String title, int part, int parts, Duration after) {
    private static final Words WORDS = Words.of(RunTask.class);

    /// @param wish how long what is wished for takes; empty where nobody knows. Versions each take that time, the parts
    ///     of a run in a mode take it together.
    static RunTask of(QueuedRun run, Document document, int part, Optional<Duration> wish) {
        Optional<Duration> one =
                wish.map(time -> run.wish() instanceof Wish.InMode ? time.dividedBy(run.parts()) : time);
        int later = run.parts() - part - 1;
        Duration after = one.map(time -> time.multipliedBy(later)).orElse(Duration.ZERO);
        return new RunTask(title(run, document, part), part, run.parts(), after);
    }

    private static String title(QueuedRun run, Document document, int part) {
        if (run.wish() instanceof Wish.InMode) {
            return run.parts() == 1 ? run.label() : WORDS.text("task.part", run.label(), part + 1, run.parts());
        }
        if (run.wish() instanceof Wish.Variations(int count)) {
            return WORDS.text("task.variation", part + 1, count);
        }
        if (!(run.wish() instanceof Wish.Choice(LayerId layer, int count))) {
            return WORDS.text("task.layers", Counts.layers(run.wish().count(document)));
        }
        String name = Moves.name(document, layer);
        return count == 1 ? WORDS.text("task.choice", name) : WORDS.text("task.choice.of", name, part + 1, count);
    }
}
