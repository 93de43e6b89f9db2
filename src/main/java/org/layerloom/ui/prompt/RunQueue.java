package org.layerloom.ui.prompt;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The runs that wait, the next one first.
final class RunQueue {
    private final ObservableList<QueuedRun> waiting = FXCollections.observableArrayList();
    /// Held here: a view that nobody holds would take its listeners along.
    private final ObservableList<QueuedRun> view = FXCollections.unmodifiableObservableList(waiting);

    ObservableList<QueuedRun> waiting() {
        return view;
    }

    void add(QueuedRun run) {
        waiting.add(run);
    }

    /// Takes the next one out; empty where none waits.
    Optional<QueuedRun> take() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.removeFirst());
    }

    void remove(int index) {
        waiting.remove(index);
    }

    /// Moves one by `places` towards the end, or to the front where that is negative; no further than it goes.
    void move(int index, int places) {
        int target = Math.clamp(index + places, 0, waiting.size() - 1);
        if (target != index) {
            waiting.add(target, waiting.remove(index));
        }
    }

    /// Drops all.
    ///
    /// @return how many there were
    int clear() {
        int count = waiting.size();
        waiting.clear();
        return count;
    }
}
