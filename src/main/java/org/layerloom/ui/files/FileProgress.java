package org.layerloom.ui.files;

import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.layerloom.codec.WriteProgress;
import org.layerloom.ui.LatestOnFx;

/// How far the save, or the opening of a file, is that goes on, and the user's wish to stop it. One goes on at a time.
/// Lives on the JavaFX thread.
final class FileProgress {
    private static final double NONE = -1;

    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(NONE);
    private Work current;

    /// One of them; called from its threads.
    private static final class Work implements WriteProgress {
        private final LatestOnFx<Double> told;
        private volatile boolean cancelled;

        Work(LatestOnFx<Double> told) {
            this.told = told;
        }

        @Override
        public void at(double share) {
            if (cancelled) {
                throw new CancellationException("it was cancelled");
            }
            told.offer(share);
        }
    }

    /// 0..1 while one goes on, else negative.
    ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /// Begins to follow one.
    WriteProgress begin() {
        Work work = new Work(new LatestOnFx<>(this::show));
        current = work;
        share.set(0);
        return work;
    }

    private void show(double now) {
        if (current != null) {
            share.set(Math.max(share.get(), now));
        }
    }

    void cancel() {
        if (current != null) {
            current.cancelled = true;
        }
    }

    /// It has ended, however it did.
    void end() {
        current = null;
        share.set(NONE);
    }
}
