package org.layerloom.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One at a time, in the order in which they lined up; of those that have room there is a most.
final class Turns {
    private final int mostWaiting;
    private final List<Turn> order = new ArrayList<>();
    private int taken;

    Turns(int mostWaiting) {
        this.mostWaiting = mostWaiting;
    }

    /// Room for one more, not yet in the order; empty where too many have some.
    synchronized Optional<Turn> take() {
        if (taken > mostWaiting) {
            return Optional.empty();
        }
        taken++;
        return Optional.of(new Turn());
    }

    private synchronized void lineUp(Turn turn) {
        order.add(turn);
    }

    private synchronized int before(Turn turn, long millis) throws InterruptedException {
        if (millis > 0 && order.getFirst() != turn) {
            wait(millis);
        }
        return order.indexOf(turn);
    }

    private synchronized void leave(Turn turn) {
        order.remove(turn);
        taken--;
        notifyAll();
    }

    /// One's place, until it is closed.
    final class Turn implements AutoCloseable {
        /// Takes its place in the order: who is not ready yet keeps nobody waiting.
        void lineUp() {
            Turns.this.lineUp(this);
        }

        /// How many come before; 0 = it is this one's turn. Only of one that has lined up.
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
