package org.layerloom.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One at a time, in the order in which they came; of those that wait there is a most.
final class Turns {
    private final int mostWaiting;
    private final List<Turn> order = new ArrayList<>();

    Turns(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /// A place in the order; empty where too many wait.
    synchronized Optional<Turn> take() {
        if (order.size() > mostWaiting) {
            return Optional.empty();
        }
        Turn turn = new Turn();
        order.add(turn);
        return Optional.of(turn);
    }

    private synchronized int before(Turn turn, long millis) throws InterruptedException {
        if (millis > 0 && order.getFirst() != turn) {
            wait(millis);
        }
        return order.indexOf(turn);
    }

    private synchronized void leave(Turn turn) {
        order.remove(turn);
        notifyAll();
    }

    /// One's place, until it is closed.
    final class Turn implements AutoCloseable {
        /// How many come before; 0 = it is this one's turn.
        ///
        /// @param millis to wait for a change where it is not; 0 = not at all
        int before(long millis) throws InterruptedException {
            return Turns.this.before(this, millis);
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
